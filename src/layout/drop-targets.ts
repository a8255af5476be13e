import { cardPitch, cardRect, firstLaneY, laneAt } from './layout-lanes.ts'
import { metrics } from './metrics.ts'
import type { DropTarget, LanePlace, LanesLayout, Point, Rect } from './model.ts'

/** What is dragged: steps can go anywhere, a lane only between lanes. */
export type Dragged = 'steps' | 'lane'

/** How thick a lit place is. */
const slotWidth = 6
const stripHeight = 20
/** How far a lane takes drops above and below its box. */
const reach = 6

/** Where something lands when it is let go at a point. Every point has a target: the one that is nearest by height, then by width. */
export function dropTargetAt(
  layout: LanesLayout,
  point: Point,
  dragged: Dragged = 'steps',
): DropTarget<LanePlace> {
  const count = layout.lanes.length
  const fromFirst = point.y - firstLaneY
  const lane = Math.min(count - 1, laneAt(layout, point.y))
  const box = layout.lanes[lane]
  if (box === undefined || fromFirst < -reach) return gapTarget(layout, 0)
  const inLane = point.y - box.y
  if (dragged === 'lane') return gapTarget(layout, inLane < box.height / 2 ? lane : lane + 1)
  if (inLane <= box.height + reach) return laneTarget(layout, lane, point.x)
  const next = layout.lanes[lane + 1]
  if (next !== undefined && point.y >= next.y - reach) return laneTarget(layout, lane + 1, point.x)
  return gapTarget(layout, lane + 1)
}

/** All targets in the order in which one reads: for walking through them by keys. */
export function dropTargets(
  layout: LanesLayout,
  dragged: Dragged = 'steps',
): readonly DropTarget<LanePlace>[] {
  return layout.gaps.flatMap((_, index) => {
    const count = layout.lanes[index]?.count
    if (count === undefined || dragged === 'lane') return [gapTarget(layout, index)]
    const slots = Array.from({ length: count + 1 }, (__, slot) => slotTarget(layout, index, slot))
    return [gapTarget(layout, index), ...slots]
  })
}

/** The target of a place; nothing for a place that the layout does not have. */
export function dropTargetOf(
  layout: LanesLayout,
  place: LanePlace,
): DropTarget<LanePlace> | undefined {
  if ('newLane' in place)
    return layout.gaps[place.newLane] === undefined ? undefined : gapTarget(layout, place.newLane)
  const box = layout.lanes[place.lane]
  const isThere = box !== undefined && place.index >= 0 && place.index <= box.count
  return isThere ? slotTarget(layout, place.lane, place.index) : undefined
}

function gapTarget(layout: LanesLayout, newLane: number): DropTarget<LanePlace> {
  return { place: { newLane }, rect: strip(layout, newLane) }
}

function strip(layout: LanesLayout, newLane: number): Rect {
  const gap = layout.gaps[newLane] ?? layout.bounds
  if (layout.lanes.length === 0) return gap
  return { ...gap, y: gap.y + (gap.height - stripHeight) / 2, height: stripHeight }
}

function laneTarget(layout: LanesLayout, lane: number, x: number): DropTarget<LanePlace> {
  const box = layout.lanes[lane]
  if (box === undefined) return gapTarget(layout, 0)
  // Before the first card whose middle is to the right of the point.
  const index =
    box.cards === undefined
      ? Math.ceil((x - box.firstX - metrics.cardWidth / 2) / cardPitch)
      : box.cards.filter((card) => card.x + card.width / 2 < x).length
  return slotTarget(layout, lane, Math.max(0, Math.min(box.count, index)))
}

function slotTarget(layout: LanesLayout, lane: number, index: number): DropTarget<LanePlace> {
  const box = layout.lanes[lane] ?? { ...layout.bounds, firstX: 0, cardY: 0, count: 0, label: '' }
  const place = { lane, index }
  if (box.count === 0) {
    const { lanePadX, lanePadY, cardHeight } = metrics
    const width = box.width - 2 * lanePadX
    return { place, rect: { x: box.firstX, y: box.y + lanePadY, width, height: cardHeight } }
  }
  const last = cardRect(box, box.count - 1)
  const edge = index < box.count ? cardRect(box, index).x : last.x + last.width + metrics.cardGap
  const middle = edge - metrics.cardGap / 2
  const height = box.height - 2 * metrics.lanePadY
  return { place, rect: { x: middle - slotWidth / 2, y: box.cardY, width: slotWidth, height } }
}
