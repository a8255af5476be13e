import type { Point } from '../model.ts'

/** The way of an edge as the path of an SVG: curves that leave and arrive upright, straight through the rows between. */
export function edgePath(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  let last = first
  let path = `M${at(first)}`
  for (const point of rest) {
    const middle = (last.y + point.y) / 2
    path +=
      last.x === point.x
        ? `V${number(point.y)}`
        : `C${number(last.x)} ${number(middle)} ${number(point.x)} ${number(middle)} ${at(point)}`
    last = point
  }
  return path
}

/** The point of an edge's way that lies some pixels below its beginning, or above its end; less far on a way that is too short for that. */
export function edgePoint(points: readonly Point[], end: 'from' | 'to', distance: number): Point {
  const [first, next] = end === 'from' ? points : points.toReversed()
  if (first === undefined || next === undefined) return first ?? { x: 0, y: 0 }
  const [dx, dy] = [next.x - first.x, next.y - first.y]
  const most = Math.min(distance, Math.abs(dy) / 2)
  // The curve of `edgePath`, halved until the height is right.
  let [low, high] = [0, 1]
  for (let turn = 0; turn < 12; turn++) {
    const t = (low + high) / 2
    if (Math.abs(dy) * (1.5 * t * (1 - t) + t ** 3) < most) low = t
    else high = t
  }
  return { x: first.x + dx * low ** 2 * (3 - 2 * low), y: first.y + Math.sign(dy) * most }
}

/** The head of an edge that ends at a point, going down or up. */
export function edgeHead({ x, y }: Point, isUp: boolean): string {
  const back = y + (isUp ? 6 : -6)
  return `M${number(x - 4)} ${number(back)}L${number(x)} ${number(y)}L${number(x + 4)} ${number(back)}`
}

function at({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10)
}
