import { useReactFlow } from '@xyflow/react'
import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import type { CardPlace } from '../../../src/layout/index.ts'
import { liftByKeys, press, useDrag } from '../../authoring/index.ts'
import { useDesigner } from '../../store/index.ts'
import { canvasUi } from '../canvas-ui.ts'
import { cardsOf, shownGraph } from '../cards.ts'
import { beginEdge, clickEdge } from '../dag/edge-gestures.ts'
import { cardItem, laneItem } from '../drag-items.ts'
import { goInside, lanesOf, openAdd, selectPlaces, selectTo, togglePlace } from '../edits.ts'
import { handleKey } from '../keys.ts'
import { FAR_ZOOM } from '../viewport.ts'
import { cardOf, isOnControl, numberOf } from './places.ts'

/** What pointer and keys do on the canvas. The nodes only say where they are. */
export function useGestures() {
  const designer = useDesigner()
  const drag = useDrag()
  const flow = useReactFlow()

  /** From afar cards are shapes, not elements. */
  const farCard = (event: MouseEvent): CardPlace | undefined => {
    const cards = cardsOf(designer.scene())
    if (cards === undefined || flow.getZoom() >= FAR_ZOOM) return undefined
    const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    return cards.within({ ...point, width: 1, height: 1 })[0]
  }

  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || isOnControl(event.target)) return
      const place = cardOf(event.target)
      const lane = numberOf(event.target, 'data-lane-grip')
      if (shownGraph(designer.scene()) !== undefined) {
        beginEdge(designer, event, (point) => flow.screenToFlowPosition(point))
        return
      }
      if (place !== undefined) press(drag, event, () => cardItem(designer, place))
      else if (lane !== undefined) press(drag, event, () => laneItem(designer, lane))
    },
    onClick: (event: MouseEvent) => {
      const gap = numberOf(event.target, 'data-add-gap')
      const end = numberOf(event.target, 'data-add-lane')
      const at = () => {
        const { left, bottom } =
          event.target instanceof Element
            ? (event.target.closest('button')?.getBoundingClientRect() ?? new DOMRect())
            : new DOMRect()
        return { x: left, y: bottom + 4 }
      }
      if (gap !== undefined) openAdd(designer, { newLane: gap }, at())
      else if (end !== undefined) {
        const count = lanesOf(designer.scene())?.graph.lanes[end]?.cards.length ?? 0
        openAdd(designer, { lane: end, index: count }, at())
      } else if (!isOnControl(event.target) && !clickEdge(designer, event)) {
        const place = cardOf(event.target) ?? farCard(event)
        if (place === undefined) selectPlaces(designer, [])
        else if (event.shiftKey) selectTo(designer, place)
        else if (event.ctrlKey || event.metaKey) togglePlace(designer, place)
        else selectPlaces(designer, [place])
      }
    },
    onDoubleClick: (event: MouseEvent) => {
      if (isOnControl(event.target)) return
      const place = cardOf(event.target)
      const far = farCard(event)
      if (place !== undefined) goInside(designer, place)
      else if (far !== undefined) {
        const point = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
        void flow.setCenter(point.x, point.y, { zoom: 1, duration: 140 })
      }
    },
    onFocus: (event: { readonly target: EventTarget }) => {
      const place = cardOf(event.target)
      const cards = cardsOf(designer.scene())
      if (place === undefined || cards === undefined) return
      const ui = canvasUi(designer)
      const id = cards.cardAt(place)?.id
      if (id !== ui.getSnapshot().cursor) ui.set({ cursor: id })
      // The focus may come by keys to a card that is out of sight.
      const rect = cards.rectOf(place)
      if (rect && event.target instanceof Element && event.target.matches(':focus-visible'))
        ui.view()?.reveal(rect)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const place = cardOf(event.target)
      const isOnCard =
        event.target instanceof HTMLElement && event.target.dataset['card'] !== undefined
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey
      const isGraph = shownGraph(designer.scene()) !== undefined
      if (isOnCard && place && event.key === ' ' && !hasModifier && !isGraph) {
        event.preventDefault()
        event.stopPropagation()
        const item = cardItem(designer, place)
        if (item) liftByKeys(drag, item, () => canvasUi(designer).set({ wantsFocus: true }))
        return
      }
      if (event.key === 'Enter' && isOnControl(event.target)) return
      // These make the browser tell of copying and pasting, which is heard elsewhere.
      const isClipboardKey =
        (event.ctrlKey || event.metaKey) && 'cxv'.includes(event.key.toLowerCase())
      if (isClipboardKey) event.stopPropagation()
      else if (handleKey(designer, event.nativeEvent)) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
  }
}
