import { durationText, parseDuration, type Outcome } from '../../src/simulate/index.ts'
import {
  durationProblem,
  exitCodeProblem,
  plainOutcome,
  type Ends,
  type OutcomeDraft,
} from '../mocks/draft.ts'

/** How the outcome of a node may end. */
export const NODE_ENDS = ['Succeeded', 'Failed', 'Error'] as const satisfies readonly Ends[]

/** What a node gave, as a form has it. */
export function draftOf(outcome: Outcome): OutcomeDraft {
  return {
    ...plainOutcome,
    ends: outcome.phase,
    exitCode: outcome.exitCode === undefined ? '' : String(outcome.exitCode),
    result: outcome.result ?? '',
    parameters: outcome.parameters,
    message: outcome.message ?? '',
    duration: durationText(outcome.duration),
  }
}

/** The outcome that a form says, with the rest of another; or what is wrong with the form. */
export function outcomeOf(draft: OutcomeDraft, before: Outcome): Outcome | string {
  const duration = parseDuration(draft.duration.trim())
  const isAsBefore = draft.duration.trim() === durationText(before.duration)
  const durationFrom = isAsBefore || duration === undefined ? before.durationFrom : 'said'
  const problem = durationProblem(draft.duration) ?? exitCodeProblem(draft.ends, draft.exitCode)
  if (problem !== undefined) return problem
  const phase = NODE_ENDS.find((each) => each === draft.ends) ?? 'Succeeded'
  const code = draft.exitCode.trim()
  const isGood = phase === 'Succeeded'
  const { result, exitCode, artifacts } = before
  // What has an exit code has one however it ends.
  const usual = exitCode === undefined ? undefined : isGood ? 0 : 1
  const ends = code === '' || (!isGood && code === '0') ? usual : Number(code)
  const words = isGood
    ? ''
    : draft.message || (ends === undefined ? '' : `Error (exit code ${String(ends)})`)
  return {
    artifacts,
    phase,
    parameters: draft.parameters,
    duration: duration ?? before.duration,
    ...(durationFrom === undefined ? {} : { durationFrom }),
    isInvented: false,
    ...(ends === undefined ? {} : { exitCode: ends }),
    ...(result === undefined && draft.result === '' ? {} : { result: draft.result }),
    ...(words === '' ? {} : { message: words }),
    log: logOf(draft, before),
  }
}

function logOf({ log, result }: OutcomeDraft, before: Outcome): Outcome['log'] {
  if (log !== '') return [{ source: 'stdout', text: log }]
  return result === (before.result ?? '') ? before.log : [{ source: 'stdout', text: result }]
}
