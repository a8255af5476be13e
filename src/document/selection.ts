import type { TextRange } from '../base/index.ts'
import type { Address } from '../yaml/index.ts'
import type { ChangeSet } from './change-set.ts'

/** What is selected: one selection, which all panes show. */
export interface Selection {
  /** What canvas and inspector show as selected. */
  readonly steps: readonly Address[]
  /** Cursors and selected ranges of the text. */
  readonly ranges: readonly TextRange[]
}

/** Nothing is selected and there is no cursor. */
export const emptySelection: Selection = { steps: [], ranges: [] }

/**
 * The selection after changes that do not say what to select: ranges move along, addresses stay, for what
 * becomes of an address only the edit that changes it can know.
 */
export function mapSelection(selection: Selection, changes: ChangeSet): Selection {
  if (changes.isEmpty || selection.ranges.length === 0) return selection
  return { ...selection, ranges: selection.ranges.map((range) => changes.mapRange(range)) }
}
