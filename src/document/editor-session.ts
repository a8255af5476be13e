import type { TextChange } from '../base/index.ts'
import { ChangeSet } from './change-set.ts'
import { DocumentState } from './document-state.ts'
import { History, type HistoryLimits, type HistoryMove } from './history.ts'
import { Notifier, type Listener } from './notifier.ts'
import { mapSelection, type Selection } from './selection.ts'
import type { Transaction } from './transaction.ts'

/** What is to be done to the document, with only the parts that matter. */
export interface TransactionSpec {
  /** In offsets of the session's present text. */
  readonly changes?: ChangeSet | readonly TextChange[]
  readonly userEvent: string
  /** What to select afterwards; a part that is missing moves along. */
  readonly selection?: Partial<Selection>
  readonly addToHistory?: boolean
  readonly isHasty?: boolean
  readonly link?: string
}

/** All of a session at one moment, to go on with later: immutable values. */
export interface ParkedSession {
  readonly state: DocumentState
  readonly history: History
  readonly saved: string
}

/**
 * One open file: its state, its history and whether it is saved. The only thing here that changes over time;
 * panes dispatch to it and listen to it, and know nothing of each other.
 */
export class EditorSession {
  private current: DocumentState
  private past: History
  private savedText: string
  private readonly limits: HistoryLimits | undefined
  private readonly notifier = new Notifier()

  constructor(text = '', limits?: HistoryLimits) {
    this.current = DocumentState.create(text)
    this.past = History.empty(limits)
    this.savedText = text
    this.limits = limits
  }

  /** A session that goes on where another one was parked. */
  static from(parked: ParkedSession): EditorSession {
    const session = new EditorSession()
    session.take(parked)
    return session
  }

  /** The document now. */
  get state(): DocumentState {
    return this.current
  }

  /** What can be undone and redone now. */
  get history(): History {
    return this.past
  }

  /** The text that was opened or saved last. */
  get saved(): string {
    return this.savedText
  }

  /** Whether the text is another than the one saved last. */
  get isDirty(): boolean {
    return this.current.text !== this.savedText
  }

  /**
   * Changes the document and tells the listeners. Throws a RangeError, and does nothing, if the changes
   * overlap or do not fit the present text.
   */
  dispatch(spec: TransactionSpec, time: number): void {
    const transaction = this.transaction(spec, time)
    if (transaction.changes.isEmpty && !transaction.selection) return
    const next = this.current.update(transaction)
    this.past = this.past.push(this.current, transaction)
    this.enter(next, transaction)
  }

  /** Takes the newest step back; during a gesture, the gesture. Says whether there was anything. */
  undo(time: number): boolean {
    return this.past.isMarked ? this.cancel(time) : this.move(this.past.undo(this.current, time))
  }

  /** Makes the step undone last again. Says whether there was one; during a gesture there is none. */
  redo(time: number): boolean {
    return this.move(this.past.redo(this.current, time))
  }

  /** Makes whatever is typed next a step of its own, as after an input method has finished a word. */
  isolate(): void {
    this.past = this.past.isolate()
  }

  /**
   * Begins a gesture, whose changes become one step called `userEvent`. One that was never ended is committed,
   * for a lost pointer event must not hold up the next drag.
   */
  begin(userEvent: string, time: number): void {
    this.commit(time)
    this.past = this.past.mark(this.current, userEvent)
  }

  /** Ends the gesture as one step, if one is going on; listeners get a transaction without changes. */
  commit(time: number): void {
    if (!this.past.isMarked) return
    this.past = this.past.squash(this.current)
    this.enter(this.current, this.unchanged('commit', time))
  }

  /** Ends the gesture and takes back all it did. Says whether one was going on. */
  cancel(time: number): boolean {
    return this.move(this.past.bail(this.current, time))
  }

  /** Opens another text: saved, nothing to undo, nothing selected. */
  replaceAll(text: string, time: number): void {
    const changes = ChangeSet.between(this.current.text, text)
    const next = DocumentState.create(text)
    this.past = History.empty(this.limits)
    this.savedText = text
    this.enter(next, { changes, userEvent: 'open', time, selection: next.selection })
  }

  /** Reads the text if what was done in haste left a provisional tree; listeners get a transaction without changes. */
  settle(time: number): void {
    const next = this.current.settled
    if (next !== this.current) this.enter(next, this.unchanged('settle', time))
  }

  /** What to go on from later, in this session or another. A gesture that is going on is ended first. */
  park(time: number): ParkedSession {
    this.commit(time)
    this.settle(time)
    return { state: this.current, history: this.past, saved: this.savedText }
  }

  /** Goes on with what was parked, in place of what is open. Listeners get it as the opening of another text. */
  resume(parked: ParkedSession, time: number): void {
    const changes = ChangeSet.between(this.current.text, parked.state.text)
    const previous = this.current
    this.take(parked)
    const { selection } = parked.state
    this.notifier.notify({
      transaction: { changes, userEvent: 'open.resume', time, selection },
      next: this.current,
      previous,
    })
  }

  /**
   * Remembers which text is saved: the present one, or the one that a slow save was begun with. Listeners get
   * a transaction without changes.
   */
  markSaved(time: number, text: string = this.current.text): void {
    this.savedText = text
    this.enter(this.current, this.unchanged('save', time))
  }

  /**
   * Calls `listener` after every transaction, in order; gives back what ends that. A listener may dispatch: the
   * change is made at once, and everyone hears of it after the one at hand. So plan against `session.state`,
   * which may be further on than the `next` that a listener is called with.
   */
  subscribe(listener: Listener): () => void {
    return this.notifier.subscribe(listener)
  }

  private transaction(spec: TransactionSpec, time: number): Transaction {
    const { text, selection } = this.current
    const changes =
      spec.changes instanceof ChangeSet
        ? spec.changes
        : ChangeSet.of(spec.changes ?? [], text.length)
    return {
      changes,
      userEvent: spec.userEvent,
      time,
      ...(spec.selection && {
        selection: { ...mapSelection(selection, changes), ...spec.selection },
      }),
      ...(spec.addToHistory !== undefined && { addToHistory: spec.addToHistory }),
      ...(spec.isHasty !== undefined && { isHasty: spec.isHasty }),
      ...(spec.link !== undefined && { link: spec.link }),
    }
  }

  private take({ state, history, saved }: ParkedSession): void {
    this.current = state
    this.past = history
    this.savedText = saved
  }

  private unchanged(userEvent: string, time: number): Transaction {
    return { changes: ChangeSet.empty(this.current.text.length), userEvent, time }
  }

  private move(move: HistoryMove | undefined): boolean {
    if (!move) return false
    const next = this.current.update(move.transaction)
    this.past = move.history
    this.enter(next, move.transaction)
    return true
  }

  private enter(next: DocumentState, transaction: Transaction): void {
    const previous = this.current
    this.current = next
    this.notifier.notify({ transaction, next, previous })
  }
}
