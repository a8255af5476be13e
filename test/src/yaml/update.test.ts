import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextChange } from '../../../src/base/index.ts'
import {
  locate,
  parseTree,
  updateQuickly,
  updateTree,
  type YamlTree,
} from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'
import { stepsManifest } from '../../support/generate.ts'

const STEPS = `# head
spec:
  templates:
  - name: main
    steps:
    - - name: a   # first
        template: t
    # between
    - - name: b
        template: t
        when: |
          x

      - name: c
        template: "t
          u"
    outputs: {}

  - name: t
    script:
      source: |+
        print(1)

---
other: [1, 2]
`

/** Much of what YAML allows: anchors and aliases before and behind each other, merge keys, explicit keys, marks, odd blocks, markers. */
const ODD = `%YAML 1.2
---
base: &base {image: alpine, env: &env [a, b]}
? complex key
: value
? [x, y]
:
  - deep: &deep
      - *env
"quoted": !!str 'a
  b'
<<: *base
steps:
- - &first
    name: a
    <<: [*base, {x: 1}]
  - *first
- - name: b   # *none
    with: *deep
    text: >-2
        folded

      more
    keep: |+
      x

- !tag
  name: c
- ! d
- ? e
  : f
list: &list
- 1
- *base
last: *list
...
# between
---
- *nothing
- - - a
...
`

function apply(text: string, changes: readonly TextChange[]): string {
  return changes
    .toReversed()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text)
}

function expectFresh(tree: YamlTree, changes: readonly TextChange[]): YamlTree {
  const text = apply(tree.text, changes)
  const updated = updateTree(tree, changes, text)
  expect(updated).toEqual(parseTree(text))
  return updated
}

const snippets = [
  '',
  ' ',
  '\n',
  '- ',
  'a: b',
  '"',
  "'",
  '|',
  '#',
  '[',
  ']',
  '{',
  '}',
  '&x ',
  '*x',
  '---\n',
  '...\n',
  '  ',
  '\t',
  ': ',
  'name: z\n',
  '\r\n',
  '>-',
  'é',
  '%',
  '? ',
]

describe('updateTree', () => {
  it('keeps every node outside the changed item', () => {
    const tree = parseTree(STEPS)
    const from = STEPS.indexOf('template: t') + 'template: '.length
    const updated = expectFresh(tree, [{ from, to: from + 1, insert: 'longer' }])
    const same = (path: readonly (string | number)[]): boolean =>
      locate(tree, { document: 0, path })?.node === locate(updated, { document: 0, path })?.node
    expect(same(['spec', 'templates', 1])).toBe(true)
    expect(same(['spec', 'templates', 0, 'steps', 1])).toBe(true)
    expect(same(['spec', 'templates', 0, 'steps', 0])).toBe(false)
    expect(updated.documents[1]?.root).toBe(tree.documents[1]?.root)
  })

  const own = [
    STEPS,
    STEPS.replaceAll('\n', '\r\n'),
    `\uFEFF${STEPS}`,
    ODD,
    '- a: 1\n- b:\n---\nc:\n  - d\n  - e:\n\n---\nf:\n# g\n---\nh\n',
    ODD.replace('%YAML 1.2\n---\n', ''),
    ODD.replace('*nothing', 'x').replaceAll('\n', '\r\n'),
  ]
  const file = fc.oneof(
    fc.constantFrom(...own),
    fc.constantFrom(...own, ...corpus('argo').map(({ text }) => text)),
  )

  it('follows a key that takes what comes after it for a value without a colon', () => {
    const text = '- a\n---\nc:\n  - d\n  - e:\n\n---\nf:\n'
    const from = text.indexOf('  - d')
    const broken = expectFresh(parseTree(text), [{ from, to: from, insert: '? ' }])
    expect(broken.problems.map(({ code }) => code)).toEqual(['yaml-syntax'])
  })

  it('follows an entry that is indented more than the one before it', () => {
    const tree = parseTree('a: 1 # one\nb: 2\n')
    expectFresh(tree, [
      { from: 3, to: 4, insert: '|' },
      { from: 11, to: 11, insert: '  :\n' },
    ])
  })

  it('equals a fresh parse after any changes', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.oneof(fc.constant(0), fc.nat(30)),
      insert: fc.constantFrom(...snippets),
    })
    const script = fc.record({
      file,
      edits: fc.array(edit, { minLength: 1, maxLength: 6 }),
    })
    fc.assert(
      fc.property(script, ({ file, edits }) => {
        let tree = parseTree(file)
        for (const { at, cut, insert } of edits) {
          const from = at % (tree.text.length + 1)
          tree = expectFresh(tree, [{ from, to: Math.min(from + cut, tree.text.length), insert }])
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    )
  })

  it('equals a fresh parse after several changes at once', () => {
    const edit = fc.record({ at: fc.nat(), insert: fc.constantFrom(...snippets) })
    fc.assert(
      fc.property(file, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        const places = [...new Set(edits.map(({ at }) => at % (text.length + 1)))].sort(
          (a, b) => a - b,
        )
        const changes = places.map((from, index) => ({
          from,
          to: from,
          insert: edits[index]?.insert ?? '',
        }))
        expectFresh(parseTree(text), changes)
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150) },
    )
  })
})

describe('updateQuickly', () => {
  const long = parseTree(stepsManifest(400))
  const at = long.text.indexOf('template: ', long.text.length / 2)
  const type = (insert: string, from = at) => {
    const changes = [{ from, to: from, insert }]
    const text = long.text.slice(0, from) + insert + long.text.slice(from)
    return { updated: updateQuickly(long, changes, text), fresh: parseTree(text) }
  }

  it('gives the tree of a long text of which a short part is another', () => {
    const { updated, fresh } = type("when: 'x'\n            ")
    expect(updated).toEqual(fresh)
  })

  it('gives nothing where all of a long text would have to be parsed', () => {
    const { updated, fresh } = type('when\n            ')
    expect(fresh.problems).not.toEqual([])
    expect(updated).toBeUndefined()
    expect(type('  ', long.text.indexOf('templates:')).updated).toBeUndefined()
  })

  it('gives the tree of a short text, whatever is wrong with it', () => {
    const tree = parseTree('a: 1\nb: 2\n')
    const changes = [{ from: 4, to: 4, insert: '\nc' }]
    const text = 'a: 1\nc\nb: 2\n'
    expect(updateQuickly(tree, changes, text)).toEqual(parseTree(text))
  })

  it('is a fresh parse or nothing after any change of a long text', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.oneof(fc.constant(0), fc.nat(60)),
        fc.constantFrom(...snippets),
        (place, cut, insert) => {
          const from = place % (long.text.length + 1)
          const to = Math.min(from + cut, long.text.length)
          const text = long.text.slice(0, from) + insert + long.text.slice(to)
          const updated = updateQuickly(long, [{ from, to, insert }], text)
          if (updated !== undefined) expect(updated).toEqual(parseTree(text))
        },
      ),
      { numRuns: 60 },
    )
  })
})
