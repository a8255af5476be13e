import type { TextRange } from '../../src/base/index.ts'
import {
  ChangeSet,
  isUserEvent,
  type DocumentState,
  type Transaction,
} from '../../src/document/index.ts'
import type { Designer, ProblemSource } from '../store/index.ts'
import { CursorMirror } from './cursor-mirror.ts'
import { addLanguage, yamlSpots } from './language.ts'
import { markersOf, type CodeProblem } from './markers.ts'
import { ModelLink, type LinkOwner } from './model-link.ts'
import type { Monaco, MonacoEditor } from './monaco-types.ts'
import { addNavigation } from './navigation.ts'
import type { FindSpot } from './spot.ts'
import { StepHighlight } from './step-highlight.ts'

/**
 * Holds the YAML model and the session together. Typing becomes transactions, transactions from elsewhere become edits
 * of the model, and undo is that of the session. The session's text is the truth: should the two ever differ, the model follows.
 */
export class YamlBridge implements LinkOwner {
  readonly link: ModelLink
  private readonly monaco: Monaco
  private readonly designer: Designer
  private readonly ends: readonly (() => void)[]
  private readonly find: FindSpot
  private view: { editor: MonacoEditor; cursor: CursorMirror } | undefined
  /** What is being dispatched from here: the session's word of it is an echo. */
  private sent: ChangeSet | undefined
  /** Who has marks in the model. */
  private readonly marked = new Set<string>()

  constructor(monaco: Monaco, designer: Designer, source: ProblemSource) {
    const { session, document } = designer
    this.monaco = monaco
    this.designer = designer
    this.link = new ModelLink(monaco, this, session.state.text, 'yaml')
    const { model, sync } = this.link
    this.find = yamlSpots(designer, sync)
    this.ends = [
      addLanguage(monaco, designer, model, sync, this.find),
      session.subscribe((transaction, next, previous) => this.hear(transaction, next, previous)),
      document.subscribe(({ state }, { state: before }) => {
        if (state.text !== before.text) this.markSyntax()
      }),
      offerHelp(monaco, designer, source, this.link),
      source.subscribe(() => this.markProblems(source)),
    ]
    this.markSyntax()
    this.markProblems(source)
  }

  /** Shows the model in an editor; gives back what ends that. */
  attach(editor: MonacoEditor): () => void {
    const cursor = new CursorMirror(this.designer, this.link.sync, editor)
    const highlight = new StepHighlight(this.designer, this.link.sync, editor, cursor)
    const end = this.link.attach(editor)
    const endNavigation = addNavigation(this.monaco, editor, this.designer, this.find)
    this.view = { editor, cursor }
    return () => {
      cursor.flush()
      this.view = undefined
      endNavigation()
      end()
      highlight.dispose()
      cursor.dispose()
    }
  }

  typed(changes: ChangeSet, userEvent: string, before: string): void {
    const { session, actions } = this.designer
    // Undo brings the cursor back to where it is now, so the session has to know.
    this.view?.cursor.flush()
    const { text } = session.state
    // A change that the model has not heard of yet goes first; the model follows when Monaco is done with this one.
    const foreign = text === before ? undefined : ChangeSet.between(before, text)
    const mine = foreign ? changes.rebase(foreign) : changes
    this.sent = mine
    try {
      actions.edit({ changes: mine, userEvent, isHasty: true })
    } finally {
      this.sent = undefined
    }
    if (foreign) this.followSoon()
    else this.link.sync.adopt(session.state.text)
  }

  composed(): void {
    this.designer.session.isolate()
  }

  undo(): void {
    this.view?.cursor.flush()
    this.designer.actions.undo()
  }

  redo(): void {
    this.designer.actions.redo()
  }

  canUndo(): boolean {
    return this.designer.session.history.canUndo
  }

  canRedo(): boolean {
    return this.designer.session.history.canRedo
  }

  /**
   * Selects a range of the text, brings it into sight and (if wanted) the focus to it, with what is said of the place. Says whether there is an
   * editor for that.
   */
  revealRange({ from, to }: TextRange, focus = true, explain = false): boolean {
    if (!this.view) return false
    const { editor } = this.view
    const range = this.link.sync.rangeAt(from, to)
    editor.setSelection(range)
    editor.revealRangeInCenterIfOutsideViewport(range)
    if (focus) editor.focus()
    if (focus && explain) editor.trigger('problems', 'editor.action.showHover', {})
    return true
  }

  dispose(): void {
    for (const end of this.ends) end()
    this.link.dispose()
  }

  private hear(transaction: Transaction, next: DocumentState, previous: DocumentState): void {
    const { sync } = this.link
    const { changes } = transaction
    if (changes.isEmpty || changes === this.sent) return
    // Monaco is in the middle of telling what was typed: no time to edit its model.
    if (this.sent !== undefined || previous.text !== sync.text) return this.followSoon()
    sync.write(changes, next.text)
    if (isUserEvent(transaction, 'open')) this.view?.editor.setScrollPosition({ scrollTop: 0 })
    this.view?.cursor.afterForeign(transaction)
  }

  private followSoon(): void {
    queueMicrotask(() => this.link.sync.show(this.designer.session.state.text))
  }

  private markSyntax(): void {
    const { problems, isProvisional } = this.designer.session.state.tree
    if (isProvisional !== true) this.mark('yaml', problems)
  }

  /** Marks what the rules found, beside what is wrong with the text as YAML: that is known here, and sooner. */
  private markProblems(source: ProblemSource): void {
    const { list } = source.getSnapshot()
    this.mark(
      'problems',
      list.filter(({ code }) => !code.startsWith('yaml-')),
    )
  }

  private mark(owner: string, problems: readonly CodeProblem[]): void {
    const { model, sync } = this.link
    // Most texts are right, letter by letter: nothing in place of nothing would be told to everyone all the same.
    if (problems.length === 0 && !this.marked.has(owner)) return
    if (problems.length === 0) this.marked.delete(owner)
    else this.marked.add(owner)
    this.monaco.editor.setModelMarkers(
      model,
      owner,
      markersOf(this.monaco.MarkerSeverity, sync, problems),
    )
  }
}

/** Loads what completes, explains and mends the YAML, which nobody waits for. Without it the editor is one without help. */
function offerHelp(
  monaco: Monaco,
  designer: Designer,
  source: ProblemSource,
  link: ModelLink,
): () => void {
  const ends: (() => void)[] = []
  let isOver = false
  const add = (offer: () => () => void): void => {
    if (!isOver) ends.push(offer())
  }
  const without = (): void => undefined
  void import('./yaml-help.ts').then(
    ({ offerYamlHelp }) => add(() => offerYamlHelp(monaco, designer, link)),
    without,
  )
  void import('./problem-help.ts').then(
    ({ offerProblemHelp }) => add(() => offerProblemHelp(monaco, designer, source, link)),
    without,
  )
  return () => {
    isOver = true
    for (const end of ends) end()
  }
}
