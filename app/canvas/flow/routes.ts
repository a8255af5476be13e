import type { Path } from '../../../src/base/index.ts'
import {
  edgesAround,
  ownerAt,
  type DataEdge,
  type EdgeEnd,
  type Flow,
} from '../../../src/flow/index.ts'
import type { Point, Rect } from '../../../src/layout/index.ts'
import type { CardGeometry } from './geometry.ts'

/** Which side of a card an edge touches. */
export type Side = 'top' | 'bottom' | 'left' | 'right'

/** An edge of the step that is looked at, as it is drawn. */
export interface Route {
  /** Whether data comes to the step, or goes from it. */
  readonly direction: 'in' | 'out'
  /** The step at the other end; nothing for the inputs and outputs of the template. */
  readonly other: Path | undefined
  readonly otherRect: Rect
  readonly label: string
  readonly path: string
  /** Where the arrow's head is, and which way it points. */
  readonly tip: Point
  readonly heading: Side
  /** Where the edge touches the other end: its words stand there. */
  readonly touch: Point
  readonly touchSide: Side
}

/** The edges around a step that have both ends in the picture. */
export function routesAround(flow: Flow, geometry: CardGeometry, step: Path): readonly Route[] {
  const own = geometry.rectOf(step)
  const owner = ownerAt(flow, step.slice(0, -3))
  if (own === undefined || owner === undefined) return []
  const local = step.slice(owner.path.length)
  const ends = geometry.endsOf(owner.path)
  const rectOf = (end: EdgeEnd): Rect | undefined => {
    if (end === 'inputs') return ends.inputs
    if (end === 'outputs') return ends.outputs
    return geometry.rectOf([...owner.path, ...end])
  }
  const isOwn = (end: EdgeEnd): boolean => typeof end !== 'string' && end.join() === local.join()
  const found = edgesAround(owner.view, local).flatMap((edge) => {
    const direction = isOwn(edge.to) ? ('in' as const) : ('out' as const)
    const other = direction === 'in' ? edge.from : edge.to
    const rect = rectOf(other)
    return rect === undefined ? [] : [{ edge, direction, other, rect }]
  })
  return (['in', 'out'] as const).flatMap((direction) => {
    // From left to right, so that edges do not cross where they meet at the card.
    const some = found
      .filter((one) => one.direction === direction)
      .sort((a, b) => middle(a.rect).x - middle(b.rect).x)
    return some.map(({ edge, other, rect }, index): Route => {
      const share = (index + 1) / (some.length + 1)
      const [from, to] = direction === 'in' ? [rect, own] : [own, rect]
      const shares = direction === 'in' ? [0.5, share] : [share, 0.5]
      const line = connect(from, to, shares[0] ?? 0.5, shares[1] ?? 0.5)
      return {
        direction,
        other: typeof other === 'string' ? undefined : [...owner.path, ...other],
        otherRect: rect,
        label: labelOf(edge, other),
        path: line.path,
        tip: line.end,
        heading: line.endSide,
        touch: direction === 'in' ? line.start : line.end,
        touchSide: direction === 'in' ? line.startSide : line.endSide,
      }
    })
  })
}

function labelOf({ labels }: DataEdge, other: EdgeEnd): string {
  const words = labels.join(', ')
  return other === 'inputs' ? `${labels.length === 1 ? 'input' : 'inputs'} ${words}` : words
}

/** A line from one rectangle to another, as one path of an SVG. */
export function connect(
  from: Rect,
  to: Rect,
  startShare = 0.5,
  endShare = 0.5,
): {
  readonly path: string
  readonly start: Point
  readonly end: Point
  readonly startSide: Side
  readonly endSide: Side
} {
  const [startSide, endSide] = sides(from, to)
  const start = pointOn(from, startSide, startShare)
  const end = pointOn(to, endSide, endShare)
  const reach = Math.max(24, Math.min(120, Math.hypot(end.x - start.x, end.y - start.y) / 2.2))
  const a = away(start, startSide, reach)
  const b = away(end, endSide, reach)
  const path = `M${at(start)}C${at(a)} ${at(b)} ${at(end)}`
  return { path, start, end, startSide, endSide }
}

function sides(from: Rect, to: Rect): readonly [Side, Side] {
  if (to.y >= from.y + from.height) return ['bottom', 'top']
  if (to.x >= from.x + from.width) return ['right', 'left']
  if (to.x + to.width <= from.x && to.y + to.height > from.y) return ['left', 'right']
  // Backwards: round the outside.
  return ['left', 'left']
}

function pointOn({ x, y, width, height }: Rect, side: Side, share: number): Point {
  switch (side) {
    case 'top':
      return { x: x + width * share, y }
    case 'bottom':
      return { x: x + width * share, y: y + height }
    case 'left':
      return { x, y: y + height * share }
    case 'right':
      return { x: x + width, y: y + height * share }
  }
}

function away({ x, y }: Point, side: Side, by: number): Point {
  if (side === 'top') return { x, y: y - by }
  if (side === 'bottom') return { x, y: y + by }
  return { x: side === 'left' ? x - by : x + by, y }
}

function at({ x, y }: Point): string {
  return `${String(Math.round(x * 10) / 10)} ${String(Math.round(y * 10) / 10)}`
}

export function middle({ x, y, width, height }: Rect): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
