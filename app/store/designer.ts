import { createStore, type StoreApi } from 'zustand/vanilla'
import { err, ok, type Result } from '../../src/base/index.ts'
import {
  EditorSession,
  isUserEvent,
  type Selection,
  type TransactionSpec,
} from '../../src/document/index.ts'
import { sameTemplate, type TemplateAddress } from '../../src/argo/index.ts'
import type { Edit, EditContext, Refusal } from '../../src/edit/index.ts'
import type { FlowSymbol } from '../../src/flow/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import type { Address } from '../../src/yaml/index.ts'
import { initialView, type Notice, type ViewState } from './view-state.ts'
import type { ManifestReference } from '../../src/argo/index.ts'
import { followReference } from './follow-reference.ts'
import { goTo, type Place } from './go-to.ts'
import { createCalm, type CalmSource, type Shown, type ShownSource } from './calm.ts'
import { documentSlice, type DocumentSlice, type OpenFile } from './document-slice.ts'
import { sceneKeeper, type Scene } from './scene.ts'
import { settleInPauses } from './settling.ts'
import { renamedTrail, trailTo } from './trail.ts'
import { drawnKey, renamedCards } from './unfolded.ts'
import { createWorkspace, type FileChanges, type Workspace } from './workspace.ts'

/** Plans an edit of the document that is on the canvas, or says why not. */
export type Planner = (context: EditContext) => Result<Edit, Refusal>

/** What the designer can be made to do. The object is always the same one. */
export interface DesignerActions {
  /**
   * Plans against the present text and, if the plan is good, makes it one step of the history. A refusal is also told to the person;
   * of what an anchor shares, the person is asked, and the edit is made once that is answered.
   * Refused while the text does not parse: the canvas then shows an older one; and in a file that can only be looked at.
   */
  execute(userEvent: string, plan: Planner): Result<Edit, Refusal>
  /** Changes the text as it was typed, whether it parses or not. Whatever is planned on the tree goes through `execute`. */
  edit(spec: TransactionSpec): void
  select(steps: readonly Address[]): void
  selectRanges(ranges: Selection['ranges']): void
  undo(): void
  redo(): void
  /** Opens another text in place of this one; nothing of the old one stays. */
  open(file: OpenFile, text: string): void
  /** Opens a text beside the others and draws it; in place of the present one while that is an untouched sample. */
  openBeside(file: OpenFile, text: string, saved?: string): void
  /** Changes several of the open files as one step. */
  changeAll(userEvent: string, changes: readonly FileChanges[]): void
  renameFile(file: OpenFile): void
  /** Makes a file that can only be looked at one of the person's own, which is in no file yet. */
  editCopy(): void
  markSaved(text: string): void
  /** Draws another template, from the list: the way there is forgotten. */
  showTemplate(template: TemplateAddress): void
  /**
   * Draws the template that a step of the present one calls, and remembers the way back: several lead there one through the other, the last is
   * drawn. One of the list that is on the way already is gone back to.
   */
  enterTemplate(...templates: readonly TemplateAddress[]): void
  /** Shows what a reference to another manifest means, wherever that is open; tells what is missing where it is not. */
  followReference(reference: ManifestReference): void
  /** Goes back to where a reference was followed from. */
  comeBack(): void
  /** Goes back to a template on the way here; 0 is the first. */
  leaveTo(depth: number): void
  showDocument(document: number): void
  /** Shows a place on the canvas (its template, and its step selected) and in the YAML. */
  goTo(place: Place): void
  /** Shows where a problem is: on the canvas, in the YAML, and in the list. */
  goToProblem(problem: Problem, how?: Pick<Place, 'focus' | 'explain'>): void
  /** Lists who refers to a thing, in all open files. It is in the file on the canvas, or in another that is given. */
  findReferences(symbol: FlowSymbol, file?: number): void
  /** Shows a tab of the pane at the bottom, and the pane if it is closed; of the problems those of one step. */
  openBottom(tab: ViewState['bottomTab'], problemsOf?: Address): void
  setView(change: Partial<ViewState>): void
  /** Shows a tab of the code, and the code if it is closed. */
  openCode(tab: ViewState['codeTab']): void
  notify(notice: Notice): void
}

