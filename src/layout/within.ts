import { cardPitch, cardRect, laneAt } from './layout-lanes.ts'
import type { CardPlace, LanesLayout, Rect } from './model.ts'
import { touches } from './rect.ts'

/** Lanes and cards from one to another, both of them included. Empty when the second is smaller. */
export interface LaneWindow {
  readonly firstLane: number
  readonly lastLane: number
}

/** The lanes that a rectangle touches, gaps above them included. Found without looking at any. */
export function lanesWithin(layout: LanesLayout, rect: Rect): LaneWindow {
  return {
    firstLane: Math.max(0, laneAt(layout, rect.y)),
    lastLane: laneAt(layout, rect.y + rect.height),
  }
}

/** The places of a lane whose cards a rectangle touches from left to right, as a half-open range. */
export function placesWithin(
  layout: LanesLayout,
  lane: number,
  rect: Pick<Rect, 'x' | 'width'>,
): { readonly from: number; readonly to: number } {
  const box = layout.lanes[lane]
  if (box === undefined) return { from: 0, to: 0 }
  if (box.cards !== undefined) {
    const first = box.cards.findIndex(({ x, width }) => x + width > rect.x)
    const end = box.cards.findLastIndex(({ x }) => x < rect.x + rect.width) + 1
    return first < 0 ? { from: 0, to: 0 } : { from: first, to: Math.max(first, end) }
  }
  const from = Math.max(0, Math.floor((rect.x - box.firstX) / cardPitch))
  const to = Math.min(box.count, Math.floor((rect.x + rect.width - box.firstX) / cardPitch) + 1)
  return { from, to: Math.max(from, to) }
}

/** The cards that a rectangle touches, in reading order. */
export function cardsWithin(layout: LanesLayout, rect: Rect): readonly CardPlace[] {
  const { firstLane, lastLane } = lanesWithin(layout, rect)
  const places: CardPlace[] = []
  for (let lane = firstLane; lane <= lastLane; lane++) {
    const box = layout.lanes[lane]
    if (box === undefined) continue
    const { from, to } = placesWithin(layout, lane, rect)
    for (let step = from; step < to; step++) {
      if (touches(cardRect(box, step), rect)) places.push({ lane, step })
    }
  }
  return places
}
