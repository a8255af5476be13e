import { describe, expect, test } from 'vitest'
import {
  locateRoot,
  parseTree,
  sourceRange,
  valueOffset,
  valueOf,
  type Located,
  type YamlScalar,
  type YamlTree,
} from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'

function scalars(tree: YamlTree): Located<YamlScalar>[] {
  const found: Located<YamlScalar>[] = []
  const walk = ({ node, start }: Located): void => {
    const child = (value: Located['node'], at: number): void =>
      walk({ node: value, start: start + at, end: start + at + value.length })
    if (node.kind === 'scalar') found.push({ node, start, end: start + node.length })
    if (node.kind === 'seq') for (const { value, valueAt } of node.items) child(value, valueAt)
    if (node.kind === 'map') for (const { value, valueAt } of node.entries) child(value, valueAt)
  }
  for (const document of tree.documents) walk(locateRoot(document))
  return found
}

/** The source of a word of the value under `k`. */
function sourceIn(text: string, word: string): string | undefined {
  const tree = parseTree(text)
  const scalar = scalars(tree).find(({ node }) => node === valueOf(tree.documents[0]?.root, 'k'))
  if (scalar === undefined) return undefined
  const from = scalar.node.value.indexOf(word)
  const range = sourceRange(text, scalar, { from, to: from + word.length })
  return range && text.slice(range.from, range.to)
}

describe('where a part of a value is written', () => {
  test.each([
    ['plain', 'k: a {{b}} c\n', '{{b}}', '{{b}}'],
    ['folded plain', 'k: a\n  {{b}}\n  c\n', '{{b}} c', '{{b}}\n  c'],
    ['single quotes', "k: 'it''s {{b}}'\n", "'s {{b}}", "''s {{b}}"],
    ['double quotes', 'k: "\\u0041\\n\\"{{b}}"\n', '"{{b}}', '\\"{{b}}'],
    ['an escaped line break', 'k: "aa\\\n   {{b}}"\n', '{{b}}', '{{b}}'],
    ['a literal block', 'k: |2 # note\n    if x:\n      {{b}}\n', '{{b}}', '{{b}}'],
    ['a folded block', 'k: >-\n  a\n  {{b}}\n\n  c\n', '{{b}}', '{{b}}'],
    ['an anchor before it', 'k: &k "{{b}}"\n', '{{b}}', '{{b}}'],
    ['CRLF', 'k: |\r\n  a\r\n  {{b}}\r\n', '{{b}}', '{{b}}'],
  ])('%s', (_, text, word, source) => {
    expect(sourceIn(text, word)).toBe(source)
  })

  test('characters of every value of the corpus are found as themselves', () => {
    for (const { name, text } of corpus('argo', 'hera')) {
      const tree = parseTree(text)
      for (const scalar of scalars(tree)) {
        const { value, style } = scalar.node
        for (let at = 0; at < value.length; at += Math.ceil(value.length / 12)) {
          const wanted = value[at] ?? ''
          if (/[\s'"\\]/.test(wanted)) continue
          const range = sourceRange(text, scalar, { from: at, to: at + 1 })
          const found = range && text.slice(range.from, range.to)
          if (style === 'double' && found?.startsWith('\\')) continue
          expect(found, `${name}: ${value.slice(Math.max(0, at - 20), at + 20)}`).toBe(wanted)
          expect(range && valueOffset(text, scalar, range.from)).toBe(at)
        }
      }
    }
  })
})
