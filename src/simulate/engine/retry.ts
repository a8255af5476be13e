import type { Result } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { evaluateBoolean } from './evaluate-boolean.ts'
import { anyTextIn, numberIn, objectIn, textIn } from './json.ts'
import { hasFailed, isFinal } from '../node.ts'
import type { LiveNode, RunState } from './state.ts'
import { milliseconds } from './time.ts'
import { workflowDeadline } from './timeouts.ts'
import { fault, type Trouble } from './trouble.ts'

/** What messages about troubles that pass by themselves say (Argo: `IsTransientErr`). */
const transient: readonly string[] = [
  'unexpected error when reading response body',
  'stream error when reading response body',
  'Connection closed by foreign host',
  'net/http: TLS handshake timeout',
  'i/o timeout',
  'connection timed out',
  'connection reset by peer',
  'http2: client connection lost',
  'http2: server sent GOAWAY and closed the connection',
  'request did not complete within requested timeout',
  'connect: connection refused',
  'invalid connection',
  'etcdserver: leader changed',
  'etcdserver: request timed out',
  'etcdserver: too many requests',
  'client rate limiter Wait returned an error',
]

/** What a node with retries does now. */
export type RetryDecision =
  /** It begins an attempt, or goes on with one; by `deadline` that must have ended. */
  | { readonly kind: 'try'; readonly deadline?: number }
  /** It waits before the next attempt. */
  | { readonly kind: 'wait' }
  /** It has ended. */
  | { readonly kind: 'done' }
  | { readonly kind: 'error'; readonly trouble: Trouble }

/** The attempts of a node with retries, in order; hooks left out. */
export function attemptsOf(run: RunState, parent: LiveNode): readonly LiveNode[] {
  return parent.children.flatMap((id) => {
    const child = run.nodes.get(id)
    return child?.isRetried === true ? [child] : []
  })
}

/**
 * Looks at the last attempt and decides (Argo: `processNodeRetries`). When it was the last one, the parent takes its phase and
 * outputs.
 */
export function decideRetry(run: RunState, parent: LiveNode, strategy: JsonObject): RetryDecision {
  if (isFinal(parent.phase)) return { kind: 'done' }
  const attempts = attemptsOf(run, parent)
  const last = attempts.at(-1)
  if (!last || !isFinal(last.phase)) return { kind: 'try' }
  const end = (message: string): RetryDecision => endWith(run, parent, last, message)
  if (!hasFailed(last.phase)) return end(parent.message)
  if (run.shutdown) return end(`Stopped with strategy '${run.shutdown}'`)
  const deadline = workflowDeadline(run)
  if (deadline !== undefined && run.now > deadline)
    return end(`retry exceeded workflow deadline ${new Date(deadline).toISOString()}`)
  const pause = backoff(run, parent, strategy, attempts)
  if (typeof pause === 'string') return end(pause)
  if ('kind' in pause) return pause
  const policy = policyOf(strategy)
  const isWanted =
    policy.name === 'OnTransientError'
      ? transient.some((text) => last.message.includes(text))
      : policy[last.phase === 'Failed' ? 'failed' : 'error']
  if (policy.isUnknown)
    return { kind: 'error', trouble: fault(`${policy.name} is not a valid RetryPolicy`) }
  if (!isWanted) return end(last.message)
  const limit = numberIn(strategy, 'limit')
  if (limit !== undefined && attempts.length > limit) return end('No more retries left')
  const expression = textIn(strategy, 'expression')
  if (expression !== undefined) {
    const again = holds(run, expression, attempts)
    if (!again.ok) return { kind: 'error', trouble: again.error }
    if (!again.value) return end('retryStrategy.expression evaluated to false')
  }
  return { kind: 'try', ...pause }
}

function endWith(run: RunState, parent: LiveNode, last: LiveNode, message: string): RetryDecision {
  if (last.outputs) run.change(parent, { outputs: last.outputs })
  run.mark(parent, last.phase, message)
  return { kind: 'done' }
}

