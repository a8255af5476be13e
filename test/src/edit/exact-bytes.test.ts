import { describe, expect, it } from 'vitest'
import { EditorSession } from '../../../src/document/index.ts'
import { runCommand } from '../../../src/edit/index.ts'
import { checkTree } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkEdit, valueOf } from '../../support/command-laws.ts'
import { oddManifests } from '../../support/odd-manifests.ts'

describe.each(oddManifests)('$name', ({ text }) => {
  it('parses, and is saved as it was opened', () => {
    const session = new EditorSession(text)
    expect(session.state.tree.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(checkTree(session.state.tree)).toBeInstanceOf(Array)
    expect(session.state.text).toBe(text)
    expect(session.isDirty).toBe(false)
  })
})

/** Runs a command on the document of a text that has templates, and gives the text after it. */
function run(text: string, id: string, args: unknown): string {
  const tree = parseTree(text)
  const result = runCommand({ tree, document: 0 }, id, args)
  if (!result.ok) throw new Error(`refused: ${result.error.message}`)
  return checkEdit(tree, 0, result.value, args).text
}

const set = (path: readonly (string | number)[], value: unknown) =>
  ['setField', { path, value }] as const

type Case = readonly [
  title: string,
  before: string,
  command: readonly [string, unknown],
  after: string,
]

const cases: readonly Case[] = [
  ['a tab between key and value', 'a:\tx\t# c\nb: 1\n', set(['a'], 'w'), 'a:\tw\t# c\nb: 1\n'],
  ['a tab in a quoted string', 'a: "x\ty"\nb: 1\n', set(['b'], 2), 'a: "x\ty"\nb: 2\n'],
  ['a new string with a tab', 'a: x\n', set(['a'], 'x\ty'), 'a: x\ty\n'],
  [
    'a literal block, clipped',
    'a: |\n  x\n  y\nb: 1\n',
    set(['a'], 'x\nz\n'),
    'a: |\n  x\n  z\nb: 1\n',
  ],
  [
    'a literal block, stripped',
    'a: |-\n  x\nb: 1\n',
    set(['a'], 'x\ny'),
    'a: |-\n  x\n  y\nb: 1\n',
  ],
  ['a literal block, kept', 'a: |+\n  x\n\nb: 1\n', set(['a'], 'y\n\n'), 'a: |+\n  y\n\nb: 1\n'],
  ['chomping that changes', 'a: |\n  x\nb: 1\n', set(['a'], 'x\ny'), 'a: |-\n  x\n  y\nb: 1\n'],
  [
    'an indentation indicator',
    'a: |2\n    x\nb: 1\n',
    set(['a'], '  x\ny\n'),
    'a: |2\n    x\n  y\nb: 1\n',
  ],
  ['a folded block', 'a: >-\n  x\n  y\nb: 1\n', set(['b'], 2), 'a: >-\n  x\n  y\nb: 2\n'],
  ['CRLF', 'a: x\r\nb:\r\n  c: 1\r\n', set(['b', 'd'], 'e'), 'a: x\r\nb:\r\n  c: 1\r\n  d: e\r\n'],
  [
    'CRLF in a block',
    'a: |\r\n  x\r\nb: 1\r\n',
    set(['a'], 'x\ny\n'),
    'a: |\r\n  x\r\n  y\r\nb: 1\r\n',
  ],
  ['mixed line breaks', 'a: x\r\nb: y\nc: z\r\n', set(['b'], 'w'), 'a: x\r\nb: w\nc: z\r\n'],
  ['a byte order mark', '\uFEFFa: x\nb: 1\n', set(['a'], 'w'), '\uFEFFa: w\nb: 1\n'],
  ['a key beside a byte order mark', '\uFEFFa: x\n', set(['b'], 'w'), '\uFEFFa: x\nb: w\n'],
  ['a comment behind', 'a: x # c\nb: 1\n', set(['a'], 'w'), 'a: w # c\nb: 1\n'],
  [
    'a comment between key and value',
    'a: # c\n  x\nb: 1\n',
    set(['a'], 'w'),
    'a: # c\n  w\nb: 1\n',
  ],
  [
    'comments around a removed key',
    '# h\na: 1\n# b\nb: 2 # e\n# c\nc: 3\n',
    set(['b'], null),
    '# h\na: 1\n# c\nc: 3\n',
  ],
  ['duplicate keys', 'a: 1\na: 2\nb: 3\n', set(['a'], 4), 'a: 1\na: 4\nb: 3\n'],
  ['a document that ends with dots', 'a: x\n...\n', set(['b'], 'w'), 'a: x\nb: w\n...\n'],
  ['dots at the end, and no line break', 'a: x\n...', set(['b'], 'w'), 'a: x\nb: w\n...'],
  [
    'directives',
    '%YAML 1.2\n%TAG ! tag:x,1:\n---\na: x\n',
    set(['a'], 'w'),
    '%YAML 1.2\n%TAG ! tag:x,1:\n---\na: w\n',
  ],
  ['a document on the line of its marker', '--- {a: x} # c\n', set(['a'], 'w'), '--- {a: w} # c\n'],
  ['a string that YAML 1.1 takes for a boolean', 'a: x\n', set(['a'], 'yes'), 'a: "yes"\n'],
  ['the same among single quotes', "b: 'q'\na: x\n", set(['a'], 'off'), "b: 'q'\na: 'off'\n"],
  ['a string like an octal', 'a: x\n', set(['a'], '0755'), 'a: "0755"\n'],
  ['a string like a sexagesimal', 'a: x\n', set(['a'], '12:30:45'), 'a: "12:30:45"\n'],
  [
    'an untouched boolean of YAML 1.1',
    'on: yes\noff: 0777\na: x\n',
    set(['a'], 'z'),
    'on: yes\noff: 0777\na: z\n',
  ],
  ['an explicit key', '? a\n: x\nb: 1\n', set(['a'], 'w'), '? a\n: w\nb: 1\n'],
  ['a key that is a list', '? [a, b]\n: x\nb: 1\n', set(['b'], 2), '? [a, b]\n: x\nb: 2\n'],
  ['a tag', 'a: !!str 1\nb: !x {c: 1}\n', set(['b', 'c'], 2), 'a: !!str 1\nb: !x {c: 2}\n'],
  ['a value behind a tag', 'a: !!str x\n', set(['a'], 'w'), 'a: !!str w\n'],
  [
    'blanks at the ends of lines',
    'a:   \n  b: x  \n  c: 1   \n',
    set(['a', 'b'], 'w'),
    'a:   \n  b: w  \n  c: 1   \n',
  ],
  ['no line break at the end', 'a: x', set(['b'], 'w'), 'a: x\nb: w\n'],
  ['no line break at the end, untouched', 'a: x\nb: y', set(['a'], 'z'), 'a: z\nb: y'],
  ['a quoted scalar of several lines', 'a: "x\n  y"\nb: 1\n', set(['b'], 2), 'a: "x\n  y"\nb: 2\n'],
  ['a single-quoted one', "a: 'x\n\n  y'\nb: 1\n", set(['a'], 'z'), "a: 'z'\nb: 1\n"],
  [
    'a very long line',
    `a: ${'x '.repeat(3000)}y\nb: 1\n`,
    set(['b'], 2),
    `a: ${'x '.repeat(3000)}y\nb: 2\n`,
  ],
  [
    'a new very long string',
    'a: x\n',
    set(['a'], 'z '.repeat(500) + 'z'),
    `a: ${'z '.repeat(500)}z\n`,
  ],
  ['characters beyond the first plane', 'a: 🎉\nb: "🎉 x"\n', set(['b'], '🎊'), 'a: 🎉\nb: "🎊"\n'],
  ['a character that cannot stand', 'a: x\n', set(['a'], '\u0000'), 'a: "\\0"\n'],
  ['a line separator', 'a: x\n', set(['a'], 'a\u2028b'), 'a: "a\\u2028b"\n'],
  ['flow style', '{a: [1, 2 , 3], b: {c: d}}\n', set(['a', 1], 9), '{a: [1, 9 , 3], b: {c: d}}\n'],
  ['a key more in braces', '{a: 1}\n', set(['b'], 'x, y'), '{a: 1, b: "x, y"}\n'],
  [
    'braces over lines, with comments',
    'a: {b: 1, # one\n  c: 2} # two\n',
    set(['a', 'c'], 3),
    'a: {b: 1, # one\n  c: 3} # two\n',
  ],
  [
    'a trailing comma',
    'a: [x, y, ]\n',
    ['insertItem', { path: ['a'], value: 'z' }],
    'a: [x, y, z, ]\n',
  ],
  ['an anchored value', 'a: &x 1\nb: *x\n', set(['a'], 2), 'a: &x 2\nb: *x\n'],
  [
    'beside anchors',
    'a: &x {b: 1}\nc: {<<: *x, d: 2}\n',
    set(['c', 'd'], 3),
    'a: &x {b: 1}\nc: {<<: *x, d: 3}\n',
  ],
  [
    'a lane in brackets over lines',
    'kind: Workflow\nspec: {templates: [{name: m, steps: [[{name: a}], [{name: b, when: "1 > 0"},\n  {name: c}]]}]}\n',
    ['moveLane', { template: 'm', lane: 1, to: 0 }],
    'kind: Workflow\nspec: {templates: [{name: m, steps: [[{name: b, when: 1 > 0}, {name: c}], [{name: a}]]}]}\n',
  ],
]

describe('an edit leaves as it is', () => {
  it.each(cases)('%s', (_, before, [id, args], after) => {
    expect(run(before, id, args)).toBe(after)
  })
})

describe('strings of every sort', () => {
  const odd = [
    'yes',
    'No',
    'ON',
    'y',
    'n',
    '~',
    'null',
    '0o7',
    '0b1',
    '1_000',
    '.inf',
    '-.INF',
    '.NaN',
    '1e3',
    '0x1F',
    '2001-01-01',
    '=',
    '<<',
    '- a',
    'a: b',
    'a #b',
    ' a',
    'a ',
    '',
    '\t',
    '\n',
    'a\n',
    '\na',
    'a\n\n',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '|',
    '>',
    '?',
    '? a',
    ':',
    '-',
    '---',
    '...',
    '{a',
    '[a',
    'a]',
    'a}',
    ',',
    '"',
    "'",
    '\\',
    '\u0007',
    '\u0085',
    '\u00A0',
    '\uFEFF',
    '\uD83C\uDF89',
    '\r',
    'a\r\nb',
  ]
  const places = [
    'a: x\n',
    "a: 'x'\n",
    'a: "x"\n',
    '{a: x}\n',
    'a: |\n  x\nb: 1\n',
    'a: >-\n  x\n',
    'b:\n- 1\na: x',
    'a: x\r\nb: y\r\n',
  ]
  it.each(places)('are set in %j and read back', (text) => {
    for (const value of odd) {
      const after = run(text, ...set(['a'], value))
      expect(valueOf(parseTree(after)), JSON.stringify([value, after])).toMatchObject({ a: value })
    }
  })
})
