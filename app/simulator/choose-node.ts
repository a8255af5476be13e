import { whereabouts, type Designer, type Runs, type Scene } from '../store/index.ts'

/** The open file that is drawn in place of another's own picture. */
function drawnInPlace(scene: Scene): number | undefined {
  const { workflowTemplateRef: name, workflowTemplateScope: clusterScope } = scene.manifest.spec
  if (name === undefined) return undefined
  const { found } = whereabouts(scene, { name, clusterScope })
  return found.status === 'found' ? found.source.id : undefined
}

/** Looks at a node: the panel shows it, and the canvas the step that made it, if that is in an open file. */
export function chooseNode({ store }: Runs, designer: Designer, id: string): void {
  const { shown } = store.getState()
  const node = shown?.index.nodeAt(id)
  store.setState({ chosen: id })
  if (shown === undefined || node === undefined) return
  const { source, document, path } = node.origin
  const file = shown.files[source]?.id
  if (file === undefined || node.boundaryID === '') return
  // What this file runs as a whole is drawn in place, where it is shown: see `Referenced`.
  if (drawnInPlace(designer.scene()) === file) return
  // An edit since may have moved it, or taken it away.
  const tree = designer.workspace.entries().find((entry) => entry.id === file)?.tree
  if (tree?.text !== shown.files[source]?.text) return
  designer.actions.goTo({ file, document, path })
}
