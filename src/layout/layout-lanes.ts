import { Recall } from '../base/index.ts'
import type { GraphLane, StepsGraph } from '../graph/index.ts'
import { metrics } from './metrics.ts'
import type { CardPlace, LaneBox, LanesLayout, Rect, Size } from './model.ts'

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
 * edit changes no lane's number of steps, the layout is the same object. `sizes` are those of the cards, by id, that are bigger than others: their
 * lane grows, the lanes below move down, and no card of another lane moves sideways.
 */
export function layoutLanes(
  graph: StepsGraph,
  sizes: ReadonlyMap<string, Size> = usual,
): LanesLayout {
  if (sizes.size > 0) return unevenLayout(graph, sizes)
  const before = earlier.find(graph.lanes)
  const isSame =
    before?.lanes.length === graph.lanes.length &&
    before.lanes.every((lane, index) => {
      const other = graph.lanes[index]
      return lane === other || lane.cards.length === other?.cards.length
    })
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

const usual: ReadonlyMap<string, Size> = new Map()

function unevenLayout(graph: StepsGraph, sizes: ReadonlyMap<string, Size>): LanesLayout {
  const even = makeLayout(graph)
  let down = 0
  const lanes = even.lanes.map((box, index): LaneBox => {
    const cards = graph.lanes[index]?.cards ?? []
    const moved = down === 0 ? box : { ...box, y: box.y + down, cardY: box.cardY + down }
    if (!cards.some(({ id }) => sizes.has(id))) return moved
    const own = cards.map(({ id }) => sizes.get(id) ?? { width: cardWidth, height: cardHeight })
    const inner = own.reduce((sum, { width }) => sum + width + cardGap, -cardGap)
    const height = Math.max(...own.map((size) => size.height)) + 2 * lanePadY
    down += height - box.height
    let x = -inner / 2
    const rects = own.map(({ width, height: high }) => {
      const rect = { x, y: moved.cardY, width, height: high }
      x += width + cardGap
      return rect
    })
    return { ...moved, ...centred(inner + 2 * lanePadX), height, firstX: -inner / 2, cards: rects }
  })
  const widest = lanes.reduce<number>((width, lane) => Math.max(width, lane.width), markerWidth)
  const end = { ...even.end, y: even.end.y + down }
  const gapsBetween = Array.from({ length: lanes.length + 1 }, (_, index): Rect => {
    const [above, below] = [lanes[index - 1], lanes[index]]
    const y = above === undefined ? markerHeight : above.y + above.height
    return { ...centred(Math.max(above?.width ?? 0, below?.width ?? 0)), y, height: gap }
  })
  return {
    ...even,
    bounds: { x: -widest / 2, y: 0, width: widest, height: end.y + markerHeight },
    end,
    lanes,
    gaps: gapsBetween,
    isUneven: true,
  }
}

/** Index of the last lane that begins at or above a height; -1 above all. Takes no longer for many lanes than for few. */
export function laneAt({ lanes, isUneven }: LanesLayout, y: number): number {
  if (isUneven !== true)
    return Math.min(lanes.length - 1, Math.max(-1, Math.floor((y - firstLaneY) / lanePitch)))
  let [low, high] = [0, lanes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lanes[middle]?.y ?? 0) <= y) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where a card is. Says where it would be, too, for a place after the last card. */
export function cardRect(lane: LaneBox, step: number): Rect {
  const own = lane.cards?.[step]
  if (own !== undefined) return own
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
