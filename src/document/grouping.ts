import type { TextRange } from '../base/index.ts'
import type { Transaction } from './transaction.ts'

/** A pause longer than this ends a run of typing, in milliseconds. */
const pause = 500

/** The run of typing that the newest step is, while more may join it. */
export interface TypingRun {
  readonly userEvent: string
  /** Time of the last transaction that joined. */
  readonly time: number
  /** What that transaction wrote, in the present text. */
  readonly touched: readonly TextRange[]
}

/** The run that a transaction begins or goes on with; none if it is not of a kind that joins. */
export function typingRun(transaction: Transaction): TypingRun | undefined {
  const { userEvent, time, changes } = transaction
  if (!isTyping(userEvent) && userEvent !== 'input.compose') return undefined
  return { userEvent, time, touched: changes.changedRanges.map((range) => range.after) }
}

/**
 * Whether a transaction goes on with a run. Typing and deleting do if they come soon, on the spot and without
 * a new line. An input method rewrites its own text as often and as slowly as it likes: that always joins.
 */
export function continuesRun(run: TypingRun, transaction: Transaction): boolean {
  const { userEvent, time, changes } = transaction
  if (userEvent === 'input.compose' && run.userEvent === userEvent) return true
  if (!typingRun(transaction)) return false
  const elapsed = time - run.time
  return (
    elapsed >= 0 &&
    elapsed <= pause &&
    !changes.changes.some((change) => /[\n\r]/.test(change.insert)) &&
    changes.changedRanges.every((range) => isOnTheSpot(run, range.before))
  )
}

/** Whether a cursor or a change of the present text is where the run was going on: elsewhere is a jump. */
export function isOnTheSpot(run: TypingRun, range: TextRange): boolean {
  return run.touched.some((touched) => range.from <= touched.to && range.to >= touched.from)
}

function isTyping(userEvent: string): boolean {
  return userEvent === 'input.type' || userEvent === 'input.delete'
}
