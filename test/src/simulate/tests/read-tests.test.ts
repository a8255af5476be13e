import { describe, expect, test } from 'vitest'
import { parseMoment, readTestFile } from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

describe('a file of tests', () => {
  test('says for which workflow, with which mocks, and its tests', () => {
    const text = `
workflow: ../flows/a.yaml
sources: [b.yaml]
mocks:
  - {step: flip, result: heads}
tests:
  - name: One
    parameters: {a: 1, b: {c: d}}
    seed: 7
    now: 2025-03-01T12:00:00Z
    runName: one
    mocks: [{step: ask, resume: true}]
    expect: {phase: Failed}
  - {}
`
    const { file, problems } = readTestFile(parseTree(text))
    expect(problems).toEqual([])
    expect(file).toMatchObject({
      workflow: '../flows/a.yaml',
      sources: ['b.yaml'],
      mocks: [{ step: 'flip' }],
    })
    const [one, two] = file.tests
    expect(one).toMatchObject({
      name: 'One',
      parameters: { a: '1', b: '{"c":"d"}' },
      seed: 7,
      now: Date.UTC(2025, 2, 1, 12),
      runName: 'one',
      mocks: [{ step: 'ask', resume: {} }],
      checks: [{ kind: 'phase', expected: 'Failed' }],
    })
    expect(two).toMatchObject({
      name: 'Test 2',
      seed: 1,
      now: undefined,
      checks: [{ kind: 'phase', expected: 'Succeeded' }],
    })
    expect(text.slice(two?.range.from, two?.range.to)).toBe('{}')
  })

  test('may be the list alone', () => {
    const { file, problems } = readTestFile(parseTree('- {name: A}\n- {name: B}\n'))
    expect(problems).toEqual([])
    expect(file.tests.map(({ name }) => name)).toEqual(['A', 'B'])
  })

  test.each([
    ['mocks: []', 'There must be a list of tests'],
    ['tests: {}', 'tests must be a list'],
    ['tests: [a]', 'A test must be a map'],
    ['test: []\ntests: []', 'no field test here'],
    ['tests: [{nam: a}]', 'no field nam here'],
    ['tests: [{seed: -1}]', 'seed must be a whole number'],
    ['tests: [{now: today}]', 'now must be a moment'],
    ['tests: [{parameters: [a]}]', 'parameters must be a map'],
    ['tests: [{mocks: [{fase: x}]}]', 'no field fase here'],
    ['tests: [{expect: {phase: Skipped}}]', 'phase must be one of Pending'],
    ['tests: [{expect: {nodes: {a: Fine}}}]', 'a must be one of Pending'],
    ['tests: [{expect: {nodes: {a: [b]}}}]', 'Say a phase here'],
    ['tests: [{expect: {nodes: {a: {phases: b}}}}]', 'no field phases here'],
    ['tests: [{expect: {nodes: {a: {count: b}}}}]', 'count must be a whole number'],
    ['tests: [{expect: {order: {a: b}}}]', 'order must be a list'],
    ['tests: [{expect: {outputs: {artifacts: {}}}}]', 'no field artifacts here'],
    ['tests: [{', ''],
  ])('%j: %s', (text, says) => {
    const { problems } = readTestFile(parseTree(text))
    expect(problems.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining(says)]),
    )
  })
})

test('moments', () => {
  expect(parseMoment('2025-01-01T00:00:00Z')).toBe(Date.UTC(2025, 0, 1))
  expect(parseMoment('2025-01-01 01:00:00.5+01:00')).toBe(Date.UTC(2025, 0, 1) + 500)
  for (const text of ['', 'now', '2025-01-01', '2025-13-01T00:00:00Z', '5'])
    expect(parseMoment(text)).toBeUndefined()
})
