import { useSyncExternalStore } from 'react'

/** Something that changes outside of React and tells when. */
export interface Source<T> {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => T
}

/** The present state of a source, live. */
export function useSnapshot<T>(source: Source<T>): T {
  return useSyncExternalStore(source.subscribe, source.getSnapshot)
}