/** How long to wait: gives why there is no more trying, a decision, or a deadline for the next attempt. */
function backoff(
  run: RunState,
  parent: LiveNode,
  strategy: JsonObject,
  attempts: readonly LiveNode[],
): string | RetryDecision | { readonly deadline?: number } {
  const settings = objectIn(strategy, 'backoff')
  const [first, last] = [attempts[0], attempts.at(-1)]
  if (!settings || !first || !last) return {}
  const longest = durationIn(settings, 'maxDuration')
  if (longest && 'message' in longest) return { kind: 'error', trouble: longest }
  const deadline = longest && first.startedAt + longest.value
  if (deadline !== undefined && run.now > deadline) return 'Max duration limit exceeded'
  const base = durationIn(settings, 'duration')
  if (!base)
    return { kind: 'error', trouble: fault('no base duration specified for retryStrategy') }
  if ('message' in base) return { kind: 'error', trouble: base }
  const factor = numberIn(settings, 'factor') ?? 0
  const most = durationIn(settings, 'cap')
  if (most && 'message' in most) return { kind: 'error', trouble: most }
  const grown = base.value * (factor > 0 ? factor ** (attempts.length - 1) : 1)
  const wait = Math.min(grown, most?.value ?? Infinity)
  const until = (last.finishedAt ?? run.now) + wait
  if (deadline !== undefined && until > deadline) return 'Backoff would exceed max duration limit'
  const limit = numberIn(strategy, 'limit')
  if (run.now < until && limit !== undefined && attempts.length <= limit) {
    run.agenda.add(until, { kind: 'look', name: parent.name })
    run.mark(parent, parent.phase, `Backoff for ${inWords(wait)}`)
    return { kind: 'wait' }
  }
  run.mark(parent, parent.phase, '')
  return deadline === undefined ? {} : { deadline }
}

function durationIn(
  settings: JsonObject,
  field: string,
): { readonly value: number } | Trouble | undefined {
  const text = anyTextIn(settings, field)
  if (text === undefined || text === '') return undefined
  const read = milliseconds(text)
  return read.ok ? { value: read.value } : read.error
}

/** A duration as Argo says it: `1 minute 10 seconds`. In: milliseconds. */
function inWords(wait: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const
  let rest = Math.floor(wait / 1000)
  const parts: string[] = []
  for (const [unit, seconds] of units) {
    const count = Math.floor(rest / seconds)
    rest -= count * seconds
    if (count > 0) parts.push(`${String(count)} ${unit}${count === 1 ? '' : 's'}`)
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ')
}

/** Which ends are tried again. With an expression all are, if nothing else is said (Argo: `RetryPolicyActual`). */
function policyOf(strategy: JsonObject): {
  readonly name: string
  readonly failed: boolean
  readonly error: boolean
  readonly isUnknown: boolean
} {
  const fallback = textIn(strategy, 'expression') === undefined ? 'OnFailure' : 'Always'
  const name = textIn(strategy, 'retryPolicy') ?? fallback
  const known = ['Always', 'OnError', 'OnFailure', 'OnTransientError']
  return {
    name,
    failed: name === 'Always' || name === 'OnFailure',
    error: name === 'Always' || name === 'OnError',
    isUnknown: !known.includes(name),
  }
}

/** Whether the strategy's expression is for another attempt. */
function holds(
  run: RunState,
  expression: string,
  attempts: readonly LiveNode[],
): Result<boolean, Trouble> {
  const last = attempts.at(-1)
  const variables = retryLocals(run, attempts.length - 1, last)
  variables.set('lastRetry.exitCode', last?.outputs?.exitCode ?? '-1')
  return evaluateBoolean(expression, variables, run.moment)
}

/** What an attempt knows of those before it; the first one knows of none. */
export function retryLocals(
  run: RunState,
  number: number,
  last: LiveNode | undefined,
): Map<string, string> {
  const took = last ? ((last.finishedAt ?? run.now) - last.startedAt) / 1000 : 0
  return new Map([
    ['retries', String(number)],
    ['lastRetry.exitCode', last?.outputs?.exitCode ?? '0'],
    ['lastRetry.status', last?.phase ?? ''],
    ['lastRetry.duration', String(took)],
    ['lastRetry.message', last?.message ?? ''],
  ])
}