/**
 * The designer without its looks: one open file and what is shown of it. Everything that panes know they read from the two stores, and
 * everything that they do they do by the actions.
 */
export interface Designer {
  readonly session: EditorSession
  readonly document: StoreApi<DocumentSlice>
  readonly view: StoreApi<ViewState>
  /** The open files, of which the session has one. */
  readonly workspace: Workspace
  readonly actions: DesignerActions
  /** What text and canvas show. */
  readonly live: ShownSource
  /** What the other panes show, which wait while somebody types. */
  readonly calm: CalmSource
  /** The document as the canvas shows it now. */
  scene(): Scene
}

/** Makes a designer. `now` is the clock in milliseconds, used to group typing into steps. */
export function createDesigner(file: OpenFile, text: string, now: () => number): Designer {
  const session = new EditorSession(text)
  const document = createStore<DocumentSlice>()(() => documentSlice(session, file))
  const view = createStore<ViewState>()(() => initialView)
  const workspace = createWorkspace({ session, document, view, now })
  const derived = sceneKeeper()
  const scene = (): Scene =>
    derived(document.getState(), view.getState(), workspace.store.getState())
  const live = liveSource({ document, view, workspace, scene })
  const calm = createCalm(session, live)
  settleInPauses(session, now)
  session.subscribe((transaction) => {
    const { trail, openings, unfolded } = view.getState()
    const isLooked = trail.length > 0 || unfolded.size > 0
    const isOther = isUserEvent(transaction, 'open')
    const before = isLooked && !isOther && !scene().isStale ? scene() : undefined
    document.setState((slice) => documentSlice(session, slice.file, slice))
    if (before === undefined || scene().isStale || view.getState().openings !== openings) return
    // Renaming what is drawn must not lead away from it.
    const renamed = renamedTrail(scene().manifest, trail, before)
    if (trail.length > 0 && renamed !== undefined) view.setState({ trail: renamed })
    const { manifest, address, shown } = scene()
    const key = drawnKey(manifest, address)
    if (before.shown === undefined || !sameTemplate(before.address, address)) return
    const open = renamedCards(manifest, address, before.shown, shown)
    const kept = open ?? unfolded.get(drawnKey(before.manifest, before.address))
    if (kept !== undefined && (open !== undefined || !unfolded.has(key)))
      view.setState({ unfolded: new Map(unfolded).set(key, kept) })
  })
  const actions = createActions({ session, document, view, workspace, scene }, now)
  return { session, document, view, workspace, live, calm, scene, actions }
}

function liveSource({
  document,
  view,
  workspace,
  scene,
}: Pick<Designer, 'document' | 'view' | 'workspace' | 'scene'>): ShownSource {
  let last: Shown | undefined
  return {
    get: () => {
      const shown = { scene: scene(), slice: document.getState() }
      const isSame =
        last?.scene === shown.scene &&
        last.slice.file === shown.slice.file &&
        last.slice.isDirty === shown.slice.isDirty
      last = isSame && last !== undefined ? last : shown
      return last
    },
    subscribe: (listener) => {
      const ends = [
        document.subscribe(listener),
        view.subscribe(listener),
        workspace.store.subscribe(listener),
      ]
      return () => ends.forEach((end) => end())
    },
  }
}

