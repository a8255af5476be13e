import type { Point, Rect } from './model.ts'

/** Whether two rectangles share more than an edge. */
export function touches(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** Whether a point is in a rectangle or on its edge. */
export function holdsPoint({ x, y, width, height }: Rect, point: Point): boolean {
  return point.x >= x && point.y >= y && point.x <= x + width && point.y <= y + height
}

/** The rectangle as it is seen from elsewhere: `by` is where its own origin lies there. */
export function movedBy(rect: Rect, by: Point): Rect {
  return { ...rect, x: rect.x + by.x, y: rect.y + by.y }
}
