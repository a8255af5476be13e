import { useReactFlow, useStore } from '@xyflow/react'
import { useEffect, useEffectEvent, useLayoutEffect, type RefObject } from 'react'
import type { CardPlace, Rect } from '../../../src/layout/index.ts'
import { useDesigner, useScene } from '../../store/index.ts'
import { canvasUi, type CanvasView } from '../canvas-ui.ts'
import { useInspect } from '../inspect-context.ts'
import { selectedPlaces } from '../cards.ts'
import { nestedRect, nestedSelection } from '../unfold/nested-edits.ts'
import {
  firstViewport,
  fitViewport,
  isInSight,
  isPartInSight,
  isWhollyInSight,
  revealViewport,
  zoomedBy,
  type Viewport,
} from '../viewport.ts'

/** What the view has to know of a layout. */
export interface SeenLayout {
  /** Nothing while there is no layout yet. */
  readonly bounds: Rect | undefined
  readonly isEmpty: boolean
  readonly rectOf: (place: CardPlace) => Rect | undefined
}

/**
 * Lets others zoom and move the picture. Shows all of it at first and whenever another template is drawn (`viewKey`), and keeps what is
 * selected in sight. Says whether there is anything to see yet.
 */
export function useCanvasView(
  root: RefObject<HTMLElement | null>,
  { bounds, isEmpty, rectOf }: SeenLayout,
  viewKey: string,
): boolean {
  const flow = useReactFlow()
  const designer = useDesigner()
  const inspect = useInspect()
  const scene = useScene()
  const selected = selectedPlaces(scene)
  const nested = nestedSelection(scene).places
  const isMeasured = useStore(
    ({ width, height, panZoom }) => width > 0 && height > 0 && panZoom !== null,
  )

  const pane = () => ({
    width: root.current?.clientWidth ?? 0,
    height: root.current?.clientHeight ?? 0,
  })
  const go = (viewport: Viewport, isSmooth = true): void => {
    const isCalm = !isSmooth || window.matchMedia('(prefers-reduced-motion: reduce)').matches
    void flow.setViewport(viewport, isCalm ? {} : { duration: 140 })
  }
  const view: CanvasView = {
    fit: () => {
      if (bounds) go(fitViewport(bounds, pane()))
    },
    zoomBy: (factor) => go(zoomedBy(flow.getViewport(), pane(), factor)),
    zoomToFullSize: () => go(zoomedBy(flow.getViewport(), pane(), 1 / flow.getZoom())),
    reveal: (rect) => {
      const from = flow.getViewport()
      const to = revealViewport(from, pane(), rect)
      if (to.x !== from.x || to.y !== from.y) go(to, false)
    },
    shift: ({ x, y }) => {
      const from = flow.getViewport()
      go({ ...from, x: from.x + x * from.zoom, y: from.y + y * from.zoom }, false)
    },
    toWindow: (point) => flow.flowToScreenPosition(point),
    middle: () => {
      const { x, y, width, height } = root.current?.getBoundingClientRect() ?? new DOMRect()
      return { x: x + width / 2, y: y + height / 3 }
    },
    inspect,
  }
  const latest = useEffectEvent(() => view)

  useEffect(
    () =>
      canvasUi(designer).setView({
        fit: () => latest().fit(),
        zoomBy: (factor) => latest().zoomBy(factor),
        zoomToFullSize: () => latest().zoomToFullSize(),
        reveal: (rect) => latest().reveal(rect),
        shift: (by) => latest().shift(by),
        toWindow: (point) => latest().toWindow(point),
        middle: () => latest().middle(),
        inspect: () => latest().inspect(),
      }),
    [designer],
  )

  const hasBounds = bounds !== undefined
  const showFirst = useEffectEvent(() => {
    if (bounds) void flow.setViewport(firstViewport(bounds, pane()))
  })
  useLayoutEffect(() => {
    if (isMeasured && hasBounds) showFirst()
  }, [isMeasured, hasBounds, viewKey])

  // The picture may have shrunk away from under the eye, as when most of it was deleted.
  const showAny = useEffectEvent(() => {
    const isEnough = isEmpty ? isWhollyInSight : isPartInSight
    if (bounds && !isEnough(flow.getViewport(), pane(), bounds)) showFirst()
  })
  useEffect(() => {
    if (isMeasured) showAny()
  }, [isMeasured, bounds])

  const showSelected = useEffectEvent(() => {
    const last = selected.at(-1)
    const rect = last === undefined ? nestedRect(designer.scene()) : rectOf(last)
    if (rect && !isInSight(flow.getViewport(), pane(), rect)) view.reveal(rect)
  })
  const key = [selected, nested].map(placesKey).join('>')
  useEffect(() => {
    if (key !== '>' && isMeasured) showSelected()
  }, [key, isMeasured])

  return isMeasured && hasBounds
}

function placesKey(places: readonly CardPlace[]): string {
  return places.map(({ lane, step }) => `${String(lane)}/${String(step)}`).join()
}
