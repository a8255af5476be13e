import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TextChange } from '../../src/base/index.ts'
import {
  ChangeSet,
  EditorSession,
  type DocumentState,
  type ParkedSession,
} from '../../src/document/index.ts'
import type { TemplateSource } from '../../src/argo/index.ts'
import type { YamlTree } from '../../src/yaml/index.ts'
import type { DocumentSlice, OpenFile } from './document-slice.ts'
import type { LibraryGap } from './library-gap.ts'
import { initialView, type ViewState } from './view-state.ts'

/** A file that is open but not on the canvas: its text, history and selection, and what is shown of it. */
export interface ParkedFile {
  readonly id: number
  readonly file: OpenFile
  readonly session: ParkedSession
  readonly view: ViewState
}

/** The open files in their order. The one on the canvas is the session's; it is in the list by its id alone. */
export interface WorkspaceState {
  readonly order: readonly number[]
  readonly active: number
  readonly parked: ReadonlyMap<number, ParkedFile>
  /** Templates that the cluster has, as far as they were asked for. */
  readonly library: readonly OpenSource[]
  /** Why others that open files name are not known, by `referenceKey`. */
  readonly gaps: ReadonlyMap<string, LibraryGap>
}

/** What is known of an open file, whether it is on the canvas or not. */
export interface FileEntry {
  readonly id: number
  readonly file: OpenFile
  readonly isActive: boolean
  readonly isDirty: boolean
  /** The tree of the text, or the last good one while it does not parse. */
  readonly tree: YamlTree
  readonly isBroken: boolean
}

/** A file, or the templates of a cluster, in which templates of other manifests are found. */
export interface OpenSource extends TemplateSource {
  /** Of an open file; the cluster's have none and cannot be changed. */
  readonly id: number | undefined
  readonly name: string
  /** Of the cluster's: where in it, in words. */
  readonly origin?: string
}

/** Changes of one of the open files. */
export interface FileChanges {
  readonly id: number
  readonly changes: readonly TextChange[]
}

/** The open files, and what can be done with them. */
export interface Workspace {
  readonly store: StoreApi<WorkspaceState>
  entries(): readonly FileEntry[]
  /** Opens a file beside the others and puts it on the canvas, unless it is to stay behind; gives back its id. */
  add(file: OpenFile, text: string, saved?: string, isShown?: boolean): number
  show(id: number): void
  /** Closes a file, and shows its neighbour; the last one stays, for something is always on the canvas. */
  close(id: number): void
  /** Says that a file has a text now, under a name: what a save that took its time ends with. */
  settle(id: number, file: OpenFile, text: string): void
  /** Changes several files as one step of each history, which undo takes back in all of them. */
  changeAll(userEvent: string, changes: readonly FileChanges[]): void
  /** Takes a linked step back, or makes it again, in the files that are not on the canvas; names those where it is not on top. */
  follow(link: string, way: 'undo' | 'redo'): readonly string[]
  /** Puts parked files beside the one on the canvas, as a page that is loaded again does. */
  restore(files: readonly ParkedFile[], place: number): void
}

interface Parts {
  readonly session: EditorSession
  readonly document: StoreApi<DocumentSlice>
  readonly view: StoreApi<ViewState>
  readonly now: () => number
}

