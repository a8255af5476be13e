import { describe, expect, test } from 'vitest'
import { failureWords, placeOfFailure, splitMessage } from '../../../app/cluster/failure-words.ts'
import type { ClientProblem, ClientProblemKind } from '../../../src/client/index.ts'
import type { SubmitTarget } from '../../../app/store/index.ts'

const target: SubmitTarget = {
  kind: 'Workflow',
  name: 'a',
  fixedName: 'a',
  namespace: 'argo',
  document: 0,
  documents: 1,
}
const kinds: readonly ClientProblemKind[] = [
  'unreachable',
  'timeout',
  'unauthorized',
  'forbidden',
  'invalid',
  'conflict',
  'not-found',
  'rate-limited',
  'too-large',
  'server-error',
  'not-argo',
]
const problem = (kind: ClientProblemKind, rest: Partial<ClientProblem> = {}): ClientProblem => ({
  kind,
  message: 'm',
  serverMessage: undefined,
  status: undefined,
  place: undefined,
  ...rest,
})

describe('a failure', () => {
  test('of each kind has words of its own', () => {
    const titles = kinds.map((kind) => failureWords(problem(kind), target).title)
    expect(new Set(titles).size).toBe(kinds.length)
  })

  test('that wants a token offers to sign in', () => {
    expect(failureWords(problem('unauthorized'), target).remedy).toBe('sign-in')
  })

  test('is about what Argo names; a taken name about the name', () => {
    const place = { template: 'main' }
    expect(placeOfFailure(problem('invalid', { place }))).toEqual(place)
    expect(placeOfFailure(problem('conflict'))).toEqual({ specPath: ['metadata', 'name'] })
    expect(placeOfFailure(problem('server-error'))).toBeUndefined()
    const serverMessage = 'templates.main.steps[0].a failed to resolve {{ inputs.x }}'
    expect(placeOfFailure(problem('invalid', { place, serverMessage }))).toEqual({
      template: 'main',
      variable: 'inputs.x',
    })
  })

  test('tells the server’s words apart from ours', () => {
    const message = 'Argo refused to act: bad thing'
    expect(splitMessage(problem('invalid', { message, serverMessage: 'bad thing' }))).toEqual([
      'Argo refused to act: ',
      'bad thing',
      '',
    ])
    expect(splitMessage(problem('timeout', { message }))).toEqual([message, '', ''])
    expect(splitMessage(problem('timeout', { message, serverMessage: 'other' }))[0]).toBe(message)
  })
})
