import { describe, expect, it } from 'vitest'
import { readTestFile } from '../../../src/simulate/index.ts'
import { checkTests, usualSettings } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

function told(text: string, settings = usualSettings): readonly string[] {
  const problems = checkTests(parseTree(text), (tree) => readTestFile(tree).problems, settings)
  return problems.map(
    ({ code, message, range }) => `${text.slice(range.from, range.to)} ${code} ${message}`,
  )
}

describe('files of tests', () => {
  it.each([
    'tests: []\n',
    '- {name: a, expect: {phase: Failed}}\n',
    'workflow: a.yaml\ntests:\n- {}\n',
  ])('has nothing to say of %j', (text) => {
    expect(told(text)).toEqual([])
  })

  it('tells what cannot be read, where it stands', () => {
    expect(told('- expect: {phase: Fine, nodes: {a: {resul: x}}}\n')).toEqual([
      expect.stringMatching(/^Fine test-unreadable phase must be one of /),
      expect.stringMatching(/^x test-unreadable There is no field resul here\./),
    ])
  })

  it('says no more of a text that is no YAML', () => {
    expect(told('tests: [')).toHaveLength(1)
    expect(told('tests: [')[0]).toContain('yaml-syntax')
  })

  it('heeds settings and comments', () => {
    const text = '- {nam: x} # stepwright: ignore test-unreadable\n'
    expect(told(text)).toEqual([])
    expect(told('- {nam: x}\n', { ...usualSettings, off: new Set(['test-unreadable']) })).toEqual(
      [],
    )
  })
})
