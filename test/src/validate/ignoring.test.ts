import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ChangeSet } from '../../../src/document/index.ts'
import {
  checkTree,
  ignoringEverywhere,
  ignoringHere,
  type Problem,
} from '../../../src/validate/index.ts'
import { anchorsOf, parseTree, toValue, type YamlTree } from '../../../src/yaml/index.ts'

const folder = 'test/corpus/rules'
const files = readdirSync(folder).flatMap((code) =>
  readdirSync(join(folder, code))
    .filter((name) => name.startsWith('bad-'))
    .map((name) => join(folder, code, name)),
)

const valuesOf = ({ documents }: YamlTree) =>
  documents.map(({ root }) => toValue(root, anchorsOf(root)))

/** The problem is gone, every other is still there, and the text means what it meant. */
function expectIgnored(text: string, problem: Problem, after: string, isEverywhere: boolean): void {
  const before = parseTree(text)
  const tree = parseTree(after)
  const key = ({ code, message, document, path }: Problem) =>
    `${code} ${message} ${String(document)} ${path.join('/')}`
  const left = checkTree(tree).map(key)
  expect(left).not.toContain(key(problem))
  for (const other of checkTree(before)) {
    const isMeant =
      other.code === problem.code && (isEverywhere || lineAt(text, other) === lineAt(text, problem))
    if (!isMeant) expect(left, after).toContain(key(other))
  }
  if (before.problems.length === 0) expect(valuesOf(tree)).toEqual(valuesOf(before))
}

const lineAt = (text: string, { range }: Problem) => text.slice(0, range.from).split('\n').length

describe.each(['\n', '\r\n'])('every problem of the examples can be turned off', (lineBreak) => {
  test.each(files)('%s', (file) => {
    const text = readFileSync(file, 'utf8').replaceAll('\n', lineBreak)
    const tree = parseTree(text)
    const apply = (change: Parameters<typeof ChangeSet.of>[0][number]) =>
      ChangeSet.of([change], text.length).apply(text)
    for (const problem of checkTree(tree)) {
      // What is not YAML has no comments.
      if (tree.problems.length > 0) continue
      expectIgnored(text, problem, apply(ignoringEverywhere(text, problem.code)), true)
      const here = ignoringHere(tree, problem.code, problem.range.from)
      if (here.ok) expectIgnored(text, problem, apply(here.value), false)
    }
  })
})

const flat = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: a
            template: gone
`

function here(text: string, mark: string, code: string): string {
  const change = ignoringHere(parseTree(text), code, text.indexOf(mark))
  return change.ok ? ChangeSet.of([change.value], text.length).apply(text) : change.error
}

test('a comment stands above the line, as far in', () => {
  expect(here(flat, 'gone', 'template-unknown')).toBe(
    flat.replace(
      '            template',
      '            # stepwright: ignore template-unknown\n            template',
    ),
  )
  expect(here(flat, 'Workflow', 'shape')).toBe(`# stepwright: ignore shape\n${flat}`)
  expect(here(`\uFEFF${flat}`, 'Workflow', 'shape')).toBe(
    `\uFEFF# stepwright: ignore shape\n${flat}`,
  )
})

test('a comment that is there gets one code more', () => {
  const once = here(flat, 'gone', 'template-unknown')
  expect(here(once, 'gone', 'shape')).toBe(
    once.replace('ignore template-unknown', 'ignore template-unknown, shape'),
  )
  const first = `# stepwright: ignore-file shape  \n${flat}`
  const { from, insert } = ignoringEverywhere(first, 'python')
  expect([first.slice(0, from), insert]).toEqual(['# stepwright: ignore-file shape', ', python'])
  expect(here(first, 'kind', 'python')).toContain('shape  \n# stepwright: ignore python\nkind')
})

test('a text of several lines stays as it is', () => {
  const text = 'a: |\n  one\n  two\nb: "x\n  y"\nc: 1\n'
  for (const mark of ['one', 'two', 'y"'])
    expect(here(text, mark, 'shape')).toMatch(/several lines/)
  expect(here(text, 'b:', 'shape')).toContain('two\n# stepwright: ignore shape\nb:')
  expect(here(text, 'c:', 'shape')).toContain('y"\n# stepwright: ignore shape\nc:')
})
