import type { Source } from '../use-snapshot.ts'

/** Says things to those who use a screen reader; nothing of it is seen. */
export interface Announcer extends Source<string> {
  readonly say: (words: string) => void
}

export function createAnnouncer(): Announcer {
  let words = ''
  const listeners = new Set<() => void>()
  return {
    say: (next) => {
      // The same words again are a change only if something differs.
      words = next === words ? `${next}\u00a0` : next
      listeners.forEach((listener) => listener())
    },
    getSnapshot: () => words,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
