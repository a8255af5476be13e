import { describe, expect, test } from 'vitest'
import type { ClientProblem } from '../../../src/client/index.ts'
import { nextSubmission, type SubmissionEvent } from '../../../app/cluster/submission.ts'
import type { Submission, Submitted, SubmitTarget } from '../../../app/store/index.ts'

const target: SubmitTarget = {
  kind: 'Workflow',
  name: 'hello-…',
  fixedName: undefined,
  namespace: 'argo',
  document: 0,
  documents: 1,
}
const problem: ClientProblem = {
  kind: 'server-error',
  message: 'no',
  serverMessage: undefined,
  status: 500,
  place: undefined,
}
const done: Submitted = {
  id: 1,
  created: { kind: 'Workflow', name: 'hello-1', namespace: 'argo', uid: 'u' },
  url: undefined,
  at: 0,
}
const none: Submission = { kind: 'none' }
const send = (id: number): SubmissionEvent => ({ type: 'send', id, target })
const run = (...events: SubmissionEvent[]) => events.reduce(nextSubmission, none)

describe('a submission', () => {
  test('is sent and answered', () => {
    expect(run(send(1))).toMatchObject({ kind: 'sending', id: 1 })
    expect(run(send(1), { type: 'created', id: 1, done })).toMatchObject({ kind: 'created', done })
    expect(run(send(1), { type: 'failed', id: 1, problem, text: 'a' })).toMatchObject({
      kind: 'failed',
      problem,
      text: 'a',
    })
  })

  test('on its way lets nothing else begin', () => {
    const others: SubmissionEvent[] = [
      send(2),
      { type: 'no-server' },
      { type: 'block', findings: [], overridable: true },
      { type: 'dismiss' },
      { type: 'edited' },
      { type: 'created', id: 7, done },
      { type: 'failed', id: 7, problem, text: '' },
    ]
    for (const event of others) expect(run(send(1), event)).toEqual(run(send(1)))
  })

  test('that was stopped takes no late answer, and neither does the next one', () => {
    const stopped = run(send(1), { type: 'cancel' })
    expect(stopped.kind).toBe('stopped')
    expect(nextSubmission(stopped, { type: 'created', id: 1, done })).toBe(stopped)
    const next = nextSubmission(stopped, send(2))
    expect(nextSubmission(next, { type: 'created', id: 1, done })).toBe(next)
  })

  test('goes away when it is dismissed; good news already when the text is edited', () => {
    const created = run(send(1), { type: 'created', id: 1, done })
    const failed = run(send(1), { type: 'failed', id: 1, problem, text: '' })
    expect(nextSubmission(created, { type: 'edited' })).toEqual(none)
    expect(nextSubmission(failed, { type: 'edited' })).toBe(failed)
    expect(nextSubmission(failed, { type: 'dismiss' })).toEqual(none)
    expect(nextSubmission(failed, { type: 'cancel' })).toBe(failed)
  })
})
