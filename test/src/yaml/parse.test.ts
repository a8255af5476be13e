import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import {
  anchorsOf,
  locate,
  locateKey,
  parseTree,
  toValue,
  type YamlNode,
  type YamlTree,
} from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'

function valueOfDocument(tree: YamlTree, index = 0): unknown {
  const document = tree.documents[index]
  if (document === undefined) throw new Error('no such document')
  return toValue(document.root, anchorsOf(document.root))
}

/** Every scalar's source, to compare positions with the text. */
function checkPositions(text: string, node: YamlNode, start: number): void {
  const source = text.slice(start, start + node.length)
  if (node.props !== undefined) expect(source).toMatch(/^[&!]/)
  const value = source.slice(node.props?.length ?? 0)
  if (node.kind === 'scalar') {
    if (node.style === 'double') expect(value).toMatch(/^"[^]*"$/)
    if (node.style === 'single') expect(value).toMatch(/^'[^]*'$/)
    if (node.style === 'literal') expect(value).toMatch(/^\|/)
    if (node.style === 'folded') expect(value).toMatch(/^>/)
    if (node.style === 'plain' && !/[\r\n]/.test(value)) expect(value).toBe(node.value)
    expect(value).not.toMatch(/\n$/)
  }
  if (node.kind === 'alias') expect(value).toBe(`*${node.name}`)
  if (node.kind === 'map') {
    if (node.flow && node.entries.length !== 1) expect(value).toMatch(/^\{[^]*\}$/)
    for (const entry of node.entries) {
      checkPositions(text, entry.key, start + entry.keyAt)
      checkPositions(text, entry.value, start + entry.valueAt)
    }
  }
  if (node.kind === 'seq') {
    if (node.flow) expect(value).toMatch(/^\[[^]*\]$/)
    for (const item of node.items) {
      if (!node.flow) expect(text[start + item.at]).toBe('-')
      checkPositions(text, item.value, start + item.valueAt)
    }
  }
}

describe('parseTree', () => {
  it('reads values and positions of a text with everything', () => {
    const text =
      '# c\n---\na: &x !!str 1\nb:\n  # hi\n  - - name: x\n      when: |\n        foo\n\n    - z\n  -\n  - {a: 1, b,  "c":}\nc: *x\n? d\n: e\nf:\ng: "a\n b"\n...\n---\nfoo\n'
    const tree = parseTree(text)
    expect(tree.problems).toEqual([])
    expect(valueOfDocument(tree)).toEqual({
      a: '1',
      b: [[{ name: 'x', when: 'foo\n' }, 'z'], null, { a: 1, b: null, c: null }],
      c: '1',
      d: 'e',
      f: null,
      g: 'a b',
    })
    expect(valueOfDocument(tree, 1)).toBe('foo')
    for (const document of tree.documents)
      checkPositions(text, document.root, document.at + document.rootAt)
  })

  it.each(['', '\n', '# only a comment\n', '---\n', '\uFEFFa: 1\n', 'a: 1\r\nb: 2\r\n'])(
    'reads %j',
    (text) => {
      const tree = parseTree(text)
      expect(tree.problems).toEqual([])
      for (const document of tree.documents)
        checkPositions(text, document.root, document.at + document.rootAt)
    },
  )

  it('reads quoted scalars whose lines are not indented, as Go does', () => {
    const text = 'a:\n  args: ["\n    b\n  "]\n  c: "x\ny"\n'
    const tree = parseTree(text)
    expect(tree.problems).toEqual([])
    expect(valueOfDocument(tree)).toEqual({ a: { args: [' b '], c: 'x y' } })
  })

  it('reads as Kubernetes does', () => {
    const text =
      'a: yes\nb: 0755\nc: 2026-01-01\nd: 1_000\ne: "yes"\nf: !!str no\ng: 1e3\nh: ~\ni: 10:30\n'
    expect(valueOfDocument(parseTree(text))).toEqual({
      a: true,
      b: 493,
      c: '2026-01-01',
      d: 1000,
      e: 'yes',
      f: 'no',
      g: 1000,
      h: null,
      i: '10:30',
    })
  })

  it('reports broken text with its place and never throws', () => {
    for (const text of [
      'a: [',
      'a: "b',
      'a: b: c',
      '\ta: b',
      'a: *x',
      '- a\nb',
      '}',
      '[['.repeat(5000),
      '{"a":'.repeat(3000),
    ]) {
      const tree = parseTree(text)
      expect(tree.problems.length, text.slice(0, 20)).toBeGreaterThan(0)
      for (const problem of tree.problems) {
        expect(problem.range.from).toBeLessThanOrEqual(text.length)
        expect(problem.message).toMatch(/\.$/)
      }
    }
  })

  it('keeps a bomb of aliases small', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let level = 1; level < 12; level++) {
      lines.push(
        `a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`,
      )
    }
    const tree = parseTree(lines.join('\n'))
    expect(tree.problems).toEqual([])
    expect(valueOfDocument(tree)).toBeUndefined()
  })

  it('finds nodes and keys by path', () => {
    const text = 'spec:\n  templates:\n  - name: a\n'
    const tree = parseTree(text)
    const name = locate(tree, { document: 0, path: ['spec', 'templates', 0, 'name'] })
    expect(text.slice(name?.start, name?.end)).toBe('a')
    expect(locate(tree, { document: 0, path: ['spec', 'nothing'] })).toBeUndefined()
    const spec = locate(tree, { document: 0, path: ['spec'] })
    if (spec?.node.kind !== 'map') throw new Error('no map')
    const key = locateKey({ ...spec, node: spec.node }, 'templates')
    expect(text.slice(key?.start, key?.end)).toBe('templates')
  })

  it.each(corpus('argo', 'hera'))('reads $name', ({ text }) => {
    const tree = parseTree(text)
    expect(tree.problems).toEqual([])
    for (const document of tree.documents)
      checkPositions(text, document.root, document.at + document.rootAt)
    if (tree.documents.length !== 1) return
    let expected: unknown
    try {
      expected = parse(text, { version: '1.1', schema: 'core', uniqueKeys: false, merge: true })
    } catch {
      return
    }
    if (/: (0\d+|yes|no|on|off)$/m.test(text)) return
    expect(valueOfDocument(tree)).toEqual(expected)
  })
})
