import type { Node } from '@xyflow/react'
import { sameTemplate, type StepPlace } from '../../../src/argo/index.ts'
import type { StepCard, Unfolded } from '../../../src/graph/index.ts'
import { cardKey } from '../../../src/graph/index.ts'
import {
  cardRect,
  lanesWithin,
  placesWithin,
  type FrameBox,
  type LanesLayout,
  type Rect,
} from '../../../src/layout/index.ts'
import type { LanesPicture } from '../picture.ts'
import { placed } from '../placed.ts'
import type { Band } from '../viewport.ts'

export type NestedCardNode = Node<
  {
    readonly card: StepCard
    /** Through all cards around it. */
    readonly cardKey: string
    readonly lane: number
    readonly laneCount: number
    /** What the template is called in which it stands. */
    readonly owner: string
    readonly isSelected: boolean
    readonly isRenaming: boolean
    readonly unfolded: Unfolded | undefined
  },
  'nestedCard'
>
/** A lane in an unfolded card. From afar its cards are a part of it, as shapes. */
export type NestedLaneNode = Node<
  {
    readonly label: string
    readonly count: number
    readonly isFirst: boolean
    readonly shape: string
  },
  'nestedLane'
>
export type NestedNode = NestedCardNode | NestedLaneNode

export interface NestedInput {
  readonly picture: LanesPicture
  readonly band: Band
  readonly nested: readonly StepPlace[]
  readonly renaming: string | undefined
}

/** What a card shows inside of it. */
export function unfoldedOf(frames: readonly FrameBox[], key: string): Unfolded | undefined {
  return frames.find(({ unfolded }) => unfolded.key === key)?.unfolded
}

/** What is in sight of the lanes in unfolded cards. */
export function nestedNodes(input: NestedInput, band: Band): NestedNode[] {
  const nodes: NestedNode[] = []
  for (const frame of input.picture.frames) {
    const { layout, rect } = frame
    if (layout !== undefined && touches(rect, band)) nodes.push(...frameNodes(input, frame, layout))
  }
  return nodes
}

function frameNodes(
  { band, nested, renaming, picture }: NestedInput,
  { unfolded, origin, depth }: FrameBox,
  layout: LanesLayout,
): NestedNode[] {
  if (unfolded.content.kind !== 'steps') return []
  const { graph, inner } = unfolded.content.shown
  const nodes: NestedNode[] = []
  const sight = { ...band, x: band.x - origin.x, y: band.y - origin.y }
  const { firstLane, lastLane } = lanesWithin(layout, sight)
  const chosen = nested.filter(({ template }) => sameTemplate(template, unfolded.template))
  for (let lane = firstLane; lane <= lastLane; lane++) {
    const box = layout.lanes[lane]
    const graphLane = graph.lanes[lane]
    if (box === undefined || graphLane === undefined) continue
    const { from, to } = placesWithin(layout, lane, sight)
    const shape = band.isFar
      ? Array.from({ length: to - from }, (__, at) => outline(cardRect(box, from + at), box)).join(
          '',
        )
      : ''
    nodes.push({
      ...placed(`${unfolded.key}/>${graphLane.id}`, moved(box, origin)),
      zIndex: depth * 3,
      type: 'nestedLane',
      data: { label: box.label, count: box.count, isFirst: lane === 0, shape },
    })
    for (let step = from; step < to && !band.isFar; step++) {
      const card = graphLane.cards[step]
      if (card === undefined) continue
      const key = cardKey(unfolded.key, card.id)
      nodes.push({
        ...placed(key, moved(cardRect(box, step), origin)),
        zIndex: depth * 3 + 2,
        type: 'nestedCard',
        data: {
          card,
          cardKey: key,
          lane,
          laneCount: graph.lanes.length,
          owner: unfolded.name,
          isSelected: chosen.some((place) => place.lane === lane && place.step === step),
          isRenaming: key === renaming,
          unfolded: inner.get(card.id) && unfoldedOf(picture.frames, key),
        },
      })
    }
  }
  return nodes
}

function outline({ x, y, width, height }: Rect, box: Rect): string {
  return `M${String(x - box.x)} ${String(y - box.y)}h${String(width)}v${String(height)}h${String(-width)}z`
}

function moved(rect: Rect, by: { readonly x: number; readonly y: number }): Rect {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y }
}

function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
