import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorsOf, parseTree, printCompact, toValue } from '../../../src/yaml/index.ts'
import '../../support/seeds.ts'

const style = { indent: 2, dashIndent: 2, singleQuotes: true, lineBreak: '\n' }

test('lists and maps that fit into a line are written in one', () => {
  const value = { a: { b: [1, 2], c: 'x' }, long: [['a'.repeat(12), 'b'], 'one\ntwo\n'], none: {} }
  expect(printCompact(value, style, 20).join('\n')).toBe(`a: {b: [1, 2], c: x}
long:
  - - aaaaaaaaaaaa
    - b
  - |
    one
    two
none: {}`)
})

test('what is printed parses to the same value, whatever the width', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(80), (value, width) => {
      // JSON has no negative zero.
      const plain = parseTree(JSON.stringify(value)).documents[0]?.root
      const wanted = plain && toValue(plain, anchorsOf(plain))
      const text = printCompact(wanted ?? null, style, width).join('\n')
      const { documents, problems } = parseTree(`${text}\n`)
      expect(problems).toEqual([])
      const root = documents[0]?.root
      expect(root && toValue(root, anchorsOf(root))).toEqual(wanted)
    }),
  )
})
