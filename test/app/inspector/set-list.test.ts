import { expect, test } from 'vitest'
import { parseTree } from '../../../src/yaml/index.ts'
import { setList } from '../../../app/inspector/set-list.ts'

function set(text: string, texts: readonly string[]): string {
  const edit = setList({ tree: parseTree(text), document: 0 }, ['spec', 'args'], texts)
  if (!edit.ok) return edit.error.message
  return edit.value.changes
    .toReversed()
    .reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text)
}

const BLOCK = `spec:
  args:
  # first
  - "a"
  - 'b'   # second
  - c
  image: x
`

test('items that stay keep their bytes', () => {
  expect(set(BLOCK, ['a', 'b', 'c'])).toBe(BLOCK)
  expect(set(BLOCK, ['a', 'x', 'c'])).toBe(BLOCK.replace("'b'", "'x'"))
  expect(set(BLOCK, ['a', 'b', 'new', 'c'])).toBe(BLOCK.replace('  - c', '  - new\n  - c'))
  expect(set(BLOCK, ['a', 'c'])).toBe(BLOCK.replace("  - 'b'   # second\n", ''))
})
test('brackets stay brackets', () => {
  const flow = 'spec: {args: [sh, "-c"]}\n'
  expect(set(flow, ['sh', '-e', '-c'])).toBe('spec: {args: [sh, -e, "-c"]}\n')
  expect(set('spec:\n  args: [sh, "-c"] # run\n', ['a: b'])).toBe('spec:\n  args: ["a: b"] # run\n')
})
test('a list is made and goes', () => {
  expect(set('spec:\n  image: x\n', ['a'])).toBe('spec:\n  image: x\n  args:\n  - a\n')
  expect(set('spec:\n  image: x\n  args: [a]\n', [])).toBe('spec:\n  image: x\n')
})
