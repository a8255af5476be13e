import { assertNever } from '../../src/base/index.ts'
import {
  dagTargetAt,
  dagTargets,
  dropTargetAt,
  dropTargets,
  type Point,
  type Rect,
} from '../../src/layout/index.ts'
import { afterSelection, type DragItem, type DropSurface } from '../authoring/index.ts'
import type { Designer } from '../store/index.ts'
import { shownGraph } from './cards.ts'
import { add, lanesOf, moveLane, moveTo } from './edits.ts'
import { staysPut } from './moves.ts'
import { graphPlaceWords, placeWords } from './place-words.ts'
import {
  isNestedItem,
  layoutAround,
  nestedGraphOf,
  nestedTargetAt,
  nestedTargets,
} from './unfold/nested-drops.ts'

/** What the surface needs of the mounted canvas. */
export interface SurfaceView {
  /** Where the canvas is in the window. */
  readonly pane: () => Rect
  readonly toLayout: (point: Point) => Point
  readonly reveal: (rect: Rect) => void
  /** Moves the picture for a point near an edge; says whether it moved. */
  readonly autoPan: (point: Point) => boolean
}

/** The canvas as a place to drop things. */
export function dropSurface(designer: Designer, view: SurfaceView): DropSurface {
  const lanes = () => lanesOf(designer.scene())
  const graph = () => shownGraph(designer.scene())
  const dragged = (item: DragItem) => (item.type === 'lane' ? 'lane' : 'steps')
  return {
    accepts: (item) => {
      const { lock } = designer.scene()
      if (lock !== undefined) {
        designer.actions.notify({ tone: 'warning', text: lock })
        return false
      }
      if (isNestedItem(designer.scene(), item)) return true
      return lanes() !== undefined || (item.type === 'new' && graph() !== undefined)
    },
    targetAt: (item, point) => {
      const { x, y, width, height } = view.pane()
      const isInside = point.x >= x && point.y >= y && point.x <= x + width && point.y <= y + height
      const shown = lanes()
      if (!isInside) return undefined
      if (isNestedItem(designer.scene(), item))
        return nestedTargetAt(designer.scene(), item, view.toLayout(point))
      const drawn = graph()
      if (drawn !== undefined)
        return dagTargetAt(drawn.layout, drawn.graph.edges, view.toLayout(point))
      if (shown === undefined) return undefined
      return dropTargetAt(shown.layout, view.toLayout(point), dragged(item))
    },
    targets: (item) => {
      if (isNestedItem(designer.scene(), item)) return nestedTargets(designer.scene(), item)
      const shown = lanes()
      const drawn = graph()
      if (drawn !== undefined) return dagTargets(drawn.layout, drawn.graph.edges)
      return shown === undefined ? [] : dropTargets(shown.layout, dragged(item))
    },
    home: (item) => {
      switch (item.type) {
        case 'steps': {
          const first = item.places[0]
          return first === undefined ? { newLane: 0 } : { lane: first.lane, index: first.step }
        }
        case 'lane':
          return { newLane: item.lane }
        case 'new':
          return afterSelection(designer.scene())
        default:
          return assertNever(item)
      }
    },
    missed: (item) => {
      if (!isNestedItem(designer.scene(), item)) return
      const text =
        'Steps are dragged within their own template. To take one to another, cut it here and paste it there.'
      designer.actions.notify({ tone: 'warning', text })
    },
    describe: (place, item) => {
      const nested = nestedGraphOf(designer.scene(), item)
      if (nested !== undefined && !('after' in place)) return placeWords(nested, place)
      const shown = lanes()
      if ('after' in place) return graphPlaceWords(graph()?.graph, place)
      return shown === undefined ? '' : placeWords(shown.graph, place)
    },
    reveal: ({ rect }) => view.reveal(rect),
    autoPan: view.autoPan,
    drop: (item, place) => {
      switch (item.type) {
        case 'new':
          return add(designer, item.entry, place)
        case 'steps':
          if ('after' in place) return false
          if (staysPut(layoutAround(designer.scene(), item), item.places, place)) return false
          return moveTo(designer, item.places, place)
        case 'lane':
          if (!('newLane' in place)) return false
          if (place.newLane === item.lane || place.newLane === item.lane + 1) return false
          return moveLane(designer, item.lane, place.newLane)
        default:
          return assertNever(item)
      }
    },
  }
}
