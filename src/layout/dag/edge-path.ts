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

function at({ x, y }: Point): string {
  return `${number(x)} ${number(y)}`
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10)
}
