import type { Designer, Runs } from '../store/index.ts'

/** Looks at a node: the panel shows it, and the canvas the step that made it, if that is in an open file. */
export function chooseNode({ store }: Runs, designer: Designer, id: string): void {
  const { shown } = store.getState()
  const node = shown?.index.nodeAt(id)
  store.setState({ chosen: id })
  if (shown === undefined || node === undefined) return
  const { source, document, path } = node.origin
  const file = shown.files[source]
  if (file === undefined || node.boundaryID === '') return
  // An edit since may have moved it, or taken it away.
  const tree = designer.workspace.entries().find((entry) => entry.id === file)?.tree
  if (source === 0 && tree?.text !== shown.text) return
  designer.actions.goTo({ file, document, path })
}