function createActions(
  designer: Omit<Designer, 'actions' | 'live' | 'calm'>,
  now: () => number,
): DesignerActions {
  const { session, document, view, workspace, scene } = designer
  const select = (selection: Partial<Selection>): void => {
    session.dispatch({ userEvent: 'select', selection }, now())
  }
  /** A step that belongs to steps of other files takes them along, where they are the newest. */
  const follow = (way: 'undo' | 'redo', link: string | undefined, done: boolean): void => {
    if (!done || link === undefined) return
    const missed = workspace.follow(link, way)
    if (missed.length === 0) return
    const text = `${way === 'undo' ? 'Undone' : 'Redone'} here, but not in ${missed.join(', ')}`
    view.setState({
      notice: { tone: 'warning', text, detail: 'Something else was changed there since.' },
    })
  }
  const actions: DesignerActions = {
    execute(userEvent, plan) {
      session.settle(now())
      const { lock, tree, document: index } = scene()
      const result: Result<Edit, Refusal> =
        lock === undefined ? plan({ tree, document: index }) : err({ message: lock })
      if (!result.ok) {
        const { shared, message } = result.error
        if (shared === undefined) view.setState({ notice: { tone: 'warning', text: message } })
        else view.setState({ question: { shared, tree, userEvent, plan } })
        return result
      }
      const { changes, selection } = result.value
      session.dispatch(
        {
          changes,
          userEvent,
          ...(selection === undefined ? {} : { selection: { steps: selection } }),
        },
        now(),
      )
      return ok(result.value)
    },
    edit(spec) {
      if (document.getState().file.origin !== undefined) return
      session.dispatch(spec, now())
    },
    select(steps) {
      select({ steps })
    },
    selectRanges(ranges) {
      select({ ranges })
    },
    undo() {
      follow('undo', session.history.undoLink, session.undo(now()))
    },
    redo() {
      follow('redo', session.history.redoLink, session.redo(now()))
    },
    open(file, text) {
      const { openings, codeTab, bottomTab, showsDataFlow } = view.getState()
      view.setState({
        ...initialView,
        openings: openings + 1,
        codeTab,
        bottomTab,
        showsDataFlow,
      })
      document.setState({ file })
      session.replaceAll(text, now())
    },
    openBeside(file, text, saved) {
      const { file: present, isDirty } = document.getState()
      if (present.isSample === true && !isDirty && !session.history.canUndo) {
        actions.open(file, text)
        if (saved !== undefined) actions.markSaved(saved)
      } else workspace.add(file, text, saved)
    },
    changeAll(userEvent, changes) {
      workspace.changeAll(userEvent, changes)
    },
    renameFile(file) {
      document.setState({ file })
    },
    editCopy() {
      const { name } = document.getState().file
      document.setState({ file: { name } })
      // It is in no file yet.
      session.markSaved(now(), '')
    },
    markSaved(text) {
      session.markSaved(now(), text)
    },
    showTemplate(template) {
      view.setState({ trail: trailTo(scene().manifest, [], template) })
      select({ steps: [] })
    },
    enterTemplate(...templates) {
      for (const template of templates) {
        const { manifest, trail } = scene()
        view.setState({ trail: trailTo(manifest, trail, template) })
      }
      select({ steps: [] })
    },
    followReference(reference) {
      followReference({ scene, view, workspace, actions }, reference)
    },
    comeBack() {
      const { cameFrom } = view.getState()
      if (cameFrom === undefined) return
      workspace.show(cameFrom.file)
      const { document: index, trail } = cameFrom
      view.setState({ document: index, trail, cameFrom: undefined })
      select({ steps: [] })
    },
    leaveTo(depth) {
      view.setState({
        trail: scene()
          .trail.slice(0, depth + 1)
          .map(({ part }) => part),
      })
      select({ steps: [] })
    },
    showDocument(index) {
      view.setState({ document: index, trail: [] })
      select({ steps: [] })
    },
    goTo(place) {
      goTo({ scene, view, workspace, actions }, place)
    },
    goToProblem(problem, how = {}) {
      const { document: index, path, range } = problem
      view.setState({ problem: { problem, cursor: session.state.selection.ranges[0] } })
      actions.goTo({ document: index, path, range, ...how })
    },
    findReferences(symbol, file = workspace.store.getState().active) {
      const tree = workspace.entries().find(({ id }) => id === file)?.tree ?? scene().tree
      view.setState({ search: { symbol, tree, file } })
      actions.openBottom('references')
    },
    openBottom(bottomTab, problemsOf) {
      view.setState({ bottomTab, problemsOf, bottomCalls: view.getState().bottomCalls + 1 })
    },
    setView(change) {
      view.setState(change)
    },
    openCode(codeTab) {
      view.setState({ codeTab, codeCalls: view.getState().codeCalls + 1 })
    },
    notify(notice) {
      view.setState({ notice })
    },
  }
  return actions
}
