import { expect, test } from 'vitest'
import { durationWords } from '../../../../src/simulate/index.ts'

test.each([
  [[], 'No step has a duration of its own.'],
  [[{ from: undefined }], 'Durations of 1 step: made up.'],
  [[{ from: 'said' }, { from: 'said' }], 'Durations of 2 steps: as you say.'],
  [[{ from: 'earlier' }, { from: undefined }], 'Durations of 2 steps: 1 from e, 1 made up.'],
] as const)('durations of %j are told in a sentence', (steps, words) => {
  expect(durationWords(steps, [{ name: 'e' }])).toBe(words)
})
