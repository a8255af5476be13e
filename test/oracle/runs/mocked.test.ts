import { expect, it } from 'vitest'
import { oracleMockOf } from './mocked.ts'

const subject = { template: 'work', displayName: 'one', name: 'w[0].one(1)' }

it('takes the first mock of which all fits that it says', () => {
  expect(oracleMockOf([{ template: 'other' }, { name: 'two' }], subject)).toBeUndefined()
  expect(oracleMockOf([{ attempt: 0, exitCode: 1 }, { exitCode: 2 }], subject)?.exitCode).toBe(2)
  expect(oracleMockOf([{ attempt: 1, template: 'work', exitCode: 3 }], subject)?.exitCode).toBe(3)
  expect(oracleMockOf([{ node: String.raw`\[0\]`, exitCode: 4 }], subject)?.exitCode).toBe(4)
})
