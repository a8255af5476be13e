import { assertNever } from '../base/index.ts'
import { cardRect } from './layout-lanes.ts'
import { metrics } from './metrics.ts'
import type { CardPlace, LanesLayout, Rect } from './model.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * The card beside one: in its lane to the left or right, or the nearest one of the next lane with steps above or below. Nothing at
 * the edge.
 */
export function neighbour(
  layout: LanesLayout,
  from: CardPlace,
  direction: Direction,
): CardPlace | undefined {
  const box = layout.lanes[from.lane]
  if (box === undefined) return undefined
  switch (direction) {
    case 'left':
      return from.step > 0 ? { lane: from.lane, step: from.step - 1 } : undefined
    case 'right':
      return from.step + 1 < box.count ? { lane: from.lane, step: from.step + 1 } : undefined
    case 'up':
      return nearest(layout, from.lane - 1, -1, middleOf(cardRect(box, from.step)))
    case 'down':
      return nearest(layout, from.lane + 1, 1, middleOf(cardRect(box, from.step)))
    default:
      return assertNever(direction)
  }
}

function nearest(layout: LanesLayout, start: number, by: 1 | -1, x: number): CardPlace | undefined {
  for (let lane = start; ; lane += by) {
    const box = layout.lanes[lane]
    if (box === undefined) return undefined
    if (box.cards !== undefined) {
      const distances = box.cards.map((card) => Math.abs(middleOf(card) - x))
      return { lane, step: distances.indexOf(Math.min(...distances)) }
    }
    if (box.count > 0) {
      const places = (x - middleOf(cardRect(box, 0))) / (metrics.cardWidth + metrics.cardGap)
      // Of two that are as near, the left one.
      const step = Math.ceil(places - 0.5)
      return { lane, step: Math.max(0, Math.min(box.count - 1, step)) }
    }
  }
}

function middleOf({ x, width }: Rect): number {
  return x + width / 2
}
