import type { Point, Rect } from '../model.ts'
import { layered, type Layered } from './layered.ts'
import { dagMetrics, type DagEdge, type DagInput, type DagLayout } from './model.ts'
import { layeredByDagre } from './with-dagre.ts'

/** Up to so many cards and edges together dagre is quick enough: about a tenth of a second. */
const MOST_FOR_DAGRE = 150

/**
 * Lays out a graph from top to bottom: whatever comes before stands above. Sizes are given for each box. The same input gives the same
 * layout, in which things stand in the order of the text where that does not make edges cross. The boxes of a row are in line at their top.
 * Boxes that nothing is connected with stand in rows of their own below. A circle is drawn with an edge that goes up.
 */
export function layoutDag(input: DagInput): DagLayout {
  const { nodes, edges } = input
  const isTied = new Array<boolean>(nodes.length).fill(false)
  for (const { from, to } of edges) {
    if (from === to) continue
    isTied[from] = true
    isTied[to] = true
  }
  const tied = [...nodes.keys()].filter((node) => isTied[node])
  const loose = [...nodes.keys()].filter((node) => isTied[node] !== true)
  const newIndex = new Map(tied.map((node, index) => [node, index]))
  const part: DagInput = {
    nodes: tied.flatMap((node) => nodes[node] ?? []),
    edges: edges.flatMap((edge) => {
      const [from, to] = [newIndex.get(edge.from), newIndex.get(edge.to)]
      return from === undefined || to === undefined || from === to ? [] : [{ ...edge, from, to }]
    }),
  }
  const isSmall = part.nodes.length + part.edges.length <= MOST_FOR_DAGRE
  const found = isSmall ? layeredByDagre(part) : layered(part)
  const { rects, bands } = boxesOf(part, found)
  const rectOf: (Rect | undefined)[] = new Array<Rect | undefined>(nodes.length).fill(undefined)
  for (const [index, node] of tied.entries()) rectOf[node] = rects[index]
  const end = bands.at(-1)?.bottom
  placeLoose(input, loose, end === undefined ? 0 : end + dagMetrics.rowGap, rectOf)
  const placed = rectOf.map((rect) => rect ?? { x: 0, y: 0, width: 0, height: 0 })
  let tiedEdge = 0
  const ways = edges.map(({ from, to }) => {
    const [first, last] = [placed[from], placed[to]]
    if (first === undefined || last === undefined || from === to) return noWay
    const index = tiedEdge++
    const row = found.row[newIndex.get(from) ?? 0] ?? 0
    const end = found.row[newIndex.get(to) ?? 0] ?? 0
    return wayOf(first, last, found.bends[index] ?? [], row, end, bands)
  })
  return { bounds: boundsOf(placed, ways), nodes: placed, edges: ways }
}

const noWay: DagEdge = { points: [], label: { x: 0, y: 0 } }

/** The strip of a row: no edge turns in it. */
interface Band {
  readonly top: number
  readonly bottom: number
}

function boxesOf(
  { nodes }: DagInput,
  { x, row }: Layered,
): { readonly rects: readonly Rect[]; readonly bands: readonly Band[] } {
  const heights: number[] = []
  for (const [index, { height }] of nodes.entries()) {
    const at = row[index] ?? 0
    heights[at] = Math.max(heights[at] ?? 0, height)
  }
  let top = 0
  const bands = [...heights.keys()].map((index) => {
    const height = heights[index] ?? 0
    const band = { top, bottom: top + height }
    top = band.bottom + dagMetrics.rowGap
    return band
  })
  const left = nodes.reduce(
    (least, { width }, at) => Math.min(least, (x[at] ?? 0) - width / 2),
    Infinity,
  )
  const right = nodes.reduce(
    (most, { width }, at) => Math.max(most, (x[at] ?? 0) + width / 2),
    -Infinity,
  )
  const middle = nodes.length === 0 ? 0 : (left + right) / 2
  const rects = nodes.map(({ width, height }, index) => {
    const band = bands[row[index] ?? 0] ?? { top: 0, bottom: height }
    return {
      x: Math.round((x[index] ?? 0) - middle - width / 2),
      y: Math.round(band.top),
      width,
      height,
    }
  })
  return { rects, bands: bands.map((band) => ({ ...band, middle })) }
}

function placeLoose(
  { nodes }: DagInput,
  loose: readonly number[],
  from: number,
  rectOf: (Rect | undefined)[],
): void {
  let top = from
  for (let start = 0; start < loose.length; start += dagMetrics.looseRow) {
    const line = loose.slice(start, start + dagMetrics.looseRow)
    const sizes = line.map((node) => nodes[node] ?? { width: 0, height: 0 })
    const width = sizes.reduce((sum, size) => sum + size.width + dagMetrics.nodeGap, 0)
    let x = -(width - dagMetrics.nodeGap) / 2
    let height = 0
    for (const [at, node] of line.entries()) {
      const size = sizes[at] ?? { width: 0, height: 0 }
      rectOf[node] = { x: Math.round(x), y: top, width: size.width, height: size.height }
      x += size.width + dagMetrics.nodeGap
      height = Math.max(height, size.height)
    }
    top += height + dagMetrics.nodeGap
  }
}

/** The way of an edge: upright through every row that it passes, so that it turns only between rows. */
function wayOf(
  from: Rect,
  to: Rect,
  bends: readonly number[],
  row: number,
  end: number,
  bands: readonly (Band & { readonly middle?: number })[],
): DagEdge {
  const isUp = to.y < from.y
  const middle = bands[0]?.middle ?? 0
  const start = { x: from.x + from.width / 2, y: isUp ? from.y : from.y + from.height }
  const points: Point[] = [start]
  // Past the higher boxes of its row before it turns.
  const below = bands[row]?.bottom ?? 0
  if (!isUp && below > start.y) points.push({ x: start.x, y: below })
  for (const [index, bend] of bends.entries()) {
    const band = bands[isUp ? row - 1 - index : row + 1 + index]
    if (band === undefined) continue
    const x = Math.round(bend - middle)
    points.push({ x, y: isUp ? band.bottom : band.top }, { x, y: isUp ? band.top : band.bottom })
  }
  const last = { x: to.x + to.width / 2, y: isUp ? to.y + to.height : to.y }
  const bottom = bands[end]?.bottom ?? 0
  points.push(isUp && bottom > last.y ? { x: last.x, y: bottom } : last)
  const label = labelOf(points)
  if (points.at(-1) !== last) points.push(last)
  return { points, label }
}

/** The middle of the last turn: nearest to what waits, where edges that come from one card have parted. */
function labelOf(points: readonly Point[]): Point {
  const [first, second] = [points.at(-2), points.at(-1)]
  if (first === undefined || second === undefined) return { x: 0, y: 0 }
  return { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 }
}

function boundsOf(nodes: readonly Rect[], edges: readonly DagEdge[]): Rect {
  if (nodes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const note = (x: number, y: number): void => {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  for (const { x, y, width, height } of nodes) {
    note(x, y)
    note(x + width, y + height)
  }
  for (const { points } of edges) for (const { x, y } of points) note(x, y)
  return { x: left, y: top, width: right - left, height: bottom - top }
}
