import { expect, test } from 'vitest'
import { rawFields } from '../../../app/inspector/raw-fields.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { parseSource, rowsFor } from '../../../app/inspector/parse-source.ts'

const root = (text: string) => parseTree(text).documents[0]?.root

test('what a form does not know, or cannot show, is YAML', () => {
  const node = root(
    'name: a\nwhen: [1]\nhooks: {}\ncommand: [a, [b]]\nargs: [a, 1, ]\n<<: {}\nsteps:\n',
  )
  const shown = {
    name: 'text',
    when: 'text',
    command: 'texts',
    args: 'texts',
    steps: 'map',
  } as const
  expect(rawFields(node, ['x'], shown)).toEqual([
    { key: 'when', path: ['x', 'when'] },
    { key: 'hooks', path: ['x', 'hooks'] },
    { key: 'command', path: ['x', 'command'] },
    { key: '<<', path: ['x', '<<'] },
  ])
  expect(rawFields(root('- a'), [], shown)).toEqual([])
  expect(rawFields(undefined, [], shown)).toEqual([])
})
test('a key of everything else has no shape', () => {
  expect(rawFields(root('toString: 1\n__proto__: 2'), [], {}).map(({ key }) => key)).toEqual([
    'toString',
    '__proto__',
  ])
})
test('one value is read, anything else is refused in words', () => {
  expect(parseSource('- a\n- {b: 1}')).toEqual({ ok: true, value: ['a', { b: 1 }] })
  expect(parseSource('|\n  a\n')).toEqual({ ok: true, value: 'a\n' })
  const refused = parseSource('a: [')
  expect(refused.ok ? '' : refused.error).toMatch(/^Line \d+, column \d+: /)
  expect(parseSource('a\n---\nb').ok).toBe(false)
  expect(parseSource('# nothing').ok).toBe(false)
  expect(parseSource('*a').ok).toBe(false)
})
test('a text area is as high as its text, within bounds', () => {
  expect([rowsFor(''), rowsFor('a\nb'), rowsFor('\n'.repeat(50)), rowsFor('', 3)]).toEqual([
    1, 2, 12, 3,
  ])
})
