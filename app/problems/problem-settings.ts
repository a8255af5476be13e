import { argoVersions } from '../../src/schema/index.ts'
import { usualSettings, type CheckSettings } from '../../src/validate/index.ts'
import { keptText, readRecord, type KeptText } from '../platform/index.ts'
import type { ProblemSettings } from '../store/index.ts'

/** Settings that the browser keeps, if it lets itself be asked; `onElsewhere` tells when another tab changed them. */
export function createProblemSettings(
  kept: KeptText,
  onElsewhere: (listener: () => void) => void,
): ProblemSettings {
  const listeners = new Set<() => void>()
  let settings = read(kept)
  const set = (next: CheckSettings): void => {
    if (written(next) === written(settings)) return
    settings = next
    listeners.forEach((listener) => listener())
  }
  onElsewhere(() => set(read(kept)))
  return {
    getSnapshot: () => settings,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (change) => {
      const next = { ...settings, ...change }
      kept.write(written(next))
      set(next)
    },
  }
}

const KEY = 'stepwright.problems'

/** The settings of this browser. */
export function browserProblemSettings(): ProblemSettings {
  const kept = keptText(() => window.localStorage, KEY)
  return createProblemSettings(kept, (listener) => {
    window.addEventListener('storage', ({ key }) => {
      if (key === KEY || key === null) listener()
    })
  })
}

function written({ mode, target, off }: CheckSettings): string {
  return JSON.stringify({ mode, target, off: [...off].sort() })
}

function read(kept: KeptText): CheckSettings {
  const { mode, target, off } = readRecord(kept)
  const codes: readonly unknown[] = Array.isArray(off) ? off : []
  return {
    mode: mode === 'create' || mode === 'lint' ? mode : usualSettings.mode,
    target: argoVersions.find((version) => version === target) ?? usualSettings.target,
    isOffline: usualSettings.isOffline,
    off: new Set(codes.filter((code) => typeof code === 'string')),
  }
}
