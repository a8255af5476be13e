import type { DagGraph, StepsGraph } from '../../src/graph/index.ts'
import type { GraphPlace, LanePlace } from '../../src/layout/index.ts'

/** A place in words: “Between lane 1 and lane 2”, “In lane 2, after tails”. */
export function placeWords({ lanes }: StepsGraph, place: LanePlace): string {
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

/** A place in a graph in words: “After flip”, “Between flip and heads”, “By itself”. */
export function graphPlaceWords(
  graph: DagGraph | undefined,
  { after, before }: GraphPlace,
): string {
  const names = (indices: readonly number[]): string =>
    indices.map((index) => graph?.cards[index]?.title ?? '').join(' and ')
  if (after.length === 0 && before.length === 0) return 'By itself'
  if (before.length === 0) return `After ${names(after)}`
  return after.length === 0
    ? `Before ${names(before)}`
    : `Between ${names(after)} and ${names(before)}`
}
