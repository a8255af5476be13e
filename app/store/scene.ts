import {
  containerPlaceOf,
  mainDocument,
  nodePlaceOf,
  readManifest,
  stepPlaceOf,
  taskPlaceOf,
  sameTemplate,
  templateAt,
  type ContainerPlace,
  type ManifestView,
  type NodePlace,
  type StepPlace,
  type TaskPlace,
  type TemplateAddress,
  type TemplateView,
} from '../../src/argo/index.ts'
import type { UnfoldedGraph } from '../../src/graph/index.ts'
import { isTestFile } from '../../src/simulate/index.ts'
import type { Address, YamlProblem, YamlTree } from '../../src/yaml/index.ts'
import type { DocumentSlice, OpenFile } from './document-slice.ts'
import type { LibraryGap } from './library-gap.ts'
import { trailOf, type Crumb } from './trail.ts'
import { nestedPlaces, shownOf } from './unfolded.ts'
import { otherSources, type OpenSource, type WorkspaceState } from './workspace.ts'
import type { ViewState } from './view-state.ts'

/** The document as the canvas shows it: derived, and never written to. */
export interface Scene {
  /** The tree that is drawn: that of the text, or the last good one while the text does not parse. */
  readonly tree: YamlTree
  /** Whether the text does not parse now, so that an older picture is shown and nothing on it can be edited. */
  readonly isStale: boolean
  /** Why nothing can be edited just now; nothing when all can. */
  readonly lock: string | undefined
  /** Whether the file holds tests of a workflow: then nothing is drawn of it, and it is edited in the YAML. */
  readonly isTests: boolean
  /** Why it does not parse. */
  readonly problems: readonly YamlProblem[]
  readonly document: number
  readonly manifest: ManifestView
  /** The template that is drawn; nothing when the file has none. */
  readonly template: TemplateView | undefined
  /** Where it is, as commands take it; nothing when the file has none. */
  readonly address: TemplateAddress | undefined
  /** Its index in the list of templates; nothing for an inline one, too. */
  readonly templateIndex: number | undefined
  /** The way to it, itself last. */
  readonly trail: readonly Crumb[]
  /** Selected steps of the drawn template that exist. */
  readonly selected: readonly StepPlace[]
  /** The drawn template with its unfolded cards; nothing while all are folded. */
  readonly shown: UnfoldedGraph | undefined
  /** Selected steps or tasks of templates that are unfolded in cards of the drawn one; all of one template. Nothing of `selectedNodes` is among them. */
  readonly nested: readonly NodePlace[]
  /** The same of containers. */
  readonly nestedContainers: readonly ContainerPlace[]
  /** Selected tasks of the drawn template that exist. */
  readonly selectedTasks: readonly TaskPlace[]
  /** Selected containers of the drawn template that exist. */
  readonly selectedContainers: readonly ContainerPlace[]
  /** Steps or tasks, whichever the drawn template has. */
  readonly selectedNodes: readonly NodePlace[]
  /** Where templates are found: this file first, then the other open ones and the cluster's. */
  readonly sources: readonly OpenSource[]
  /** Why others are not found, by `referenceKey`. */
  readonly gaps: ReadonlyMap<string, LibraryGap>
}

/**
 * Gives what derives the scene of one designer. It is the same object for as long as text, selected steps, sight and files are the same: a
 * cursor that walks through the text is no news.
 */
export function sceneKeeper(): (
  slice: DocumentSlice,
  view: ViewState,
  files: WorkspaceState,
) => Scene {
  let last: Derived | undefined
  return (slice, view, files) => {
    const isSame =
      last?.files === files &&
      last.slice.file === slice.file &&
      last.slice.state.tree === slice.state.tree &&
      last.slice.state.selection.steps === slice.state.selection.steps &&
      isSameSight(last.view, view)
    if (isSame && last !== undefined) return last.scene
    last = { slice, view, files, scene: derive(slice, view, files) }
    return last.scene
  }
}

interface Derived {
  readonly slice: DocumentSlice
  readonly view: ViewState
  readonly files: WorkspaceState
  readonly scene: Scene
}

/** What of the view has a say in what is drawn. */
function isSameSight(a: ViewState, b: ViewState): boolean {
  return a.document === b.document && a.trail === b.trail && a.unfolded === b.unfolded
}

/** Why a file cannot be changed at all. */
export function readOnlyWords({ name, origin }: OpenFile): string | undefined {
  return origin === undefined
    ? undefined
    : `${name} is from ${origin}, and can only be looked at here.`
}

/** Why a text that does not parse is not edited by commands. */
const staleWords =
  'The YAML does not parse just now. Mend it, or undo, before editing on the canvas.'

/** Why a file of tests is not edited by commands, which are about manifests. */
const testsWords = 'This is a file of tests: it is edited in the YAML.'

function derive({ state, file }: DocumentSlice, view: ViewState, files: WorkspaceState): Scene {
  const isStale = state.tree.problems.some(({ severity }) => severity === 'error')
  const tree = isStale ? (state.good ?? state.tree) : state.tree
  const document = Math.min(view.document ?? mainDocument(tree), tree.documents.length - 1)
  const root = tree.documents[document]
  if (root === undefined) throw new Error('a tree has at least one document')
  const manifest = readManifest(root)
  const trail = trailOf(manifest, view.trail)
  const address = trail.at(-1)?.template
  const isTests = isTestFile(file.name, tree.documents[0])
  const shown = shownOf(manifest, address, view.unfolded)
  return {
    tree,
    isStale,
    isTests,
    lock: readOnlyWords(file) ?? (isStale ? staleWords : isTests ? testsWords : undefined),
    problems: state.tree.problems,
    sources: [{ id: files.active, name: file.name, tree }, ...otherSources(files)],
    gaps: files.gaps,
    document,
    manifest,
    template: address === undefined ? undefined : templateAt(manifest, address),
    address,
    templateIndex: typeof address === 'number' ? address : undefined,
    trail,
    shown,
    ...nestedPlaces(manifest, shown, state.selection.steps, document, address),
    ...selectedPlaces(manifest, state.selection.steps, document, address),
  }
}

function selectedPlaces(
  manifest: ManifestView,
  addresses: readonly Address[],
  document: number,
  template: TemplateAddress | undefined,
): Pick<Scene, 'selected' | 'selectedTasks' | 'selectedContainers' | 'selectedNodes'> {
  const paths = addresses.filter((address) => address.document === document)
  const placesOf = <T extends { readonly template: TemplateAddress }>(
    read: (manifest: ManifestView, path: Address['path']) => T | undefined,
  ): readonly T[] =>
    paths.flatMap(({ path }) => {
      const place = read(manifest, path)
      return place === undefined || !sameTemplate(place.template, template) ? [] : [place]
    })
  return {
    selected: placesOf(stepPlaceOf),
    selectedTasks: placesOf(taskPlaceOf),
    selectedContainers: placesOf(containerPlaceOf),
    selectedNodes: placesOf(nodePlaceOf),
  }
}
