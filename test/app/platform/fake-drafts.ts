import type { DraftEnvironment } from '../../../app/platform/index.ts'

/** The storages of one browser, the locks of its tabs, and a clock that is wound by hand. */
export class FakeBrowser {
  readonly stored = new Map<string, unknown>()
  readonly backups = new Map<string, string>()
  readonly locks = new Set<string>()
  time = 1_000_000
  storeFails: Error | undefined
  backupFails = false
  /** Writes wait while this is set. */
  gate: Promise<void> | undefined
  private ids = 0
  private timers: { at: number; action: () => void }[] = []

  /** A tab; `session` is what it remembers, shared by those that were duplicated. */
  tab(session: { id: string | null } = { id: null }): DraftEnvironment & { hide: () => void } {
    const hideListeners = new Set<() => void>()
    return {
      store: {
        put: async (id, value) => {
          await this.gate
          if (this.storeFails) throw this.storeFails
          this.stored.set(id, structuredClone(value))
        },
        remove: async (id) => {
          if (this.storeFails) throw this.storeFails
          this.stored.delete(id)
          await Promise.resolve()
        },
        all: async () => {
          await Promise.resolve()
          if (this.storeFails) throw this.storeFails
          return [...this.stored.values()]
        },
      },
      backup: {
        put: (id, value) => {
          if (this.backupFails) throw new Error('full')
          this.backups.set(id, value)
        },
        remove: (id) => void this.backups.delete(id),
        all: () => [...this.backups.values()],
      },
      tabs: {
        remembered: () => session.id,
        remember: (id) => void (session.id = id),
        claim: async (id) => {
          await Promise.resolve()
          if (this.locks.has(id)) return false
          this.locks.add(id)
          return true
        },
        live: async () => {
          await Promise.resolve()
          return new Set(this.locks)
        },
      },
      onHide: (listener) => {
        hideListeners.add(listener)
        return () => void hideListeners.delete(listener)
      },
      hide: () => hideListeners.forEach((listener) => listener()),
      newId: () => `tab-${(this.ids += 1)}`,
      now: () => this.time,
      later: (action, milliseconds) => {
        const timer = { at: this.time + milliseconds, action }
        this.timers.push(timer)
        return () => void (this.timers = this.timers.filter((other) => other !== timer))
      },
    }
  }

  async wind(milliseconds: number): Promise<void> {
    this.time += milliseconds
    const due = this.timers.filter(({ at }) => at <= this.time)
    this.timers = this.timers.filter(({ at }) => at > this.time)
    due.forEach(({ action }) => action())
    await settle()
  }
}

/** Lets everything that waits for nothing else come to its end. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}
