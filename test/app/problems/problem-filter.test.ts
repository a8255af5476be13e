import { expect, test } from 'vitest'
import { allProblems, filtered } from '../../../app/problems/problem-filter.ts'
import { rulesLike } from '../../../app/problems/rule-list.ts'
import { problemCodes, type Problem, type ProblemCode } from '../../../src/validate/index.ts'

const problem = (code: ProblemCode, message: string): Problem => ({
  code,
  severity: problemCodes[code].severity,
  message,
  range: { from: 0, to: 1 },
  document: 0,
  path: [],
})

const list = [
  problem('template-unknown', 'There is no template gone.'),
  problem('yaml-1.1-trap', 'It is read as a boolean.'),
  problem('document-empty', 'There is no field colour.'),
]

test.each([
  [allProblems, [0, 1, 2]],
  [{ severity: 'error', words: '' }, [0]],
  [{ severity: 'all', words: '  THERE is ' }, [0, 2]],
  [{ severity: 'info', words: 'there' }, [2]],
  [{ severity: 'all', words: 'trap boolean' }, [1]],
  [{ severity: 'all', words: 'trap colour' }, []],
] as const)('%o lets %o through', (filter, places) => {
  expect(filtered(list, filter)).toEqual(places.map((place) => list[place]))
})

test('rules are found by their code and by what they are about, gravest first', () => {
  const all = rulesLike('')
  expect(all.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info'])
  const codes = all.flatMap((group) => group.codes)
  expect(new Set(codes).size).toBe(codes.length)
  expect(codes).toContain('yaml-duplicate-key')
  expect(codes).not.toContain('yaml-syntax')
  const found = rulesLike('template name').flatMap((group) => group.codes)
  expect(found).toContain('template-duplicate')
  for (const code of found)
    expect(`${code} ${problemCodes[code].about}`.toLowerCase()).toMatch(/(?=.*template)(?=.*name)/)
  expect(rulesLike('no such rule at all')).toEqual([])
})
