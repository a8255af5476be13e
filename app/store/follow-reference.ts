import type { StoreApi } from 'zustand/vanilla'
import { resolveTemplateRef, type ManifestReference } from '../../src/argo/index.ts'
import type { Scene } from './scene.ts'
import type { Notice, ViewState } from './view-state.ts'
import type { Workspace } from './workspace.ts'

/** What of a designer it takes to follow a reference. */
interface Follower {
  readonly scene: () => Scene
  readonly view: StoreApi<ViewState>
  readonly workspace: Workspace
  readonly actions: {
    readonly showDocument: (document: number) => void
    readonly showTemplate: (template: number) => void
    readonly notify: (notice: Notice) => void
  }
}

/** Shows what a reference to another manifest means, in this file or another, and remembers the way back. */
export function followReference(
  { scene, view, workspace, actions }: Follower,
  reference: ManifestReference,
): void {
  const { sources, manifest, document, trail } = scene()
  const found = resolveTemplateRef(sources, reference, manifest.namespace)
  if (found.status !== 'found' || found.source.id === undefined) {
    const words = referenceWords(reference)
    actions.notify(
      found.status === 'unknown' || found.status === 'open'
        ? { tone: 'info', text: `${words} is not open here`, detail: 'Open its file to go inside.' }
        : found.status === 'lacking'
          ? { tone: 'warning', text: `${words} has no template ${String(reference.template)}` }
          : {
              tone: 'info',
              text: `${words} is in the cluster`,
              detail: 'It is shown in the inspector.',
            },
    )
    return
  }
  const { active } = workspace.store.getState()
  const place = trail.at(-1)?.name ?? manifest.name ?? manifest.generateName ?? 'the workflow'
  const origin = { file: active, document, trail: view.getState().trail, words: place }
  workspace.show(found.source.id)
  actions.showDocument(found.document)
  if (found.index !== undefined) actions.showTemplate(found.index)
  view.setState({ cameFrom: origin })
}

/** A reference in words: its kind and name. */
export function referenceWords({ name, clusterScope }: ManifestReference): string {
  return `${clusterScope ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'} ${name ?? ''}`.trim()
}
