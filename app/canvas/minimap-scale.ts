import {
  cardRect,
  movedBy,
  type LaneBox,
  type LanesLayout,
  type Rect,
} from '../../src/layout/index.ts'

const most = { width: 120, height: 112 }
const least = { width: 44, height: 40 }
/** Beyond this many cards only the boxes of lanes are drawn. */
const FINE = 2000

export interface MinimapScale {
  readonly width: number
  readonly height: number
  /** What part of the layout it shows. */
  readonly bounds: Rect
}

/**
 * How big the overview is: in proportion, unless that would make a line of it, as a thousand lanes would; then it is stretched.
 */
export function minimapScale(bounds: Rect): MinimapScale {
  const margin = 40
  const shown = {
    x: bounds.x - margin,
    y: bounds.y - margin,
    width: bounds.width + 2 * margin,
    height: bounds.height + 2 * margin,
  }
  const scale = Math.min(most.width / shown.width, most.height / shown.height)
  return {
    width: Math.max(least.width, Math.round(shown.width * scale)),
    height: Math.max(least.height, Math.round(shown.height * scale)),
    bounds: shown,
  }
}

/** All cards, or when there are too many all lanes, as one shape. */
export function minimapShape(layout: LanesLayout): string {
  const known = shapes.get(layout)
  if (known !== undefined) return known
  const made = shapeOfLanes(layout)
  shapes.set(layout, made)
  return made
}

const shapes = new WeakMap<LanesLayout, string>()

function shapeOfLanes({ lanes }: LanesLayout): string {
  const count = lanes.reduce((sum, lane) => sum + lane.count, 0)
  const rects: readonly Rect[] =
    count > FINE
      ? lanes
      : lanes.flatMap((lane) =>
          Array.from({ length: lane.count }, (_, step) => cardRect(lane, step)),
        )
  return shapeOf(rects)
}

/** Some cards of a lane as one path, from the corner of its box. */
export function cardShape(box: LaneBox, steps: readonly number[]): string {
  const by = { x: -box.x, y: -box.y }
  return shapeOf(steps.map((step) => movedBy(cardRect(box, step), by)))
}

/** Rectangles as one path. */
export function shapeOf(rects: readonly Rect[]): string {
  return rects
    .map(
      ({ x, y, width, height }) =>
        `M${String(x)} ${String(y)}h${String(width)}v${String(height)}h${String(-width)}z`,
    )
    .join('')
}
