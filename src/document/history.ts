import { ChangeSet } from './change-set.ts'
import { continuesRun, isOnTheSpot, typingRun, type TypingRun } from './grouping.ts'
import {
  joined,
  rebasedRedo,
  rebasedStack,
  rebasedUndo,
  reversed,
  type HistoryStep,
  type Snapshot,
} from './history-step.ts'
import { mapSelection, type Selection } from './selection.ts'
import { selectionAfter, type Transaction } from './transaction.ts'

/** How much a history keeps; what is older goes. */
export interface HistoryLimits {
  /** Steps that can be undone. */
  readonly steps: number
  /**
   * Characters of text in all of them together, at two bytes each; a change that holds no text weighs
   * something too. The newest step stays however large it is.
   */
  readonly characters: number
}

/** The limits of a history unless others are given: 1,000 steps and 32 MB of text. */
export const defaultLimits: HistoryLimits = { steps: 1000, characters: 16 * 1024 * 1024 }

/** A transaction that goes through the history, and the history after it. */
export interface HistoryMove {
  readonly history: History
  readonly transaction: Transaction
}

/** What has happened since a mark. While it is open, the stacks below it stay as they were. */
interface Gesture {
  readonly userEvent: string
  readonly selection: Selection
  readonly step?: HistoryStep
}

interface Stacks {
  readonly undo: readonly HistoryStep[]
  readonly redo: readonly HistoryStep[]
  readonly run?: TypingRun | undefined
  readonly gesture?: Gesture | undefined
}

/**
 * What can be undone and redone: an immutable value, fed with every transaction. It keeps inverted changes
 * and selections, never texts, so undo is not a return to an old state but one more transaction.
 */
export class History {
  private readonly stacks: Stacks
  private readonly limits: HistoryLimits

  private constructor(stacks: Stacks, limits: HistoryLimits) {
    this.stacks = stacks
    this.limits = limits
  }

  /** A history in which nothing has happened yet. */
  static empty(limits: HistoryLimits = defaultLimits): History {
    return new History({ undo: [], redo: [] }, limits)
  }

  /** Whether there is a step to undo, and no gesture in the way. */
  get canUndo(): boolean {
    return this.undoLabel !== undefined
  }

  /** Whether there is a step to redo, and no gesture in the way. */
  get canRedo(): boolean {
    return this.redoLabel !== undefined
  }

  /** The `userEvent` of the step that undo would take back. */
  get undoLabel(): string | undefined {
    return this.isMarked ? undefined : this.stacks.undo.at(-1)?.label
  }

  /** The `userEvent` of the step that redo would make again. */
  get redoLabel(): string | undefined {
    return this.isMarked ? undefined : this.stacks.redo.at(-1)?.label
  }

  /** The link of the step that undo would take back, if it has one. */
  get undoLink(): string | undefined {
    return this.isMarked ? undefined : this.stacks.undo.at(-1)?.link
  }

  /** The link of the step that redo would make again, if it has one. */
  get redoLink(): string | undefined {
    return this.isMarked ? undefined : this.stacks.redo.at(-1)?.link
  }

  /** Whether a step of a link could still be taken back, or made again, after those above it. */
  hasLink(link: string, way: 'undo' | 'redo'): boolean {
    return this.stacks[way].some((step) => step.link === link)
  }

  /** Whether a gesture is going on, begun by `mark`. */
  get isMarked(): boolean {
    return this.stacks.gesture !== undefined
  }

  /** The history after a transaction on `before`. Undo and redo bring their own: do not push those. */
  push(before: Snapshot, transaction: Transaction): History {
    const { changes } = transaction
    if (changes.isEmpty) return this.afterSelection(transaction)
    if (transaction.addToHistory === false) return this.afterForeign(changes)
    const step: HistoryStep = {
      changes: changes.invert(before.text),
      label: transaction.userEvent,
      ...(transaction.link !== undefined && { link: transaction.link }),
      before: before.selection,
      after: selectionAfter(before.selection, transaction),
    }
    const { undo, run, gesture } = this.stacks
    if (gesture) {
      const whole = gesture.step ? joined(gesture.step, step) : step
      return this.with({ gesture: { ...gesture, step: whole } })
    }
    const last = undo.at(-1)
    const next =
      run && last && continuesRun(run, transaction)
        ? [...undo.slice(0, -1), joined(last, step)]
        : [...undo, step]
    return this.with({ undo: this.limited(next), redo: [], run: typingRun(transaction) })
  }

