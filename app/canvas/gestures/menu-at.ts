import type { MouseEvent } from 'react'
import type { Designer } from '../../store/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { cardsOf, isSame, selectedPlaces } from '../cards.ts'
import { edgeOf } from '../dag/edge-gestures.ts'
import { edgeMenu, selectEdge } from '../dag/edges.ts'
import { selectPlaces } from '../edits.ts'
import { cardMenu, laneMenu, paneMenu } from '../menus.ts'
import { nestedKeyOf, selectNested } from '../unfold/nested-edits.ts'
import { nestedMenu } from '../unfold/nested-menu.ts'
import { cardOf, numberOf } from './places.ts'

/** The menu for what was right-clicked: the card (which is selected), the lane, or the canvas. */
export function menuAt(designer: Designer, event: MouseEvent): () => readonly MenuEntry[] {
  if (cardsOf(designer.scene()) === undefined) return () => []
  const at = { x: event.clientX, y: event.clientY }
  const nested = nestedKeyOf(event.target)
  if (nested !== undefined) {
    selectNested(designer, nested)
    return () => nestedMenu(designer, nested)
  }
  const place = cardOf(event.target)
  if (place !== undefined) {
    const isSelected = selectedPlaces(designer.scene()).some((other) => isSame(other, place))
    if (!isSelected) selectPlaces(designer, [place])
    return () => cardMenu(designer)
  }
  const edge = edgeOf(designer, event.target)
  if (edge !== undefined) {
    selectEdge(designer, edge.id)
    return () => edgeMenu(designer, edge)
  }
  const lane = numberOf(event.target, 'data-lane-grip') ?? laneUnder(at)
  return () => (lane === undefined ? paneMenu(designer, at) : laneMenu(designer, lane, at))
}

/** Boxes of lanes let the pointer through to the canvas below, so they are looked for by where they are. */
function laneUnder({ x, y }: { readonly x: number; readonly y: number }): number | undefined {
  for (const box of document.querySelectorAll('[data-lane-box]')) {
    const { left, top, right, bottom } = box.getBoundingClientRect()
    if (x >= left && x <= right && y >= top && y <= bottom)
      return Number(box.getAttribute('data-lane-box'))
  }
  return undefined
}
