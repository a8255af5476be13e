import type { StepPlace, TemplateAddress } from '../argo/index.ts'
import type { Destination } from './places.ts'

/** Lanes of steps, each step by its place before the edit. */
export type Arrangement = readonly (readonly StepPlace[])[]

/** How the lanes of a template stand, given how many steps each has. */
export function arrangementOf(template: TemplateAddress, sizes: readonly number[]): Arrangement {
  return sizes.map((size, lane) =>
    Array.from({ length: size }, (_, step) => ({ template, lane, step })),
  )
}

/** How lanes stand after steps moved. A lane that steps left empty is gone; one that was empty before stays. */
export function rearranged(
  before: Arrangement,
  moved: readonly StepPlace[],
  to: Destination,
): Arrangement {
  const isMoved = (place: StepPlace): boolean => moved.some((other) => isSamePlace(place, other))
  const lanes = before.flatMap((steps, lane) => {
    const stay = steps.filter((place) => !isMoved(place))
    if ('newLane' in to || to.lane !== lane)
      return stay.length === 0 && steps.length > 0 ? [] : [stay]
    const index = to.index ?? steps.length
    const head = steps.slice(0, index).filter((place) => !isMoved(place))
    return [[...head, ...moved, ...steps.slice(index).filter((place) => !isMoved(place))]]
  })
  if (!('newLane' in to)) return lanes
  const above = before
    .slice(0, to.newLane)
    .filter((steps) => steps.length === 0 || !steps.every(isMoved)).length
  return [...lanes.slice(0, above), moved, ...lanes.slice(above)]
}

/** Whether two arrangements of the same steps are the same. */
export function isSameArrangement(a: Arrangement, b: Arrangement): boolean {
  return (
    a.length === b.length &&
    a.every((lane, index) => {
      const other = b[index] ?? []
      return (
        lane.length === other.length &&
        lane.every((place, at) => {
          const second = other[at]
          return second !== undefined && isSamePlace(place, second)
        })
      )
    })
  )
}

/** Where a step, given by its place before, is in an arrangement. */
export function placeIn(arrangement: Arrangement, place: StepPlace): StepPlace | undefined {
  for (const [lane, steps] of arrangement.entries()) {
    const step = steps.findIndex((other) => isSamePlace(other, place))
    if (step >= 0) return { template: place.template, lane, step }
  }
  return undefined
}

function isSamePlace(a: StepPlace, b: StepPlace): boolean {
  return a.lane === b.lane && a.step === b.step
}