  /** How to undo the newest step from `state`; `undefined` if there is none or a gesture is going on. */
  undo(state: Snapshot, time: number): HistoryMove | undefined {
    const { undo, redo, gesture } = this.stacks
    const step = undo.at(-1)
    if (!step || gesture) return undefined
    return {
      history: this.with({
        undo: undo.slice(0, -1),
        redo: [...redo, reversed(step, state.text)],
        run: undefined,
      }),
      transaction: { changes: step.changes, userEvent: 'undo', time, selection: step.before },
    }
  }

  /** How to make the step undone last again; `undefined` if there is none or a gesture is going on. */
  redo(state: Snapshot, time: number): HistoryMove | undefined {
    const { undo, redo, gesture } = this.stacks
    const step = redo.at(-1)
    if (!step || gesture) return undefined
    return {
      history: this.with({
        undo: [...undo, reversed(step, state.text)],
        redo: redo.slice(0, -1),
        run: undefined,
      }),
      transaction: { changes: step.changes, userEvent: 'redo', time, selection: step.after },
    }
  }

  /** The same steps, but whatever comes next begins a new one. */
  isolate(): History {
    return this.stacks.run ? this.with({ run: undefined }) : this
  }

  /**
   * Begins a gesture: all changes until `squash` or `bail` are one step, called `userEvent`. Throws if one is
   * going on already.
   */
  mark(state: Snapshot, userEvent: string): History {
    if (this.isMarked) throw new Error('a gesture is going on already')
    return this.with({ gesture: { userEvent, selection: state.selection }, run: undefined })
  }

  /** Ends a gesture as one step; as none, and with what could be redone, if the text is as it was. */
  squash(state: Snapshot): History {
    const { undo, gesture } = this.stacks
    const closed = this.with({ gesture: undefined })
    if (!gesture?.step) return closed
    const changes = gesture.step.changes.trim(state.text)
    if (changes.isEmpty) return closed
    const step: HistoryStep = {
      changes,
      label: gesture.userEvent,
      before: gesture.selection,
      after: state.selection,
    }
    return closed.with({ undo: this.limited([...undo, step]), redo: [] })
  }

  /**
   * Ends a gesture by going back to where it began, with everything that could be redone then; `undefined` if
   * none is going on.
   */
  bail(state: Snapshot, time: number): HistoryMove | undefined {
    const { gesture } = this.stacks
    if (!gesture) return undefined
    const changes = gesture.step?.changes ?? ChangeSet.empty(state.text.length)
    return {
      history: this.with({ gesture: undefined }),
      transaction: { changes, userEvent: 'cancel', time, selection: gesture.selection },
    }
  }

  /** A cursor that leaves the place of the typing ends the run. */
  private afterSelection({ selection }: Transaction): History {
    const { run } = this.stacks
    if (!run || !selection) return this
    return selection.ranges.every((range) => isOnTheSpot(run, range)) ? this : this.isolate()
  }

  /** A change that is not to be undone moves every step to where it now belongs. */
  private afterForeign(changes: ChangeSet): History {
    const { undo, redo, run, gesture } = this.stacks
    const open = gesture?.step && rebasedUndo(gesture.step, changes)
    const over = open?.over ?? changes
    return this.with({
      undo: rebasedStack(undo, over, rebasedUndo).steps,
      redo: rebasedStack(redo, over, rebasedRedo).steps,
      run: run && { ...run, touched: run.touched.map((range) => changes.mapRange(range)) },
      gesture: gesture && {
        ...gesture,
        selection: mapSelection(gesture.selection, over),
        ...(open && { step: open.steps }),
      },
    })
  }

  private limited(steps: readonly HistoryStep[]): readonly HistoryStep[] {
    let first = steps.length - 1
    let characters = weight(steps.at(-1))
    while (first > 0 && steps.length - first < this.limits.steps) {
      characters += weight(steps[first - 1])
      if (characters > this.limits.characters) break
      first--
    }
    return first > 0 ? steps.slice(first) : steps
  }

  private with(stacks: Partial<Stacks>): History {
    return new History({ ...this.stacks, ...stacks }, this.limits)
  }
}

/** What a change takes besides its text, in characters. */
const changeWeight = 32

function weight(step: HistoryStep | undefined): number {
  return step ? step.changes.size + changeWeight * step.changes.changes.length : 0
}