export function createWorkspace({ session, document, view, now }: Parts): Workspace {
  const store = createStore<WorkspaceState>()(() => ({
    order: [0],
    active: 0,
    parked: new Map<number, ParkedFile>(),
    library: [],
    gaps: new Map<string, LibraryGap>(),
  }))
  let links = 0

  const nextId = (): number => Math.max(...store.getState().order) + 1
  const park = (): ParkedFile => ({
    id: store.getState().active,
    file: document.getState().file,
    session: session.park(now()),
    view: { ...view.getState(), notice: undefined },
  })
  /** Puts a file on the canvas. What is told and asked of the shell goes on. */
  const enter = ({ file, session: parked, view: shown }: ParkedFile): void => {
    view.setState({ ...shown, ...ofTheFrame(view.getState()) })
    document.setState({ file })
    session.resume(parked, now())
  }
  const replaced = (parked: Iterable<ParkedFile>): ReadonlyMap<number, ParkedFile> =>
    new Map([...parked].map((file) => [file.id, file]))

  const entries = (): readonly FileEntry[] => entriesOf(store.getState(), document.getState())

  const show = (id: number): void => {
    const { active, parked } = store.getState()
    const target = parked.get(id)
    if (id === active || target === undefined) return
    // Parked until it is there, so that whoever listens meanwhile takes no file for another.
    store.setState({ active: id, parked: replaced([...parked.values(), park()]) })
    enter(target)
    const others = [...store.getState().parked.values()].filter((file) => file.id !== id)
    store.setState({ parked: replaced(others) })
  }

  const inParked = (id: number, act: (session: EditorSession) => void): void => {
    const { parked } = store.getState()
    const found = parked.get(id)
    if (found === undefined) return
    const other = EditorSession.from(found.session)
    act(other)
    const next = { ...found, session: other.park(now()) }
    // Reading the tree now is what makes it the last good one, should the next text be broken.
    if (next.session.state.tree.documents.length > 0)
      store.setState({ parked: new Map(parked).set(id, next) })
  }

  return {
    store,
    entries,
    show,
    add(file, text, saved = text, isShown = true) {
      const id = nextId()
      const other = new EditorSession(text)
      other.markSaved(now(), saved)
      const { order, parked, active } = store.getState()
      const { codeTab, openings } = view.getState()
      const others = Math.max(openings, ...[...parked.values()].map((one) => one.view.openings))
      const fresh: ParkedFile = {
        id,
        file,
        session: other.park(now()),
        view: { ...initialView, openings: others + 1, codeTab },
      }
      const place = order.indexOf(active) + 1
      store.setState({
        order: [...order.slice(0, place), id, ...order.slice(place)],
        parked: new Map(parked).set(id, fresh),
      })
      if (isShown) show(id)
      return id
    },
    close(id) {
      const { order, active } = store.getState()
      if (order.length < 2) return
      const index = order.indexOf(id)
      const neighbour = order[index + 1] ?? order[index - 1]
      if (id === active && neighbour !== undefined) show(neighbour)
      const { parked } = store.getState()
      store.setState({
        order: order.filter((other) => other !== id),
        parked: replaced([...parked.values()].filter((file) => file.id !== id)),
      })
    },
    settle(id, file, text) {
      if (id === store.getState().active) {
        document.setState({ file })
        session.markSaved(now(), text)
        return
      }
      inParked(id, (other) => other.markSaved(now(), text))
      const { parked } = store.getState()
      const found = parked.get(id)
      if (found) store.setState({ parked: new Map(parked).set(id, { ...found, file }) })
    },
    changeAll(userEvent, all) {
      const { active } = store.getState()
      const filled = all.filter(({ changes }) => changes.length > 0)
      links += 1
      const link = filled.length > 1 ? { link: `${String(now())}.${String(links)}` } : {}
      for (const { id, changes } of filled) {
        const spec = { changes, userEvent, ...link }
        if (id === active) session.dispatch(spec, now())
        else inParked(id, (other) => other.dispatch(spec, now()))
      }
    },
    follow(link, way) {
      const missed: string[] = []
      for (const { id, file, session: parked } of [...store.getState().parked.values()]) {
        const top = way === 'undo' ? parked.history.undoLink : parked.history.redoLink
        if (top === link) {
          inParked(id, (other) => (way === 'undo' ? other.undo(now()) : other.redo(now())))
        } else if (parked.history.hasLink(link, way)) missed.push(file.name)
      }
      return missed
    },
    restore(files, place) {
      const start = nextId()
      const renumbered = files.map((file, index) => ({
        ...file,
        id: start + index,
        view: { ...file.view, openings: file.view.openings + start + index },
      }))
      const { active, order, parked } = store.getState()
      const ids = renumbered.map(({ id }) => id)
      store.setState({
        order: [
          ...order.filter((id) => id !== active),
          ...ids.slice(0, place),
          active,
          ...ids.slice(place),
        ],
        parked: replaced([...parked.values(), ...renumbered]),
      })
    },
  }
}

/** What is shown whatever file is on the canvas, and what was asked about the one that leaves it. */
function ofTheFrame(view: ViewState): Partial<ViewState> {
  const { codeCalls, bottomCalls, bottomTab, showsDataFlow, notice, search } = view
  const asked = { reveal: undefined, problemsOf: undefined, problem: undefined }
  return { codeCalls, bottomCalls, bottomTab, showsDataFlow, notice, search, ...asked }
}

const others = new WeakMap<WorkspaceState, readonly OpenSource[]>()

/** All but the file on the canvas in which templates are found: the same list for the same state. */
export function otherSources(state: WorkspaceState): readonly OpenSource[] {
  const known = others.get(state)
  if (known !== undefined) return known
  const files = state.order.flatMap((id): readonly OpenSource[] => {
    const found = state.parked.get(id)
    if (found === undefined) return []
    const { state: parked } = found.session
    return [{ id, name: found.file.name, tree: parked.good ?? parked.tree }]
  })
  const made = [...files, ...state.library]
  others.set(state, made)
  return made
}

/** What is known of the open files, in their order. */
export function entriesOf(
  { order, active, parked }: WorkspaceState,
  { file, isDirty, state }: Pick<DocumentSlice, 'file' | 'isDirty' | 'state'>,
): readonly FileEntry[] {
  return order.flatMap((id): FileEntry[] => {
    const isActive = id === active
    const found = parked.get(id)
    if (found === undefined)
      return isActive ? [{ id, file, isActive, isDirty, ...readable(state) }] : []
    const { state: other, saved } = found.session
    const isChanged = other.text !== saved
    return [{ id, file: found.file, isActive, isDirty: isChanged, ...readable(other) }]
  })
}

function readable(state: DocumentState): Pick<FileEntry, 'tree' | 'isBroken'> {
  const { tree, good } = state
  const isBroken = tree.problems.some(({ severity }) => severity === 'error')
  return { tree: isBroken ? (good ?? tree) : tree, isBroken }
}

/** Makes of a text that is not on the canvas what the workspace keeps. */
export function parkedFile(
  file: OpenFile,
  { text, saved, view }: { text: string; saved: string; view: Partial<ViewState> },
  selection: ParkedSession['state']['selection'],
  time: number,
): ParkedFile {
  const session = new EditorSession(text)
  session.dispatch({ changes: ChangeSet.empty(text.length), userEvent: 'select', selection }, time)
  session.markSaved(time, saved)
  return { id: 0, file, session: session.park(time), view: { ...initialView, ...view } }
}
