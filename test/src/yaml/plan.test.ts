import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextChange } from '../../../src/base/index.ts'
import {
  anchorsOf,
  insertItems,
  itemText,
  locate,
  newItem,
  parseTree,
  removeEntry,
  removeItems,
  renameKey,
  setEntry,
  setValue,
  styleOf,
  toValue,
  updateTree,
  type Address,
  type JsonValue,
  type Plan,
  type YamlTree,
} from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'
import { placesOf, withChanged } from '../../support/paths.ts'

const EVERYTHING = `# head comment
a: 1   # one
'quoted': "x" # two

list:
# above
- name: first   # behind
  when: 'it''s'
  # inside
# above second

- name: second
  text: |
    line

    two
- [1, {x: 1, y: "2"}, three]
-
  - - nested: deep
      more: >-
        folded
        text
    # about b
    - b

    # apart

    - c
flow: {one: 1, two: [a, b], three: }
empty:
other:   # comment on the key
  indented:
    - p
    # q
    - q
last: end`

const files = [
  EVERYTHING,
  EVERYTHING.replaceAll('\n', '\r\n'),
  ...corpus('argo', 'hera').map(({ text }) => text),
].filter((text) => !parseTree(text).documents.some((document) => document.hasAnchors))

function apply(text: string, changes: readonly TextChange[]): string {
  let at = 0
  let out = ''
  for (const { from, to, insert } of changes) {
    expect(from).toBeGreaterThanOrEqual(at)
    expect(to).toBeGreaterThanOrEqual(from)
    out += text.slice(at, from) + insert
    at = to
  }
  return out + text.slice(at)
}

function valueAt(tree: YamlTree, document: number): JsonValue {
  const root = tree.documents[document]?.root
  const value = root === undefined ? undefined : toValue(root, anchorsOf(root))
  if (value === undefined) throw new Error('no value')
  return value
}

function comments(text: string): string[] {
  return (text.match(/(^|\s)#[^\r\n]*/g) ?? []).map((comment) => comment.trim()).sort()
}

/** Checks the laws of an edit: the intended value, incremental equals fresh, other documents and comments as they were. */
function check(
  tree: YamlTree,
  address: Address,
  plan: Plan,
  expected: JsonValue,
  keepsComments: boolean,
): string {
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  const text = apply(tree.text, plan.value)
  const after = parseTree(text)
  const context = JSON.stringify({ path: address.path, changes: plan.value }, null, 1)
  expect(after.problems, `${context}\n${text}`).toEqual([])
  expect(valueAt(after, address.document), `${context}\n${text}`).toEqual(expected)
  expect(updateTree(tree, plan.value, text)).toEqual(after)
  if (keepsComments) expect(comments(text), context).toEqual(comments(tree.text))
  if (tree.text.includes('\r\n')) expect(text.replaceAll('\r\n', ''), context).not.toMatch(/[\r\n]/)
  return text
}

const strings = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'x',
    'yes',
    '12',
    '0755',
    '1.5',
    'null',
    '~',
    'a: b',
    'a #b',
    '- a',
    '[x]',
    '{{a.b}} == "c"',
    "it's",
    '"',
    '\\',
    'é☃😀',
    '*a',
    '&a',
    '!x',
    '%',
    '@',
    '`',
    '2026-01-01',
    'one\ntwo',
    'one\ntwo\n',
    '\nlead',
    '  indented\nrest',
    'trail \n x',
    'tab\tx',
    '\t',
    'one\n\n\n',
    '\r',
    'a\r\nb',
    '\u0007',
    '\u2028',
    '\uFEFF',
    '---',
    '...',
    'k:',
    ':',
    'a,b',
    '10:30',
    '=',
    '<<',
    '.inf',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '#', ':', '"', "'", '-', '\t', '|', '>', '{'),
    maxLength: 14,
  }),
)
const values: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 3, arbitrary: strings },
  fc.constantFrom<JsonValue>(
    1,
    true,
    null,
    [],
    {},
    ['a', 'b'],
    { a: 'b' },
    [{ name: 'x', value: 'y\nz' }],
    { parameters: [{ name: 'p', value: '5' }] },
  ),
  fc.dictionary(fc.constantFrom('k', 'a b', '1', 'yes', 'x:y'), strings, { maxKeys: 3 }),
)

/** A place in a file, picked by numbers so that it shrinks. */
function pick(
  fileIndex: number,
  placeIndex: number,
  wanted: (kind: string) => boolean,
): { tree: YamlTree; address: Address } | undefined {
  const tree = parseTree(files[fileIndex % files.length] ?? '')
  const document = fileIndex % Math.max(1, tree.documents.length)
  const places = placesOf(tree.documents[document]?.root ?? { kind: 'empty', length: 0 }).filter(
    ({ node }) => wanted(node.kind),
  )
  const place = places[placeIndex % Math.max(1, places.length)]
  return place === undefined ? undefined : { tree, address: { document, path: place.path } }
}

