import { useReactFlow } from '@xyflow/react'
import { createElement, useState, type MouseEvent, type PointerEvent } from 'react'
import type { CardPlace, Point } from '../../../src/layout/index.ts'
import { swallowClick } from '../../authoring/index.ts'
import { useDesigner } from '../../store/index.ts'
import { cardsOf, selectedPlaces } from '../cards.ts'
import { selectPlaces } from '../edits.ts'
import { Marquee } from '../Marquee.tsx'
import { cardOf, isOnControl } from './places.ts'

interface Corners {
  readonly from: Point
  readonly to: Point
}

/** Selects what a rectangle touches that is drawn with Shift held down; Escape brings back what was selected. */
export function useMarquee() {
  const designer = useDesigner()
  const { screenToFlowPosition } = useReactFlow()
  const [corners, setCorners] = useState<Corners>()

  const within = ({ from, to }: Corners): readonly CardPlace[] => {
    const cards = cardsOf(designer.scene())
    if (cards === undefined) return []
    const a = screenToFlowPosition(from, { snapToGrid: false })
    const b = screenToFlowPosition(to, { snapToGrid: false })
    return cards.within({
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    })
  }

  const isMarquee = (event: MouseEvent): boolean =>
    event.button === 0 &&
    event.shiftKey &&
    cardOf(event.target) === undefined &&
    !isOnControl(event.target)

  const begin = (from: Point, pointerId: number): void => {
    const before = selectedPlaces(designer.scene())
    const ending = new AbortController()
    const { signal } = ending
    let last = ''
    const end = (): void => {
      ending.abort()
      setCorners(undefined)
    }
    const follow = (to: Point): void => {
      setCorners({ from, to })
      const places = within({ from, to })
      const key = JSON.stringify(places)
      // Selecting is heard everywhere, so it is done only when there is news.
      if (key !== last) selectPlaces(designer, places)
      last = key
    }
    window.addEventListener(
      'pointermove',
      (event) => {
        if (event.pointerId === pointerId) follow({ x: event.clientX, y: event.clientY })
      },
      { signal },
    )
    window.addEventListener(
      'pointerup',
      () => {
        end()
        swallowClick()
      },
      { signal },
    )
    window.addEventListener('pointercancel', end, { signal })
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        end()
        selectPlaces(designer, before)
      },
      { signal, capture: true },
    )
    window.addEventListener('selectstart', (event) => event.preventDefault(), { signal })
  }

  return {
    handlers: {
      onPointerDownCapture: (event: PointerEvent) => {
        if (!isMarquee(event)) return
        event.stopPropagation()
        begin({ x: event.clientX, y: event.clientY }, event.pointerId)
      },
      // React Flow would move the picture.
      onMouseDownCapture: (event: MouseEvent) => {
        if (isMarquee(event)) event.stopPropagation()
      },
    },
    box: corners === undefined ? null : createElement(Marquee, corners),
  }
}
