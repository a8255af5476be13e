import type { Outcome } from '../outcome.ts'
import { answered, type Provide } from '../provide.ts'
import { runNameOf } from '../mocks/match.ts'
import type { RunNode } from '../node.ts'
import type { EarlierRun } from './earlier-run.ts'
import { durationsIn } from './find-duration.ts'
import { placeOf, type TimedPlace } from './place.ts'

/** How long a step takes, as somebody says. */
export interface SaidDuration extends Pick<TimedPlace, 'step' | 'template'> {
  /** Milliseconds. */
  readonly duration: number
}

/** How long steps take, beside what mocks say. */
export interface Timing {
  /** Counts before all else: who says it looks at what came of the rest. */
  readonly said: readonly SaidDuration[]
  readonly runs: readonly EarlierRun[]
}

/** Nothing is known of how long steps take. */
export const untimed: Timing = { said: [], runs: [] }

/**
 * Answers as `provide` does, and lets each take as long as is said of its step, else as a mock says, else as in earlier runs. What nobody knows
 * stays.
 */
export function timed({ said, runs }: Timing, provide: Provide): Provide {
  if (said.length + runs.length === 0) return provide
  const find = durationsIn(runs)
  const adjusted = (node: RunNode, outcome: Outcome): Outcome => {
    const own = saidOf(said, node)
    if (own !== undefined) return { ...outcome, duration: own.duration, durationFrom: 'said' }
    if (outcome.durationFrom === 'said') return outcome
    const duration = find(node, outcome.phase !== 'Succeeded')
    return duration === undefined ? outcome : { ...outcome, duration, durationFrom: 'earlier' }
  }
  return (request, signal) =>
    answered(provide(request, signal), (outcome) => adjusted(request.node, outcome))
}

/** What is said of the step of a node. */
function saidOf(said: readonly SaidDuration[], node: RunNode): SaidDuration | undefined {
  const { step, template } = placeOf(node, runNameOf(node))
  return said.find((one) => one.step === step && one.template === template)
}
