import { groupBy } from '../../base/index.ts'
import { runNameOf } from '../mocks/match.ts'
import type { DurationSource, RunNode } from '../node.ts'
import { placeOf, type TimedPlace } from './place.ts'

/** How long the nodes of a step took: its items, its attempts, and those of other calls. */
export interface StepTime extends Pick<TimedPlace, 'step' | 'template'> {
  readonly nodes: number
  /** Milliseconds, of the shortest and of the longest. */
  readonly least: number
  readonly most: number
  /** Who tells the durations; nothing when that of one of the nodes is made up. */
  readonly from: DurationSource | undefined
}

/** Whether a node took its time because something was at work: a pod, or what stands for one. Suspended nodes only wait. */
export function hasDuration({ type, durationFrom, finishedAt, startedAt }: RunNode): boolean {
  if (type !== 'Pod' && type !== 'HTTP' && type !== 'Plugin') return false
  return durationFrom !== undefined || (finishedAt ?? startedAt) > startedAt
}

/** The times of all steps of a run that had something to do, in the order in which they began. */
export function stepTimes(nodes: readonly RunNode[]): readonly StepTime[] {
  const placed = nodes
    .filter((node) => hasDuration(node) && node.finishedAt !== undefined)
    .map((node) => ({ node, place: placeOf(node, runNameOf(node)) }))
  const steps = groupBy(placed, ({ place: { step, template } }) => JSON.stringify([step, template]))
  return [...steps.values()].flatMap((step): readonly StepTime[] => {
    const [first] = step
    if (first === undefined) return []
    const spans = step.map(({ node: { startedAt, finishedAt = 0 } }) => finishedAt - startedAt)
    const sources = new Set(step.map(({ node }) => node.durationFrom))
    return [
      {
        step: first.place.step,
        template: first.place.template,
        nodes: step.length,
        least: spans.reduce((a, b) => Math.min(a, b)),
        most: spans.reduce((a, b) => Math.max(a, b)),
        from: sources.has(undefined)
          ? undefined
          : (['earlier', 'script', 'said'] as const).find((one) => sources.has(one)),
      },
    ]
  })
}
