import type { StepsGraph } from '../../src/graph/index.ts'
import type { DropPlace } from '../../src/layout/index.ts'

/** A place in words: “Between lane 1 and lane 2”, “In lane 2, after tails”. */
export function placeWords({ lanes }: StepsGraph, place: DropPlace): string {
  if ('newLane' in place) {
    const { newLane } = place
    if (lanes.length === 0) return 'As the first step'
    if (newLane === 0) return 'Before lane 1'
    if (newLane >= lanes.length) return `After lane ${String(lanes.length)}`
    return `Between lane ${String(newLane)} and lane ${String(newLane + 1)}`
  }
  const cards = lanes[place.lane]?.cards ?? []
  const lane = `In lane ${String(place.lane + 1)}`
  const before = cards[place.index - 1]
  if (before !== undefined) return `${lane}, after ${before.title}`
  const after = cards[place.index]
  return after === undefined ? lane : `${lane}, before ${after.title}`
}
