import type { ChangeSet } from './change-set.ts'
import { mapSelection, type Selection } from './selection.ts'

/** The part of a document state that history needs. */
export interface Snapshot {
  readonly text: string
  readonly selection: Selection
}

/**
 * One step to take back or to make again. `changes` lead from the text where the step is taken to the text
 * where it ends; for a step to undo they begin at the later text, for one to redo at the earlier.
 */
export interface HistoryStep {
  readonly changes: ChangeSet
  /** The `userEvent` that began it, for "Undo Move step". */
  readonly label: string
  /** The `link` of the transaction that made it. */
  readonly link?: string
  /** What was selected before the step was first made. */
  readonly before: Selection
  /** What was selected after it. */
  readonly after: Selection
}

/** Steps carried over a change that is not theirs, and that change as it is below all of them. */
export interface Rebased<T> {
  readonly steps: T
  readonly over: ChangeSet
}

/** The step for going the other way, taken from `text`. */
export function reversed(step: HistoryStep, text: string): HistoryStep {
  return { ...step, changes: step.changes.invert(text) }
}

/** One step to undo in place of two that came after each other. */
export function joined(earlier: HistoryStep, later: HistoryStep): HistoryStep {
  return {
    changes: later.changes.compose(earlier.changes),
    label: earlier.label,
    ...(earlier.link !== undefined && { link: earlier.link }),
    before: earlier.before,
    after: later.after,
  }
}

/** A step to undo, after a foreign change of the text it begins at. */
export function rebasedUndo(step: HistoryStep, over: ChangeSet): Rebased<HistoryStep> {
  const changes = step.changes.rebase(over)
  const below = over.rebase(step.changes, true)
  const before = mapSelection(step.before, below)
  return { steps: { ...step, changes, before, after: mapSelection(step.after, over) }, over: below }
}

/** A step to redo, after a foreign change of the text it begins at. */
export function rebasedRedo(step: HistoryStep, over: ChangeSet): Rebased<HistoryStep> {
  const changes = step.changes.rebase(over)
  const below = over.rebase(step.changes, true)
  const after = mapSelection(step.after, below)
  return {
    steps: { ...step, changes, after, before: mapSelection(step.before, over) },
    over: below,
  }
}

/** A stack, its top at the end, after a foreign change of the text that its top begins at. */
export function rebasedStack(
  stack: readonly HistoryStep[],
  over: ChangeSet,
  rebase: (step: HistoryStep, over: ChangeSet) => Rebased<HistoryStep>,
): Rebased<readonly HistoryStep[]> {
  let rest = over
  const steps = stack.toReversed().map((step) => {
    const next = rebase(step, rest)
    rest = next.over
    return next.steps
  })
  return { steps: steps.toReversed(), over: rest }
}
