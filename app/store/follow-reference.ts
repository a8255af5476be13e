import type { StoreApi } from 'zustand/vanilla'
import type { ManifestReference } from '../../src/argo/index.ts'
import { whereabouts } from './library.ts'
import { referenceWords } from './reference-words.ts'
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
  const { manifest, document, trail } = scene()
  const { found, text } = whereabouts(scene(), reference)
  if (found.status !== 'found') {
    const words = referenceWords(reference)
    actions.notify(
      found.status === 'lacking'
        ? { tone: 'warning', text: `${words} has no template ${String(reference.template)}` }
        : { tone: 'info', text: text ?? 'The step does not say yet whose template it calls.' },
    )
    return
  }
  const { active } = workspace.store.getState()
  const place = trail.at(-1)?.name ?? manifest.name ?? manifest.generateName ?? 'the workflow'
  const origin = { file: active, document, trail: view.getState().trail, words: place }
  const { id, name, origin: from = 'the cluster', tree } = found.source
  if (id === undefined) workspace.add({ name, origin: from }, tree.text)
  else workspace.show(id)
  actions.showDocument(found.document)
  if (found.index !== undefined) actions.showTemplate(found.index)
  view.setState({ cameFrom: origin })
}
