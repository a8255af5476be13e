import { sameTemplate } from '../../../src/argo/index.ts'
import type { StepsGraph } from '../../../src/graph/index.ts'
import {
  dropTargetAt,
  dropTargets,
  holdsPoint,
  movedBy,
  type DropTarget,
  type FrameBox,
  type LanesLayout,
  type Point,
} from '../../../src/layout/index.ts'
import type { DragItem } from '../../authoring/index.ts'
import type { Scene } from '../../store/index.ts'
import { framesOf } from '../cards.ts'
import { lanesOf } from '../edits.ts'

/*
 * Steps in unfolded cards are dropped in the lanes of their own template, wherever that is unfolded.
 */

type StepsItem = Extract<DragItem, { readonly type: 'steps' }>

/** Whether something is dragged that stands in an unfolded card. */
export function isNestedItem(scene: Scene, item: DragItem): item is DragItem & StepsItem {
  const template = item.type === 'steps' ? item.places[0]?.template : undefined
  return template !== undefined && !sameTemplate(template, scene.address)
}

/** Where it lands at a point of the layout; nothing outside of its template. */
export function nestedTargetAt(
  scene: Scene,
  item: StepsItem,
  point: Point,
): DropTarget | undefined {
  // The innermost last.
  const frame = lanesAround(scene, item).findLast(({ rect }) => holdsPoint(rect, point))
  if (frame === undefined) return undefined
  const { layout, origin } = frame
  const { place, rect } = dropTargetAt(layout, {
    x: point.x - origin.x,
    y: point.y - origin.y,
  })
  return { place, rect: movedBy(rect, origin) }
}

/** All places where it can go, in reading order. */
export function nestedTargets(scene: Scene, item: StepsItem): readonly DropTarget[] {
  const [frame] = lanesAround(scene, item)
  if (frame === undefined) return []
  const { layout, origin } = frame
  return dropTargets(layout).map(({ place, rect }) => ({ place, rect: movedBy(rect, origin) }))
}

/** The lanes among which something of an unfolded card is dragged. */
export function nestedGraphOf(scene: Scene, item: DragItem): StepsGraph | undefined {
  return isNestedItem(scene, item) ? lanesAround(scene, item)[0]?.graph : undefined
}

/** The layout of the lanes that what is dragged stands in. */
export function layoutAround(scene: Scene, item: DragItem): LanesLayout | undefined {
  return isNestedItem(scene, item) ? lanesAround(scene, item)[0]?.layout : lanesOf(scene)?.layout
}

interface LanesInFrame extends Pick<FrameBox, 'rect' | 'origin'> {
  readonly graph: StepsGraph
  readonly layout: LanesLayout
}

function lanesAround(scene: Scene, { places: [first] }: StepsItem): readonly LanesInFrame[] {
  return framesOf(scene).flatMap(({ inside, rect, origin, unfolded }) =>
    inside?.kind === 'steps' && sameTemplate(unfolded.template, first?.template)
      ? [{ graph: inside.shown.graph, layout: inside.layout, rect, origin }]
      : [],
  )
}
