import type { DocumentState, EditorSession } from '../../src/document/index.ts'
import type { YamlProblem } from '../../src/yaml/index.ts'

/** The file that is open. */
export interface OpenFile {
  readonly name: string
  /** What the browser needs to save to the same file, when it can. */
  readonly handle?: FileSystemFileHandle
  /** What it looked like when it was last read or written, to notice that another program changed it. */
  readonly stamp?: { readonly modified: number; readonly size: number }
  /** Opened to be looked at, as an example is: while it is untouched, another file takes its place. */
  readonly isSample?: boolean
  /** Where a text comes from that can be looked at and not changed, as “the cluster, namespace argo”. */
  readonly origin?: string
}

/** What panes know of the open file. */
export interface DocumentSlice {
  readonly file: OpenFile
  readonly state: DocumentState
  /** What is wrong with the text as YAML, as it was known last. */
  readonly syntax: readonly YamlProblem[]
  readonly isDirty: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The user event of the step that undo would take back. */
  readonly undoLabel: string | undefined
  readonly redoLabel: string | undefined
}

/** Reads the slice from the session; called after every transaction, with the slice of before. */
export function documentSlice(
  session: EditorSession,
  file: OpenFile,
  before?: DocumentSlice,
): DocumentSlice {
  const { history, state } = session
  // Reading the tree now is what makes it the last good one, should the next text be broken.
  const { problems, isProvisional } = state.tree
  const syntax = isProvisional === true && before !== undefined ? before.syntax : problems
  return {
    file,
    state,
    syntax,
    isDirty: session.isDirty,
    canUndo: history.canUndo,
    canRedo: history.canRedo,
    undoLabel: history.undoLabel,
    redoLabel: history.redoLabel,
  }
}
