import { expect, test } from 'vitest'
import { carried } from '../../../app/problems/carried.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const before = parseTree('a: x\nb: {when: "y == z", name: n}\n')
const when = { from: 15, to: 23 }
const problem = {
  code: 'step-never-runs',
  severity: 'warning',
  message: 'n never runs.',
  range: when,
  document: 0,
  path: ['b', 'when'],
} as const

test('problems stay where what they mark is still there, at its new place', () => {
  expect(before.text.slice(when.from, when.to)).toBe('"y == z"')
  expect(carried([problem], before, before)).toEqual([problem])
  const after = parseTree('more: 1\na: x\nb: {when: "y == z", name: n}\n')
  const [moved] = carried([problem], before, after)
  expect(moved && after.text.slice(moved.range.from, moved.range.to)).toBe('"y == z"')
})

test('they go where it is another text, or gone, or a comment turns something off', () => {
  for (const text of [
    'a: x\nb: {when: "y == y", name: n}\n',
    'a: x\nb: {when: "y == ", name: n}\n',
    'a: x\nb: {name: n}\n',
    'a: [\n',
    '# stepwright: ignore-file step-never-runs\na: x\nb: {when: "y == z", name: n}\n',
  ])
    expect(carried([problem], before, parseTree(text))).toEqual([])
})
