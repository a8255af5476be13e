import { describe, expect, test } from 'vitest'
import {
  isTestFile,
  isTestName,
  testNamesOf,
  workflowNamesOf,
} from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

describe('names', () => {
  test.each(['flow.yaml', 'a/flow.yml', 'flow.v2.json'])(
    '%s leads to its tests and back',
    (name) => {
      for (const tests of testNamesOf(name)) {
        expect(isTestName(tests)).toBe(true)
        expect(workflowNamesOf(tests)).toContain(name)
      }
    },
  )

  test('that are not of tests lead nowhere', () => {
    expect(isTestName('flow.yaml')).toBe(false)
    expect(workflowNamesOf('flow.yaml')).toEqual([])
  })
})

test.each([
  ['x.test.yaml', '', true],
  ['x.yaml', 'tests: []\n', true],
  ['x.yaml', 'tests: []\nkind: Workflow\n', false],
  ['x.yaml', '- tests\n', false],
  ['x.yaml', '', false],
])('%s with %j holds tests: %s', (name, text, expected) => {
  expect(isTestFile(name, parseTree(text).documents[0])).toBe(expected)
})
