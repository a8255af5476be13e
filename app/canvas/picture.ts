import { isManifestKind, resolveTemplateRef, type TemplateAddress } from '../../src/argo/index.ts'
import {
  containerSetGraph,
  dagGraph,
  dagWithReferences,
  hasLanes,
  recursiveCalls,
  stepsGraph,
  withReferences,
  type DagGraph,
  type FindTemplate,
  type StepCard,
  type StepsGraph,
  type UnfoldedDag,
} from '../../src/graph/index.ts'
import {
  framesIn,
  layoutLanes,
  layoutUnfolded,
  measureCards,
  type CardPlace,
  type DagLayout,
  type FrameBox,
  type LanesLayout,
  type MeasuredCards,
} from '../../src/layout/index.ts'
import type { Scene } from '../store/index.ts'

/** What the canvas draws of a scene. */
export type Picture =
  | {
      readonly type: 'lanes'
      readonly graph: StepsGraph
      readonly layout: LanesLayout
      /** The cards that are unfolded, outer ones first. */
      readonly frames: readonly FrameBox[]
      /** The templates that call the drawn one again, each with the way back. */
      readonly recursive: ReadonlyMap<string, readonly string[]>
    }
  /** Tasks of a dag, or containers of a set. Its layout is made elsewhere: see `dagLayouts`. */
  | {
      readonly type: 'graph'
      readonly graph: DagGraph
      /** The same with its unfolded cards, and how big those are. */
      readonly shown: UnfoldedDag
      readonly measured: MeasuredCards
      readonly recursive: ReadonlyMap<string, readonly string[]>
    }
  /** A template of a type that has no lanes. */
  | { readonly type: 'template'; readonly address: TemplateAddress }
  /** A document that is no workflow, or one that has its templates elsewhere. */
  | { readonly type: 'nothing'; readonly reason: 'not-a-workflow' | 'reference' }

export type GraphPicture = Extract<Picture, { readonly type: 'graph' }>
export type LanesPicture = Extract<Picture, { readonly type: 'lanes' }>

const pictures = new WeakMap<Scene, Picture>()
const places = new WeakMap<StepsGraph, ReadonlyMap<string, CardPlace>>()

/** The picture of a scene: the same object for the same scene. A file without templates has lanes, none yet. */
export function pictureOf(scene: Scene): Picture {
  const known = pictures.get(scene)
  if (known !== undefined) return known
  const made = draw(scene)
  pictures.set(scene, made)
  return made
}

function draw({ manifest, template, address, shown, sources }: Scene): Picture {
  const recursive = recursiveCalls(manifest, address)
  const graphPicture = (graph: DagGraph): GraphPicture => {
    const drawn = shown === undefined || hasLanes(shown) ? { graph, inner: nothing } : shown
    return { type: 'graph', graph, shown: drawn, measured: measuredOf(drawn), recursive }
  }
  const elsewhere: FindTemplate = ({ templateRef }) => {
    if (templateRef === undefined) return undefined
    const found = resolveTemplateRef(sources, templateRef, manifest.namespace)
    return found.status === 'found' ? found.template : undefined
  }
  if (address === undefined || template === undefined) {
    const isEmpty = manifest.document.root.kind === 'empty'
    if (!isEmpty && !isManifestKind(manifest.kind))
      return { type: 'nothing', reason: 'not-a-workflow' }
    if (manifest.spec.workflowTemplateRef !== undefined)
      return { type: 'nothing', reason: 'reference' }
  } else if (template.type === 'dag') {
    return graphPicture(dagWithReferences(dagGraph(manifest, address), manifest, elsewhere))
  } else if (template.type === 'containerSet') {
    return graphPicture(containerSetGraph(manifest, address))
  } else if (template.type !== 'steps') {
    return { type: 'template', address }
  }
  const graph = withReferences(stepsGraph(manifest, address ?? -1), elsewhere)
  if (shown !== undefined && hasLanes(shown))
    return { type: 'lanes', graph, recursive, ...layoutUnfolded(shown) }
  return { type: 'lanes', graph, recursive, layout: layoutOf(graph), frames: noFrames }
}

const noFrames: readonly FrameBox[] = []
const nothing: UnfoldedDag['inner'] = new Map()
const noneMeasured: MeasuredCards = new Map()

const framesOfGraphs = new WeakMap<
  GraphPicture,
  { layout: DagLayout; frames: readonly FrameBox[] }
>()

/** The unfolded cards of a graph, outer ones first, where a layout puts them. */
export function graphFrames(picture: GraphPicture, layout: DagLayout): readonly FrameBox[] {
  const known = framesOfGraphs.get(picture)
  if (known?.layout === layout) return known.frames
  const frames = framesIn({ kind: 'dag', shown: picture.shown, layout }, picture.measured)
  framesOfGraphs.set(picture, { layout, frames })
  return frames
}

function measuredOf(shown: UnfoldedDag): MeasuredCards {
  return shown.inner.size === 0 ? noneMeasured : measureCards(shown)
}

/** The layout of a graph: the one of the last graph when its lanes have as many cards, whatever the cards say. */
function layoutOf(graph: StepsGraph): LanesLayout {
  const isSame =
    last?.graph.lanes.length === graph.lanes.length &&
    last.graph.lanes.every(({ cards }, lane) => cards.length === graph.lanes[lane]?.cards.length)
  last = { graph, layout: isSame && last ? last.layout : layoutLanes(graph) }
  return last.layout
}

let last: { readonly graph: StepsGraph; readonly layout: LanesLayout } | undefined

/** The card at a place. */
export function cardAt(graph: StepsGraph, place: CardPlace): StepCard | undefined {
  return graph.lanes[place.lane]?.cards[place.step]
}

/** Where the card of an id stands. */
export function placeOf(graph: StepsGraph, id: string | undefined): CardPlace | undefined {
  if (id === undefined) return undefined
  const known = places.get(graph) ?? indexPlaces(graph)
  places.set(graph, known)
  return known.get(id)
}

function indexPlaces(graph: StepsGraph): ReadonlyMap<string, CardPlace> {
  const index = new Map<string, CardPlace>()
  for (const [lane, { cards }] of graph.lanes.entries())
    for (const [step, { id }] of cards.entries()) index.set(id, { lane, step })
  return index
}

/**
 * The card that the keys are about: the one that the focus was on, unless others are selected by now, then the last of those;
 * without either the first card.
 */
export function currentPlace(
  graph: StepsGraph,
  selected: readonly CardPlace[],
  cursor: string | undefined,
): CardPlace | undefined {
  const place = placeOf(graph, cursor)
  const isSelected =
    place !== undefined &&
    selected.some(({ lane, step }) => lane === place.lane && step === place.step)
  const last = selected.at(-1)
  if (last !== undefined && !isSelected) return { lane: last.lane, step: last.step }
  if (place !== undefined) return place
  const lane = graph.lanes.findIndex(({ cards }) => cards.length > 0)
  return lane < 0 ? undefined : { lane, step: 0 }
}
