import { expect, test } from 'vitest'
import { problemBeside } from '../../../app/store/problem-walk.ts'
import type { Problem } from '../../../src/validate/index.ts'

const problem = (at: number, message = String(at)): Problem => ({
  code: 'shape',
  severity: 'error',
  message,
  range: { from: at, to: at + 2 },
  document: 0,
  path: [at],
})
const list = [10, 20, 30].map((at) => problem(at))
const cursor = (at: number) => ({ from: at, to: at })

test.each([
  [0, 1, 10],
  [10, 1, 10],
  [11, 1, 20],
  [31, 1, 10],
  [0, -1, 30],
  [11, -1, 10],
  [40, -1, 30],
] as const)('from the cursor at %i by %i leads to %i', (at, by, to) => {
  expect(problemBeside(list, by, undefined, cursor(at))?.range.from).toBe(to)
})

test('leads from the chosen one on, round and round, wherever the cursor rested', () => {
  const visited: (number | undefined)[] = []
  let chosen = problemBeside(list, 1, undefined, undefined)
  for (let turn = 0; turn < 4 && chosen !== undefined; turn++) {
    visited.push(chosen.range.from)
    chosen = problemBeside(list, 1, { problem: chosen, cursor: undefined }, undefined)
  }
  expect(visited).toEqual([10, 20, 30, 10])
  const first = { problem: problem(10), cursor: cursor(3) }
  expect(problemBeside(list, -1, first, cursor(3))?.range.from).toBe(30)
  // The cursor stands on it: the code went there.
  expect(problemBeside(list, 1, first, { from: 10, to: 12 })?.range.from).toBe(20)
  expect(problemBeside(list, -1, first, cursor(12))?.range.from).toBe(30)
})

test('leads from the cursor where that has gone elsewhere, or the chosen one is mended', () => {
  const first = { problem: problem(10), cursor: cursor(3) }
  expect(problemBeside(list, 1, first, cursor(25))?.range.from).toBe(30)
  const gone = { problem: problem(10, 'other'), cursor: cursor(3) }
  expect(problemBeside(list, 1, gone, cursor(3))?.range.from).toBe(10)
  expect(problemBeside([], 1, undefined, cursor(3))).toBeUndefined()
})
