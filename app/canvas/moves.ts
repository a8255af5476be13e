import { assertNever } from '../../src/base/index.ts'
import type { CardPlace, Direction, LanePlace, LanesLayout } from '../../src/layout/index.ts'

/**
 * Where steps of one lane go when they are moved by keys: past their neighbour, or into the next lane; `outOfLane` makes them a lane
 * of their own instead. In the next lane they stay under or above where they were; a lane that goes up or down as a whole comes last
 * there, so that steps that were moved one after the other keep their order. Nothing when they cannot go further, or come from several
 * lanes.
 */
export function moveDestination(
  layout: LanesLayout,
  places: readonly CardPlace[],
  direction: Direction,
  outOfLane = false,
): LanePlace | undefined {
  const lane = places[0]?.lane
  const box = lane === undefined ? undefined : layout.lanes[lane]
  if (lane === undefined || box === undefined) return undefined
  if (places.some((place) => place.lane !== lane)) return undefined
  const steps = places.map(({ step }) => step)
  const first = Math.min(...steps)
  const last = Math.max(...steps)
  const isWhole = places.length === box.count
  const placeIn = (next: number): LanePlace => {
    const count = layout.lanes[next]?.count ?? 0
    return { lane: next, index: isWhole ? count : Math.min(first, count) }
  }
  switch (direction) {
    case 'left':
      return first > 0 ? { lane, index: first - 1 } : undefined
    case 'right':
      return last + 1 < box.count ? { lane, index: last + 2 } : undefined
    case 'up':
      if (outOfLane || lane === 0) return isWhole ? undefined : { newLane: lane }
      return placeIn(lane - 1)
    case 'down':
      if (outOfLane || lane + 1 === layout.lanes.length)
        return isWhole ? undefined : { newLane: lane + 1 }
      return placeIn(lane + 1)
    default:
      return assertNever(direction)
  }
}

/** Whether steps that are put at a place are where they are already. */
export function staysPut(
  layout: LanesLayout | undefined,
  places: readonly CardPlace[],
  to: LanePlace,
): boolean {
  const first = places[0]
  if (first === undefined || places.some(({ lane }) => lane !== first.lane)) return false
  const steps = places.map(({ step }) => step)
  const from = Math.min(...steps)
  const end = Math.max(...steps) + 1
  if ('newLane' in to) {
    const isWhole = layout?.lanes[first.lane]?.count === places.length
    return isWhole && (to.newLane === first.lane || to.newLane === first.lane + 1)
  }
  const isBlock = end - from === places.length
  return isBlock && to.lane === first.lane && to.index >= from && to.index <= end
}
