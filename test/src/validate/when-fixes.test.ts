import { expect, test } from 'vitest'
import type { ProblemCode } from '../../../src/validate/index.ts'
import { fixAll } from '../../support/fix-laws.ts'

const runs = (when: string): string => `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - name: a
        withItems: [x]
        template: t
        when: ${when}   # only then
  - name: t
    container: {image: i:1}
`

test.each<[code: ProblemCode, before: string, after: string, title: string]>([
  [
    'when-unquoted',
    "'{{item}} == foo-bar'",
    `'"{{item}}" == "foo-bar"'`,
    'Write "{{item}}" == "foo-bar"',
  ],
  [
    'when-unquoted',
    '"{{item}} == foo bar"',
    String.raw`"{{item}} == \"foo bar\""`,
    'Write "foo bar"',
  ],
  ['when-unreadable', "'{{item}} = a'", "'{{item}} == a'", 'Write =='],
  [
    'when-unreadable',
    "'{{item}} == a and {{item}} == b'",
    "'{{item}} == a && {{item}} == b'",
    'Write &&',
  ],
  ['when-unreadable', "'{{item}} =='", `'{{item}} == ""'`, 'Write ""'],
  ['when-list', "'{{item}} in (a)'", "'{{item}} == a'", 'Write == a'],
  ['when-never-equal', `'{{item}} == "5"'`, `'"{{item}}" == "5"'`, 'Write "{{item}}" == "5"'],
  ['when-tag-unquoted', "'{{item}} == a'", `'"{{item}}" == "a"'`, 'Write "{{item}}" == "a"'],
])('a condition with %s: %s', (code, before, after, title) => {
  const [fixed, ...rest] = fixAll(runs(before), code)
  expect(fixed?.text).toBe(runs(after))
  expect(fixed?.fix.title).toBe(title)
  expect(rest).toEqual([])
})
