import type { JsonObject } from '../../yaml/index.ts'
import { anyTextIn, numberIn, textIn } from './json.ts'
import type { LiveNode, RunState } from './state.ts'
import { milliseconds } from './time.ts'
import type { Trouble } from './trouble.ts'

/**
 * Whether a node that has not begun has waited too long (Argo: `checkTemplateTimeouts`). Sees to it that the run looks again
 * when it will have.
 */
export function overdue(run: RunState, template: JsonObject, node: LiveNode): Trouble | undefined {
  if (node.phase !== 'Pending') return undefined
  for (const field of ['timeout', 'pendingTimeout']) {
    const text = textIn(template, field)
    if (text === undefined) continue
    const limit = milliseconds(text)
    if (!limit.ok)
      return { kind: 'error', message: `invalid timeout format ${limit.error.message}` }
    const deadline = node.startedAt + limit.value
    if (run.now > deadline) return { kind: 'timeout', message: 'timeout' }
    // A moment later than the deadline itself, which still counts as in time.
    run.agenda.add(deadline + 1, { kind: 'look', name: node.name })
  }
  return undefined
}

/** When the whole run must have ended; nothing without `activeDeadlineSeconds`. */
export function workflowDeadline(run: RunState): number | undefined {
  const seconds = numberIn(run.spec, 'activeDeadlineSeconds')
  if (seconds === undefined) return undefined
  return Math.floor(run.startedAt / 1000) * 1000 + seconds * 1000
}

/** When a pod is ended by Kubernetes if it has not ended itself: milliseconds since 1970. */
export function podDeadline(run: RunState, template: JsonObject, node: LiveNode): number {
  const own = Number(anyTextIn(template, 'activeDeadlineSeconds') ?? NaN)
  const timeout = milliseconds(textIn(template, 'timeout') ?? 'none')
  const limits = [
    Number.isNaN(own) ? Infinity : run.now + own * 1000,
    timeout.ok ? node.startedAt + timeout.value : Infinity,
    run.deadlines.get(node.name) ?? Infinity,
    isPartOfExit(node.name) ? Infinity : (workflowDeadline(run) ?? Infinity),
  ]
  return Math.min(...limits)
}

/** Whether a node is part of an exit handler, which a deadline or a stop of the workflow leaves alone. */
export function isPartOfExit(name: string): boolean {
  return /\.onExit(?:$|[.[(])/.test(name)
}
