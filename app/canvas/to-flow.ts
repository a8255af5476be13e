import type { Node } from '@xyflow/react'
import type { ManifestView, StepPlace } from '../../src/argo/index.ts'
import type { CardKind, GraphLane, StepCard, Unfolded } from '../../src/graph/index.ts'
import {
  cardRect,
  lanesWithin,
  placesWithin,
  type CardPlace,
  type LaneBox,
  type Rect,
} from '../../src/layout/index.ts'
import type { LanesPicture } from './picture.ts'
import { placed } from './placed.ts'
import {
  nestedNodes,
  unfoldedOf,
  type NestedNode,
  type NestedSelection,
} from './unfold/nested-nodes.ts'
import type { Band } from './viewport.ts'

export type CardNode = Node<
  {
    readonly card: StepCard
    readonly lane: number
    readonly step: number
    readonly laneCount: number
    readonly isSelected: boolean
    /** Whether the tab key stops here. */
    readonly isStop: boolean
    readonly isRenaming: boolean
    /** What is drawn in the card. */
    readonly unfolded: Unfolded | undefined
    /** How it comes to call itself. */
    readonly recursion: readonly string[] | undefined
  },
  'card'
>
export type LaneNode = Node<
  {
    readonly lane: number
    readonly label: string
    readonly count: number
    readonly isList: boolean
  },
  'lane'
>
/** A lane from afar: its cards as shapes. */
export type FarLaneNode = Node<
  {
    readonly graphLane: GraphLane
    readonly lane: number
    readonly box: LaneBox
    readonly from: number
    readonly to: number
    readonly selected: string
  },
  'farLane'
>
export type GapNode = Node<
  { readonly index: number; readonly isEmpty: boolean; readonly isLast: boolean },
  'gap'
>
export type MarkerNode = Node<{ readonly words: string }, 'marker'>
export type CanvasNode = NestedNode | CardNode | LaneNode | FarLaneNode | GapNode | MarkerNode

export interface FlowInput {
  readonly manifest: ManifestView
  readonly picture: LanesPicture
  readonly band: Band
  readonly selected: readonly StepPlace[]
  /** What is selected in unfolded cards. */
  readonly nested: NestedSelection
  readonly current: CardPlace | undefined
  readonly renaming: string | undefined
}

/**
 * Turns the part of a picture that is in sight into nodes. A node that is the same as last time is the same object, so that React draws
 * again only what an edit has changed; of a picture that is the same in sight, the list is the same too.
 */
export class FlowNodes {
  private last: CanvasNode[] = []
  private byId = new Map<string, CanvasNode>()

  nodes(input: FlowInput): CanvasNode[] {
    const nodes = makeNodes(input).map((node) => {
      const known = this.byId.get(node.id)
      return known !== undefined && isSameNode(known, node) ? known : node
    })
    const isSame =
      nodes.length === this.last.length && nodes.every((node, index) => node === this.last[index])
    if (isSame) return this.last
    this.last = nodes
    this.byId = new Map(nodes.map((node) => [node.id, node]))
    return nodes
  }
}

