import { createContext, use } from 'react'
import type { Path } from '../../src/base/index.ts'

/** Texts that were refused and left: they are there again when their field is. */
export const DraftsContext = createContext<Map<string, string>>(new Map())

export interface Unfinished {
  readonly unfinished: string | undefined
  readonly onUnfinished: (text: string | undefined) => void
}

/** The refused text of the field at a path, for `useCommit`. */
export function useUnfinished(document: number, path: Path): Unfinished {
  const drafts = use(DraftsContext)
  const key = JSON.stringify([document, ...path])
  return {
    unfinished: drafts.get(key),
    onUnfinished: (text) => {
      if (text === undefined) drafts.delete(key)
      else drafts.set(key, text)
    },
  }
}
