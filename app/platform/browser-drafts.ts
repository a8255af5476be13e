import { createStore, del, set, values } from 'idb-keyval'
import type { DraftEnvironment } from './draft-environment.ts'

const PREFIX = 'stepwright.draft.'
const TAB = 'stepwright.tab'
const LOCK = 'stepwright.draft:'

/** Drafts in IndexedDB, their backups in localStorage, and Web Locks to know which tabs live. */
export function browserDrafts(): DraftEnvironment {
  // Opened on first use: where IndexedDB is forbidden, that is when it fails.
  let opened: ReturnType<typeof createStore> | undefined
  const database = () => (opened ??= createStore('stepwright', 'drafts'))
  return {
    store: {
      put: async (id, value) => set(id, value, database()),
      remove: async (id) => del(id, database()),
      all: async () => values<unknown>(database()),
    },
    backup: {
      put: (id, value) => localStorage.setItem(PREFIX + id, value),
      remove: (id) => localStorage.removeItem(PREFIX + id),
      all: () =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith(PREFIX))
          .flatMap((key) => localStorage.getItem(key) ?? []),
    },
    tabs: {
      remembered: () => sessionStorage.getItem(TAB),
      remember: (id) => sessionStorage.setItem(TAB, id),
      claim,
      live,
    },
    onHide,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    later: (action, milliseconds) => {
      const timer = setTimeout(action, milliseconds)
      return () => clearTimeout(timer)
    },
  }
}

/** Typed as always there, but missing on insecure origins. */
function lockManager(): LockManager | undefined {
  const { locks }: { locks?: LockManager } = navigator
  return locks
}

/** Holds a lock until the tab is gone. A page that is being reloaded lets go of its own a moment later. */
async function claim(id: string): Promise<boolean> {
  const locks = lockManager()
  if (!locks) return true
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), 400)
  return new Promise((resolve) => {
    const forever = new Promise<void>(() => undefined)
    locks
      .request(LOCK + id, { signal: patience.signal }, () => {
        clearTimeout(timer)
        resolve(true)
        return forever
      })
      .catch(() => resolve(false))
  })
}

async function live(): Promise<ReadonlySet<string>> {
  const held = (await lockManager()?.query())?.held ?? []
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : [])),
  )
}

function onHide(listener: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') listener()
  }
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('pagehide', listener)
  return () => {
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('pagehide', listener)
  }
}