/** Raised by hand for a long look: `PROPERTY_RUNS=10000 npx vitest run …`. */
const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) }

describe('planned edits', () => {
  it('set a value', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), values, (file, place, value) => {
        const target = pick(file, place, () => true)
        if (target === undefined || target.address.path.length === 0) return
        const { tree, address } = target
        const expected = withChanged(valueAt(tree, address.document), address.path, () => value)
        const node = locate(tree, address)?.node
        // A plain number that takes the place of a number stays one.
        if (
          typeof value === 'string' &&
          node?.kind === 'scalar' &&
          node.style === 'plain' &&
          value.trim() !== '' &&
          !Number.isNaN(Number(value))
        )
          return
        const plan = setValue(tree, address, value)
        check(
          tree,
          address,
          plan,
          expected,
          node?.kind === 'scalar' && node.style === 'plain' && !JSON.stringify(value).includes('#'),
        )
      }),
      RUNS,
    )
  })

  it('set a block scalar again and again, as typing does', () => {
    const typed = 'a \n  \n  b  \n\tc\n \n\nd \n'
    for (const start of [
      's: |-\n  x\n',
      's: |\n    x \n\n\nt: 1\n',
      's: >-\n  x\n',
      's: |+\n  x\n\n',
    ]) {
      let tree = parseTree(start)
      for (let length = 1; length <= typed.length * 2; length++) {
        const text =
          length <= typed.length
            ? typed.slice(0, length)
            : typed.slice(0, typed.length * 2 - length)
        const expected = withChanged(valueAt(tree, 0), ['s'], () => text)
        const plan = setValue(tree, { document: 0, path: ['s'] }, text)
        tree = parseTree(check(tree, { document: 0, path: ['s'] }, plan, expected, false))
      }
    }
  })

  it.each<[string, JsonValue, string]>([
    ['k: !!str a\nl: 1\n', 5, 'k: 5\nl: 1\n'],
    ['k: &a !!str a # why\n', true, 'k: &a true # why\n'],
    ['k: !!str &a a\n', ['b'], 'k: &a\n- b\n'],
    ['k:\n  !!str a\n', 1e21, 'k:\n  1e+21\n'],
    ['k: !!map\n  a: b\n', 'c', 'k: c\n'],
    ['k: !!int 5\n', 'c', 'k: c\n'],
    ['k: !!float 5\n', 'c', 'k: c\n'],
    ['k: !!bool yes\n', null, 'k: null\n'],
    ['- !!null ~\n', 'c', '- c\n'],
    ['k: !!str a\n', 'b', 'k: !!str b\n'],
    ['k: !local a\n', 5, 'k: !local 5\n'],
  ])('take away a tag that says something else: %j', (text, value, expected) => {
    const tree = parseTree(text)
    const path = text.startsWith('-') ? [0] : ['k']
    const address = { document: 0, path }
    const whole = withChanged(valueAt(tree, 0), path, () => value)
    expect(check(tree, address, setValue(tree, address, value), whole, false)).toBe(expected)
  })

  it('add a key', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        values,
        fc.constantFrom('newKey', 'a b', 'yes', '#x'),
        fc.boolean(),
        (file, place, value, key, first) => {
          const target = pick(file, place, (kind) => kind === 'map' || kind === 'empty')
          if (target === undefined) return
          const { tree, address } = target
          const expected = withChanged(
            valueAt(tree, address.document),
            [...address.path, key],
            () => value,
          )
          const plan = setEntry(tree, address, key, value, first ? { after: [] } : {})
          check(tree, address, plan, expected, !JSON.stringify([key, value]).includes('#'))
        },
      ),
      RUNS,
    )
  })

  it('remove a key', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (file, place) => {
        const target = pick(file, place, () => true)
        const key = target?.address.path.at(-1)
        if (target === undefined || typeof key !== 'string') return
        const { tree, address } = target
        check(
          tree,
          address,
          removeEntry(tree, address),
          withChanged(valueAt(tree, address.document), address.path, () => undefined),
          false,
        )
      }),
      RUNS,
    )
  })

  it.each([
    ['- a: 1\n  b: 2\n  a: 3\n', '- b: 2\n'],
    ['- a: 1\n  a: 2\n  b: 3\n', '- b: 3\n'],
    ['- b: 1\n  a: 2\n  # own\n  a: 3 # too\n', '- b: 1\n'],
    ['- a:\n    - 1\n  b: 2\n  a: |\n    x\n', '- b: 2\n'],
    ['- {a: 1, b: 2, a: 3}\n', '- {b: 2}\n'],
    ['- {a: 1, a: 2, b: 3, a: 4, a: 5}\n', '- {b: 3}\n'],
    ['- {a: 1, a: 2}\n', '- {}\n'],
    ['- a: 1\n  a: 2\n', '- {}\n'],
  ])('remove a key that is written more than once: %j', (text, expected) => {
    const tree = parseTree(text)
    const plan = removeEntry(tree, { document: 0, path: [0, 'a'] })
    if (!plan.ok) throw new Error(JSON.stringify(plan.error))
    expect(apply(text, plan.value)).toBe(expected)
    expect(updateTree(tree, plan.value, expected)).toEqual(parseTree(expected))
  })

  it('rename a key', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('renamed', 'a b', 'yes', '#x', "it's", '12'),
        (file, place, name) => {
          const target = pick(file, place, () => true)
          const key = target?.address.path.at(-1)
          if (target === undefined || typeof key !== 'string') return
          const { tree, address } = target
          const expected = withChanged(
            valueAt(tree, address.document),
            address.path.slice(0, -1),
            (old) => {
              const entries = Object.entries(old ?? {}) as [string, JsonValue][]
              return Object.fromEntries(
                entries.map(([other, value]) => [other === key ? name : other, value]),
              )
            },
          )
          const plan = renameKey(tree, address, name)
          check(tree, address, plan, expected, !name.includes('#'))
          expect(plan.ok && plan.value.length).toBe(1)
        },
      ),
      RUNS,
    )
  })

  it('does not rename a key to one that is there, or one that is not', () => {
    const tree = parseTree('a: 1\nb: 2\n')
    expect(renameKey(tree, { document: 0, path: ['a'] }, 'b').ok).toBe(false)
    expect(renameKey(tree, { document: 0, path: ['c'] }, 'd').ok).toBe(false)
    expect(renameKey(tree, { document: 0, path: ['a'] }, 'a')).toEqual({ ok: true, value: [] })
  })

  it('insert items', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.array(values, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        (file, place, items, at) => {
          const target = pick(file, place, (kind) => kind === 'seq')
          if (target === undefined) return
          const { tree, address } = target
          const node = locate(tree, address)?.node
          if (node?.kind !== 'seq') return
          const index = at % (node.items.length + 1)
          const style = styleOf(tree, address.document)
          const plan = insertItems(
            tree,
            address,
            index,
            items.map((item) => newItem(item, style)),
          )
          const expected = withChanged(valueAt(tree, address.document), address.path, (old) => {
            const list = Array.isArray(old) ? (old as JsonValue[]) : []
            return [...list.slice(0, index), ...items, ...list.slice(index)]
          })
          check(tree, address, plan, expected, !JSON.stringify(items).includes('#') && !node.flow)
        },
      ),
      RUNS,
    )
  })

  it('set no item apart where the blank line would be a part of it', () => {
    const text = 'a:\n- one\n\n- two\n\n- |+\n  three\n'
    const tree = parseTree(text)
    const list = { document: 0, path: ['a'] }
    const expected = { a: ['one', 'x\n\n', 'y', 'two', 'three\n', 'z'] }
    const style = styleOf(tree, 0)
    const last = insertItems(tree, list, 3, [newItem('z', style)])
    if (!last.ok) throw new Error('refused')
    const longer = parseTree(apply(text, last.value))
    const items = [{ comments: [], lines: ['- |+', '  x', ''] }, newItem('y', style)]
    check(longer, list, insertItems(longer, list, 1, items), expected, false)
  })

  it('copy an item into another list as it is written', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(), (file, from, to, item, at) => {
        const source = pick(file, from, (kind) => kind === 'seq')
        const target = pick(file, to, (kind) => kind === 'seq')
        if (source === undefined || target === undefined) return
        const { tree } = source
        const list = locate(tree, source.address)
        const node = locate(tree, target.address)?.node
        if (list?.node.kind !== 'seq' || node?.kind !== 'seq' || list.node.items.length === 0)
          return
        const picked = item % list.node.items.length
        const copy = itemText(tree.text, { ...list, node: list.node }, picked)
        if (copy === undefined) throw new Error('no text')
        const index = at % (node.items.length + 1)
        const whole = valueAt(tree, target.address.document)
        let value: JsonValue | undefined
        withChanged(whole, [...source.address.path, picked], (old) => (value = old))
        const expected = withChanged(whole, target.address.path, (old) => {
          const items = Array.isArray(old) ? (old as JsonValue[]) : []
          return [...items.slice(0, index), value ?? null, ...items.slice(index)]
        })
        check(
          tree,
          target.address,
          insertItems(tree, target.address, index, [copy]),
          expected,
          false,
        )
      }),
      RUNS,
    )
  })

  it('remove items', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        (file, place, picked) => {
          const target = pick(file, place, (kind) => kind === 'seq')
          if (target === undefined) return
          const { tree, address } = target
          const node = locate(tree, address)?.node
          if (node?.kind !== 'seq' || node.items.length === 0) return
          const indices = new Set(picked.map((index) => index % node.items.length))
          const expected = withChanged(valueAt(tree, address.document), address.path, (old) =>
            Array.isArray(old)
              ? (old as JsonValue[]).filter((_, index) => !indices.has(index))
              : null,
          )
          check(tree, address, removeItems(tree, address, [...indices]), expected, false)
        },
      ),
      RUNS,
    )
  })
})
