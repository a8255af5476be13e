import { metrics } from '../metrics.ts'
import type { DropTarget, Point, Rect } from '../model.ts'
import { holdsPoint } from '../rect.ts'
import type { DagInputEdge, DagLayout } from './model.ts'

type Ends = Pick<DagInputEdge, 'from' | 'to'>

/** How near to an edge a drop is on it. */
const REACH = 22
const SPOT = 36

/** Where something lands when it is let go at a point: on the card there, after it; on the edge there; else by itself, at the point. */
export function dagTargetAt(layout: DagLayout, edges: readonly Ends[], point: Point): DropTarget {
  const card = layout.nodes.findIndex((rect) => holdsPoint(rect, point))
  const rect = layout.nodes[card]
  if (rect !== undefined) return afterCard(card, rect)
  let best: { readonly index: number; readonly distance: number } | undefined
  for (const [index, { points }] of layout.edges.entries()) {
    const distance = distanceTo(points, point)
    if (distance <= REACH && (best === undefined || distance < best.distance))
      best = { index, distance }
  }
  const ends = best && edges[best.index]
  if (best !== undefined && ends !== undefined) return onEdge(layout, ends, best.index)
  const { cardWidth: width, cardHeight: height } = metrics
  const own = { x: point.x - width / 2, y: point.y - height / 2, width, height }
  return { place: { after: [], before: [] }, rect: own }
}

/** All targets: by itself, after each card, on each edge. For walking through them by keys. */
export function dagTargets(layout: DagLayout, edges: readonly Ends[]): readonly DropTarget[] {
  const { x, y, width, height } = layout.bounds
  const alone: DropTarget = {
    place: { after: [], before: [] },
    rect: {
      x: x + width / 2 - metrics.cardWidth / 2,
      y: y + height + 24,
      width: metrics.cardWidth,
      height: metrics.cardHeight,
    },
  }
  return [
    alone,
    ...layout.nodes.map((rect, card) => afterCard(card, rect)),
    ...edges.flatMap((ends, index) =>
      (layout.edges[index]?.points.length ?? 0) === 0 ? [] : [onEdge(layout, ends, index)],
    ),
  ]
}

function afterCard(card: number, rect: Rect): DropTarget {
  return { place: { after: [card], before: [] }, rect }
}

function onEdge(layout: DagLayout, { from, to }: Ends, index: number): DropTarget {
  const { x, y } = layout.edges[index]?.label ?? { x: 0, y: 0 }
  const rect = { x: x - SPOT / 2, y: y - SPOT / 2, width: SPOT, height: SPOT }
  return { place: { after: [from], before: [to] }, rect }
}

/** How far a point is from a way, taken as straight lines. */
function distanceTo(points: readonly Point[], point: Point): number {
  let least = Infinity
  for (const [index, from] of points.entries()) {
    const to = points[index + 1]
    if (to === undefined) break
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length
    const part = Math.max(0, Math.min(1, along))
    least = Math.min(least, Math.hypot(point.x - from.x - part * dx, point.y - from.y - part * dy))
  }
  return least
}
