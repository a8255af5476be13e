import { expect, test } from 'vitest'
import { cellValue, emptyRow, itemsTable } from '../../../../app/inspector/form/items-table.ts'
import { runCommand } from '../../../../src/edit/index.ts'
import { locate, parseTree, type YamlTree } from '../../../../src/yaml/index.ts'

const path = ['items']
const tableOf = (tree: YamlTree) => itemsTable(locate(tree, { document: 0, path })?.node)

/** The text after a cell was typed into. */
function typed(items: string, row: number, column: string, text: string): string {
  const tree = parseTree(`items: ${items}\n`)
  const table = tableOf(tree)
  if (table === undefined) return 'no table'
  const value = cellValue(table, row, column, text)
  const done = runCommand({ tree, document: 0 }, 'setField', {
    path: [...path, row, column],
    value,
  })
  if (!done.ok) return done.error.message
  let after = tree.text
  for (const { from, to, insert } of [...done.value.changes].reverse())
    after = after.slice(0, from) + insert + after.slice(to)
  return after.slice('items: '.length).trimEnd()
}

test('lists of flat maps are tables', () => {
  const of = (items: string) => tableOf(parseTree(`items: ${items}\n`))?.columns
  expect(of('[{a: 1, b: x}, {b: y, c: true}]')).toEqual(['a', 'b', 'c'])
  for (const items of [
    '[]',
    '[1]',
    '[{a: [1]}]',
    '[{a: 1}, 2]',
    '[{}]',
    '[{a: &x 1}, *x]',
    '!t [{a: 1}]',
    '{a: 1}',
  ])
    expect([items, of(items)]).toEqual([items, undefined])
})

test.each([
  ['[{a: 1}]', '2', '[{a: 2}]'],
  ['[{a: "1"}]', '2', '[{a: "2"}]'],
  ["[{a: '1'}]", '2', "[{a: '2'}]"],
  ['[{a: x}]', '2', '[{a: "2"}]'],
  ['[{a: 1}]', '007', '[{a: "007"}]'],
  ['[{a: 1}]', 'x', '[{a: x}]'],
  ['[{a: true}]', 'false', '[{a: false}]'],
  ['[{a: "true"}]', 'false', '[{a: "false"}]'],
  ['[{a: x}]', 'yes', '[{a: "yes"}]'],
  ['[{a: 1}]', '', '[{a: ""}]'],
])('%s with %j is %s', (items, text, after) => {
  expect(typed(items, 0, 'a', text)).toBe(after)
})

test('a new cell is what the others of its column are, and the others keep their bytes', () => {
  const items = '[{a: 1,  b: x}, {b: "3"}] # c'
  expect(typed(items, 1, 'a', '2')).toBe('[{a: 1,  b: x}, {b: "3", a: 2}] # c')
  expect(typed('[{a: "1"}, {b: 1}]', 1, 'a', '2')).toBe('[{a: "1"}, {b: 1, a: "2"}]')
})

test('a new row has all columns', () => {
  const table = tableOf(parseTree('items: [{a: 1}, {b: 2}]\n'))
  expect(table && emptyRow(table)).toEqual({ a: '', b: '' })
})
