import type { ChangeSet } from './change-set.ts'
import { mapSelection, type Selection } from './selection.ts'

/** The only way from one document state to the next. */
export interface Transaction {
  readonly changes: ChangeSet
  /**
   * Where it came from: dotted, from general to special, as `input.type`, `input.paste`, `command.moveStep`,
   * `undo`, `open`.
   */
  readonly userEvent: string
  /** When, in milliseconds of whatever clock the caller has. */
  readonly time: number
  /** What is selected afterwards, in the text after; without it the selection moves along. */
  readonly selection?: Selection
  /** `false` for a change that undo leaves alone, such as one that came from outside. */
  readonly addToHistory?: boolean
  /** Whether there is no time to parse all of a long text, as between two letters: somebody settles the session in the next pause. */
  readonly isHasty?: boolean
  /** Names what it belongs to in other files, so that undo can take all of it back. */
  readonly link?: string
}

/** Whether a transaction came from `event` or something below it: `input.type` is an `input`. */
export function isUserEvent(transaction: Transaction, event: string): boolean {
  return transaction.userEvent === event || transaction.userEvent.startsWith(`${event}.`)
}

/** What is selected after a transaction, if `before` was selected when it came. */
export function selectionAfter(before: Selection, transaction: Transaction): Selection {
  return transaction.selection ?? mapSelection(before, transaction.changes)
}
