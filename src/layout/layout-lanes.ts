import { Recall } from '../base/index.ts'
import type { GraphLane, StepsGraph } from '../graph/index.ts'
import { metrics } from './metrics.ts'
import type { CardPlace, LaneBox, LanesLayout, Rect } from './model.ts'

const { cardWidth, cardHeight, cardGap, lanePadX, lanePadY, gap, markerWidth, markerHeight } =
  metrics
const laneHeight = cardHeight + 2 * lanePadY

/** Distance from the top of one lane to the top of the next. */
export const lanePitch: number = laneHeight + gap
/** Distance from one card of a lane to the next. */
export const cardPitch: number = cardWidth + cardGap
/** Top of the first lane. */
export const firstLaneY: number = markerHeight + gap

const earlier = new Recall<
  GraphLane,
  { readonly lanes: readonly GraphLane[]; readonly layout: LanesLayout }
>()

/**
 * Puts the lanes of a graph one below the other, each around the axis at x = 0. Takes time and space linear in the number of lanes. While an
 * edit changes no lane's number of steps, the layout is the same object.
 */
export function layoutLanes(graph: StepsGraph): LanesLayout {
  const before = earlier.find(graph.lanes)
  const isSame =
    before?.lanes.length === graph.lanes.length &&
    before.lanes.every((lane, index) => lane.cards.length === graph.lanes[index]?.cards.length)
  const layout = isSame ? before.layout : makeLayout(graph)
  earlier.keep(graph.lanes, { lanes: graph.lanes, layout })
  return layout
}

function makeLayout(graph: StepsGraph): LanesLayout {
  const lanes = graph.lanes.map(({ cards }, index) =>
    remembered(boxes, cards.length, index, laneBox),
  )
  const height = lanes.length === 0 ? metrics.emptyHeight : lanes.length * lanePitch - gap
  const endY = firstLaneY + height + gap
  const widest = lanes.reduce<number>(
    (width, lane) => Math.max(width, lane.width),
    lanes.length === 0 ? metrics.emptyWidth : markerWidth,
  )
  return {
    bounds: { x: -widest / 2, y: 0, width: widest, height: endY + markerHeight },
    start: marker(0),
    end: marker(endY),
    lanes,
    gaps:
      lanes.length === 0
        ? [{ ...centred(metrics.emptyWidth), y: firstLaneY, height: metrics.emptyHeight }]
        : gapsOf(lanes),
  }
}

/** Where a card is. Says where it would be, too, for a place after the last card. */
export function cardRect(lane: LaneBox, step: number): Rect {
  return { x: lane.firstX + step * cardPitch, y: lane.cardY, width: cardWidth, height: cardHeight }
}

/** Where a card of a layout is; nothing for a place that is not in it. */
export function rectOf(layout: LanesLayout, { lane, step }: CardPlace): Rect | undefined {
  const box = layout.lanes[lane]
  return box === undefined || step < 0 || step >= box.count ? undefined : cardRect(box, step)
}

function laneBox(index: number, count: number): LaneBox {
  const inner = count === 0 ? metrics.emptyLaneWidth : count * cardPitch - cardGap
  const y = firstLaneY + index * lanePitch
  const number = String(index + 1)
  return {
    ...centred(inner + 2 * lanePadX),
    y,
    height: laneHeight,
    firstX: -inner / 2,
    cardY: y + lanePadY,
    count,
    label: count > 1 ? `${number} · parallel` : number,
  }
}

/** Gaps are as wide as the wider of their two lanes, so that the whole strip takes a drop. */
function gapsOf(lanes: readonly LaneBox[]): Rect[] {
  const made: Rect[] = []
  for (let index = 0; index <= lanes.length; index++) {
    const width = Math.max(lanes[index - 1]?.width ?? 0, lanes[index]?.width ?? 0)
    made.push(remembered(gaps, width, index, gapRect))
  }
  return made
}

function gapRect(index: number, width: number): Rect {
  return { ...centred(width), y: firstLaneY + index * lanePitch - gap, height: gap }
}

/**
 * Where a lane is depends on nothing but its index and how many steps it has, and a gap on its index and width: so an edit of a large
 * workflow makes hardly any new rectangles. Only so many of each size are kept.
 */
type Remembered<T> = Map<number, T[]>

const boxes: Remembered<LaneBox> = new Map()
const gaps: Remembered<Rect> = new Map()
const MOST_SIZES = 64
const MOST_LANES = 20_000

function remembered<T>(
  known: Remembered<T>,
  size: number,
  index: number,
  make: (index: number, size: number) => T,
): T {
  let row = known.get(size)
  if (row === undefined) {
    if (known.size >= MOST_SIZES) return make(index, size)
    row = []
    known.set(size, row)
  }
  const found = row[index]
  if (found !== undefined) return found
  const made = make(index, size)
  if (index < MOST_LANES) row[index] = made
  return made
}

function marker(y: number): Rect {
  return { ...centred(markerWidth), y, height: markerHeight }
}

function centred(width: number): { x: number; width: number } {
  return { x: -width / 2, width }
}