function makeNodes(input: FlowInput): CanvasNode[] {
  const { picture, band, current } = input
  const { graph, layout } = picture
  const { firstLane, lastLane } = lanesWithin(layout, band)
  const selected = new Set(
    input.selected.map(({ lane, step }) => `${String(lane)}/${String(step)}`),
  )
  const nodes: CanvasNode[] = [
    marker('start', 'Start', layout.start),
    marker('end', 'End', layout.end),
  ]
  const add = (lane: number, from: number, to: number): void => {
    const box = layout.lanes[lane]
    const graphLane = graph.lanes[lane]
    if (box === undefined || graphLane === undefined) return
    if (band.isFar) nodes.push(farLane(graphLane, box, lane, from, to, selected))
    else nodes.push(laneNode(graphLane, box, lane))
  }
  for (let lane = firstLane; lane <= lastLane; lane++) {
    const { from, to } = placesWithin(layout, lane, band)
    add(lane, from, to)
    if (!band.isFar)
      for (let step = from; step < to; step++) nodes.push(...card(input, selected, { lane, step }))
  }
  nodes.push(...nestedNodes({ ...input, frames: picture.frames }))
  // The card with the focus stays, wherever it is, so that the focus does.
  const ids = new Set(nodes.map(({ id }) => id))
  if (current !== undefined) {
    const kept = card(input, selected, current)
    nodes.push(...kept.filter(({ id }) => !ids.has(id)))
  }
  const gapsFrom = layout.lanes.length === 0 ? 0 : firstLane
  const gapsTo = layout.lanes.length === 0 ? 0 : lastLane + 1
  for (let index = gapsFrom; index <= gapsTo; index++) {
    const rect = layout.gaps[index]
    if (rect !== undefined && (!band.isFar || layout.lanes.length === 0)) {
      const data = {
        index,
        isEmpty: layout.lanes.length === 0,
        isLast: index === layout.lanes.length,
      }
      nodes.push({ ...placed(`gap/${gapId(input, index)}`, rect), type: 'gap', data, zIndex: 1 })
    }
  }
  return nodes
}

/** A gap follows the lane below it. */
function gapId({ picture: { graph } }: FlowInput, index: number): string {
  return graph.lanes[index]?.id ?? 'end'
}

function card(
  { picture: { graph, layout, frames, recursive }, current, renaming }: FlowInput,
  selected: ReadonlySet<string>,
  { lane, step }: CardPlace,
): CardNode[] {
  const box = layout.lanes[lane]
  const shown = graph.lanes[lane]?.cards[step]
  if (box === undefined || shown === undefined) return []
  const data = {
    card: shown,
    lane,
    step,
    laneCount: graph.lanes.length,
    isSelected: selected.has(`${String(lane)}/${String(step)}`),
    isStop: current?.lane === lane && current.step === step,
    isRenaming: shown.id === renaming,
    unfolded: unfoldedOf(frames, shown.id),
    recursion: recursive.get(shown.step.template ?? ''),
  }
  return [{ ...placed(shown.id, cardRect(box, step)), type: 'card', data, zIndex: 2 }]
}

function laneNode(graphLane: GraphLane, box: LaneBox, lane: number): LaneNode {
  const { label, count } = box
  const data = { lane, label, count, isList: graphLane.isList }
  return { ...placed(graphLane.id, box), type: 'lane', data, zIndex: 0 }
}

function farLane(
  graphLane: GraphLane,
  box: LaneBox,
  lane: number,
  from: number,
  to: number,
  selected: ReadonlySet<string>,
): FarLaneNode {
  const places: number[] = []
  for (let step = from; step < to; step++)
    if (selected.has(`${String(lane)}/${String(step)}`)) places.push(step)
  const data = { graphLane, lane, box, from, to, selected: places.join() }
  return { ...placed(`far/${graphLane.id}`, box), type: 'farLane', data, zIndex: 0 }
}

/** The sign at the beginning or the end of a picture. */
export function marker(id: string, words: string, rect: Rect): MarkerNode {
  return { ...placed(`marker/${id}`, rect), type: 'marker', data: { words }, zIndex: 1 }
}

/** Whether two nodes look the same. */
export function isSameNode(a: Node, b: Node): boolean {
  return (
    a.type === b.type &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.width === b.width &&
    a.height === b.height &&
    isShallowSame(a.data, b.data)
  )
}

function isShallowSame(a: Node['data'], b: Node['data']): boolean {
  const old = new Map<string, unknown>(Object.entries(a))
  return Object.entries(b).every(([key, value]) => Object.is(old.get(key), value))
}

/** Kinds of the cards of a lane, for drawing each kind in one go. */
export function kindsOf(
  lane: GraphLane,
  from: number,
  to: number,
): ReadonlyMap<CardKind, number[]> {
  const kinds = new Map<CardKind, number[]>()
  for (let step = from; step < to; step++) {
    const kind = lane.cards[step]?.kind
    if (kind === undefined) continue
    const places = kinds.get(kind)
    if (places === undefined) kinds.set(kind, [step])
    else places.push(step)
  }
  return kinds
}
