import { expect, test } from 'vitest'
import {
  firstOf,
  kept,
  pinned,
  type Answered,
  type Outcome,
  type ProvideSome,
} from '../../../src/simulate/index.ts'
import { request, success } from '../../support/fake-run.ts'

const { signal } = new AbortController()
const failure: Outcome = { ...success, phase: 'Failed' }
const nobody: ProvideSome = () => undefined
const nobodyLater: ProvideSome = () => Promise.resolve(undefined)

test('the first that knows answers, at once where it can', async () => {
  const last = firstOf([nobody], () => success)
  expect(last(request(), signal)).toBe(success)
  const late = firstOf([nobody, nobodyLater, () => failure], () => success)
  await expect(late(request(), signal)).resolves.toBe(failure)
  const none = firstOf([nobodyLater, nobody], () => Promise.resolve(success))
  await expect(none(request(), signal)).resolves.toBe(success)
})

test('what is kept of a run can be pinned in the next', async () => {
  const outcomes = new Map<string, Answered>()
  const provide = kept(
    ({ node }) => (node.name === 'a' ? failure : Promise.resolve(success)),
    outcomes,
  )
  void provide(request({ name: 'a' }), signal)
  await provide(request({ name: 'b' }), signal)
  const again = firstOf([pinned(outcomes)], () => {
    throw new Error('Nobody else is asked.')
  })
  expect(again(request({ name: 'a' }), signal)).toBe(failure)
  expect(again(request({ name: 'b' }), signal)).toBe(success)
  expect(pinned(outcomes)(request({ name: 'c' }), signal)).toBeUndefined()
})
