import { useReactFlow } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { useDrag } from '../../authoring/index.ts'
import { useDesigner } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { dropSurface } from '../surface.ts'
import { panStep } from '../viewport.ts'

/** Makes the canvas the place where things are dropped. */
export function useDropSurface(root: RefObject<HTMLElement | null>): void {
  const designer = useDesigner()
  const drag = useDrag()
  const { screenToFlowPosition, getViewport, setViewport } = useReactFlow()
  useEffect(() => {
    const pane = () => root.current?.getBoundingClientRect() ?? new DOMRect()
    return drag.setSurface(
      dropSurface(designer, {
        pane,
        toLayout: (point) => screenToFlowPosition(point, { snapToGrid: false }),
        reveal: (rect) => canvasUi(designer).view()?.reveal(rect),
        autoPan: (point) => {
          const { x, y, width, height } = pane()
          const isInside =
            point.x >= x && point.y >= y && point.x <= x + width && point.y <= y + height
          const step = panStep(point, { x, y, width, height })
          if (!isInside || (step.x === 0 && step.y === 0)) return false
          const viewport = getViewport()
          void setViewport({ ...viewport, x: viewport.x + step.x, y: viewport.y + step.y })
          return true
        },
      }),
    )
  }, [designer, drag, root, screenToFlowPosition, getViewport, setViewport])
}
