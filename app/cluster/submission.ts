import { assertNever } from '../../src/base/index.ts'
import type { ClientProblem } from '../../src/client/index.ts'
import type { Submission, Submitted, SubmitFinding, SubmitTarget } from '../store/index.ts'

export type SubmissionEvent =
  | { readonly type: 'no-server' }
  | {
      readonly type: 'block'
      readonly findings: readonly SubmitFinding[]
      readonly overridable: boolean
    }
  | { readonly type: 'send'; readonly id: number; readonly target: SubmitTarget }
  | { readonly type: 'created'; readonly id: number; readonly done: Submitted }
  | {
      readonly type: 'failed'
      readonly id: number
      readonly problem: ClientProblem
      readonly text: string
    }
  | { readonly type: 'cancel' }
  | { readonly type: 'dismiss' }
  /** The person went on to edit. */
  | { readonly type: 'edited' }

/**
 * What becomes of a submission. While one is on its way only its own answer and a cancel count: a second click sends
 * nothing, and an answer that comes after the cancel is not taken for that of a later one.
 */
export function nextSubmission(now: Submission, event: SubmissionEvent): Submission {
  const sending = now.kind === 'sending' ? now : undefined
  switch (event.type) {
    case 'no-server':
      return sending ?? { kind: 'not-connected' }
    case 'block':
      return (
        sending ?? {
          kind: 'blocked',
          findings: event.findings,
          overridable: event.overridable,
        }
      )
    case 'send':
      return sending ?? { kind: 'sending', id: event.id, target: event.target }
    case 'created':
      return sending?.id === event.id
        ? { kind: 'created', target: sending.target, done: event.done }
        : now
    case 'failed':
      return sending?.id === event.id
        ? { kind: 'failed', target: sending.target, problem: event.problem, text: event.text }
        : now
    case 'cancel':
      return sending ? { kind: 'stopped', target: sending.target } : now
    case 'dismiss':
      return sending ?? { kind: 'none' }
    case 'edited':
      // Good news has been read; what went wrong stays until it is dismissed.
      return now.kind === 'created' ? { kind: 'none' } : now
    default:
      return assertNever(event)
  }
}
