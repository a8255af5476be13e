import {
  calledAddress,
  containerPath,
  nodeAt,
  stepPath,
  taskPath,
  templatePath,
  type StepView,
} from '../../src/argo/index.ts'
import type { Path } from '../../src/base/index.ts'
import type { DagGraph, NodeCard } from '../../src/graph/index.ts'
import {
  cardsWithin,
  dagCardsWithin,
  dagNeighbour,
  neighbour,
  rectOf,
  type CardPlace,
  type DagLayout,
  type Direction,
  type FrameBox,
  type Inside,
  type Rect,
} from '../../src/layout/index.ts'
import type { StepKey } from '../../src/edit/index.ts'
import type { Scene } from '../store/index.ts'
import { dagLayouts } from './dag/dag-layouts.ts'
import {
  cardAt,
  currentPlace,
  graphFrames,
  pictureOf,
  type GraphPicture,
  type LanesPicture,
} from './picture.ts'

/** The cards of a picture, whether they stand in lanes or in a graph. */
export interface Cards {
  readonly kind: 'steps' | 'tasks' | 'containers'
  readonly cardAt: (place: CardPlace) => NodeCard | undefined
  readonly rectOf: (place: CardPlace) => Rect | undefined
  readonly neighbour: (from: CardPlace, direction: Direction) => CardPlace | undefined
  /** All places, in reading order. */
  readonly all: () => readonly CardPlace[]
  readonly within: (rect: Rect) => readonly CardPlace[]
  /** The card that keys are about: see `currentPlace`. */
  readonly current: (
    selected: readonly CardPlace[],
    cursor: string | undefined,
  ) => CardPlace | undefined
}

/** The cards that are drawn of a scene; nothing where none are. */
export function cardsOf(scene: Scene): Cards | undefined {
  const picture = pictureOf(scene)
  if (picture.type === 'lanes') return laneCards(picture)
  return picture.type === 'graph' ? graphCards(picture) : undefined
}

function laneCards({ graph, layout }: LanesPicture): Cards {
  return {
    kind: 'steps',
    cardAt: (place) => cardAt(graph, place),
    rectOf: (place) => rectOf(layout, place),
    neighbour: (from, direction) => neighbour(layout, from, direction),
    all: () => graph.lanes.flatMap(({ cards }, lane) => cards.map((_, step) => ({ lane, step }))),
    within: (rect) => cardsWithin(layout, rect),
    current: (selected, cursor) => currentPlace(graph, selected, cursor),
  }
}

function graphCards({ graph, measured }: GraphPicture): Cards {
  const layout = () => dagLayouts.layoutOf(graph, measured)?.layout
  return {
    kind: graph.kind,
    cardAt: ({ step }) => graph.cards[step],
    rectOf: ({ step }) => layout()?.nodes[step],
    neighbour: ({ step }, direction) => {
      const shown = layout()
      const next = shown && dagNeighbour(shown, step, direction)
      return next === undefined ? undefined : graphPlace(next)
    },
    all: () => graph.cards.map((_, step) => graphPlace(step)),
    within: (rect) => {
      const shown = layout()
      return shown === undefined ? [] : dagCardsWithin(shown, rect).map(graphPlace)
    },
    current: (selected, cursor) => graphCurrent(graph, selected, cursor),
  }
}

/** The place of a card of a graph. */
export function graphPlace(step: number): CardPlace {
  return { lane: 0, step }
}

function graphCurrent(
  graph: DagGraph,
  selected: readonly CardPlace[],
  cursor: string | undefined,
): CardPlace | undefined {
  const at = cursor === undefined ? -1 : graph.cards.findIndex(({ id }) => id === cursor)
  const last = selected.at(-1)
  if (last !== undefined && !selected.some(({ step }) => step === at)) return last
  if (at >= 0) return graphPlace(at)
  return graph.cards.length > 0 ? graphPlace(0) : undefined
}

/** The places of what is selected among the cards that are drawn. */
export function selectedPlaces(scene: Scene): readonly CardPlace[] {
  const type = scene.template?.type
  if (type === 'dag') return scene.selectedTasks.map(({ task }) => graphPlace(task))
  if (type === 'containerSet')
    return scene.selectedContainers.map(({ container }) => graphPlace(container))
  return scene.selected
}

/** The path of the step, task or container of a card; nothing where no template is drawn. */
export function cardPath({ manifest, template, address }: Scene, place: CardPlace) {
  if (address === undefined) return undefined
  const path: Path =
    template?.type === 'dag'
      ? taskPath(manifest, address, place.step)
      : template?.type === 'containerSet'
        ? containerPath(manifest, address, place.step)
        : stepPath(manifest, address, place.lane, place.step)
  return path
}

/** The same as a list, as a run asks for it: no other card is around it. */
export function pathsOf(scene: Scene, place: CardPlace): readonly Path[] | undefined {
  const path = cardPath(scene, place)
  return path && [path]
}

/** The step or task of a card; nothing for a container. */
export function cardStep(
  { manifest, template, address }: Scene,
  { lane, step }: CardPlace,
): StepView | undefined {
  if (address === undefined || template?.type === 'containerSet') return undefined
  return template?.type === 'dag'
    ? nodeAt(manifest, { template: address, task: step })
    : nodeAt(manifest, { template: address, lane, step })
}

/** The path of the template of this file that a card calls by its name; nothing for an inline one, which is a part of the step. */
export function calledPath(scene: Scene, place: CardPlace): Path | undefined {
  const step = cardStep(scene, place)
  const path = cardPath(scene, place)
  const called = step && path && calledAddress(scene.manifest, step, path)
  return typeof called === 'number' ? templatePath(scene.manifest, called) : undefined
}

/** Steps or tasks as commands address them. */
export function keysOf(scene: Scene, places: readonly CardPlace[]): readonly StepKey[] {
  return scene.template?.type === 'dag'
    ? places.map(({ step }) => ({ task: step }))
    : places.map(({ lane, step }) => ({ lane, index: step }))
}

/** Whether two places are the same. */
export function isSame(a: CardPlace, b: CardPlace): boolean {
  return a.lane === b.lane && a.step === b.step
}

/** The graph that is drawn, with its layout as far as there is one. */
export function shownGraph(
  scene: Scene,
): { readonly graph: DagGraph; readonly layout: DagLayout } | undefined {
  const picture = pictureOf(scene)
  const shown =
    picture.type === 'graph' ? dagLayouts.layoutOf(picture.graph, picture.measured) : undefined
  return picture.type === 'graph' && shown
    ? { graph: picture.graph, layout: shown.layout }
    : undefined
}

/** The cards that are unfolded, outer ones first. */
export function framesOf(scene: Scene): readonly FrameBox[] {
  const picture = pictureOf(scene)
  if (picture.type === 'lanes') return picture.frames
  const shown = picture.type === 'graph' ? shownGraph(scene) : undefined
  return picture.type === 'graph' && shown ? graphFrames(picture, shown.layout) : noFrames
}

const noFrames: readonly FrameBox[] = []

/** The template that is drawn, with its layout. */
export function drawnInside(scene: Scene): Inside | undefined {
  const picture = pictureOf(scene)
  if (picture.type === 'lanes') {
    const { graph, layout } = picture
    return { kind: 'steps', shown: { graph, inner: new Map() }, layout }
  }
  const layout = picture.type === 'graph' ? shownGraph(scene)?.layout : undefined
  return picture.type === 'graph' && layout
    ? { kind: 'dag', shown: picture.shown, layout }
    : undefined
}
