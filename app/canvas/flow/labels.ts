import { touches, type Rect } from '../../../src/layout/index.ts'
import type { Route } from './routes.ts'

/** The words at an edge, as a box in coordinates of the layout. */
export interface Label {
  readonly route: Route
  readonly box: Rect
}

/** Measures of a label on the screen, in pixels. */
export const LABEL_HEIGHT = 18
const MOST_WIDTH = 168
/** An average letter, and what stands around the words. */
const LETTER = 6.8
const AROUND = 32
/** More words than these say nothing any more. */
const MOST = 24

/** Words keep their size when the picture is small, but do not grow past the cards when it is big. */
export function labelScale(zoom: number): number {
  return 1 / Math.min(1, zoom)
}

/**
 * Where the words of edges stand: at the far end of each, outside of the card there. Words that would lie on others are left out; their edge
 * stays.
 */
export function placeLabels(routes: readonly Route[], zoom: number): readonly Label[] {
  const scale = labelScale(zoom)
  const placed: Label[] = []
  for (const route of routes) {
    if (placed.length >= MOST) break
    const width = Math.min(MOST_WIDTH, route.label.length * LETTER + AROUND) * scale
    const height = LABEL_HEIGHT * scale
    // The head of an arrow stays in sight.
    const gap = (route.direction === 'in' ? 5 : 10) * scale
    const { x, y } = route.touch
    // An edge from the start or to the end of the picture has its words beside the marker.
    const isMarker = route.other === undefined
    const marker = route.otherRect
    const box = isMarker
      ? { x: marker.x + marker.width + gap, y: marker.y + marker.height / 2 - height / 2 }
      : route.touchSide === 'bottom'
        ? { x: x - width / 2, y: y + gap }
        : route.touchSide === 'top'
          ? { x: x - width / 2, y: y - gap - height }
          : route.touchSide === 'right'
            ? { x: x + gap, y: y - height / 2 }
            : { x: x - gap - width, y: y - height / 2 }
    const label = { route, box: { ...box, width, height } }
    if (!placed.some((other) => touches(other.box, label.box))) placed.push(label)
  }
  return placed
}
