import { useRef, type RefObject } from 'react'
import type { CommitState } from '../ui/index.ts'
import type { TextElement } from './TokenField.tsx'
import { insertAt } from './token-parts.ts'

/** Puts a picked reference into a field. */
export interface Insertion {
  readonly fieldRef: RefObject<TextElement | null>
  /** To be told when the cursor of the field moves. */
  readonly onSelect: () => void
  readonly pick: (reference: string) => void
}

/**
 * A reference goes where the cursor was last in a field, over what was selected there; to the end of one that was never touched. With `isWhole`
 * it takes the place of all that is there.
 */
export function useInsertion(draft: CommitState, isWhole: boolean): Insertion {
  const fieldRef = useRef<TextElement>(null)
  const touched = useRef(false)
  return {
    fieldRef,
    onSelect: () => {
      touched.current = true
    },
    pick: (reference) => {
      const element = fieldRef.current
      const { text } = draft
      const hasCursor = touched.current && element !== null
      const from = hasCursor ? (element.selectionStart ?? text.length) : text.length
      const to = hasCursor ? (element.selectionEnd ?? from) : text.length
      draft.commit(isWhole ? reference : insertAt(text, from, to, reference))
      element?.focus()
    },
  }
}
