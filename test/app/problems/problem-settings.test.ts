import { expect, test } from 'vitest'
import { createProblemSettings } from '../../../app/problems/problem-settings.ts'
import { usualSettings } from '../../../src/validate/index.ts'
import { fakeKept, forbiddenKept } from '../platform/fake-kept.ts'

const never = (): void => undefined

test('are the usual ones until somebody chooses, and kept from then on', () => {
  const kept = fakeKept()
  const settings = createProblemSettings(kept, never)
  expect(settings.getSnapshot()).toEqual(usualSettings)
  let told = 0
  settings.subscribe(() => (told += 1))
  settings.change({ target: '3.6', off: new Set(['shape', 'python']) })
  settings.change({ target: '3.6' })
  expect(told).toBe(1)
  const other = createProblemSettings(kept, never).getSnapshot()
  expect(other).toEqual({ ...usualSettings, target: '3.6', off: new Set(['shape', 'python']) })
})

test.each([undefined, 'nonsense', '[]', '{"mode":"x","target":"2.0","off":"shape"}'])(
  'are the usual ones where %s is kept',
  (content) => {
    expect(createProblemSettings(fakeKept(content), never).getSnapshot()).toEqual(usualSettings)
  },
)

test('hold where the browser keeps nothing', () => {
  const settings = createProblemSettings(forbiddenKept, never)
  settings.change({ mode: 'create' })
  expect(settings.getSnapshot().mode).toBe('create')
})

test('follow another tab', () => {
  const kept = fakeKept()
  let tell = never
  const settings = createProblemSettings(kept, (listener) => (tell = listener))
  createProblemSettings(kept, never).change({ mode: 'create' })
  const before = settings.getSnapshot()
  tell()
  expect(settings.getSnapshot().mode).toBe('create')
  tell()
  expect(settings.getSnapshot()).not.toBe(before)
})
