import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExpr } from '../../../../src/expression/index.ts'
import { childrenOf, type ExprNode } from '../../../../src/expression/expr/tree.ts'
import { drawn } from '../../../oracle/expressions/recorded.ts'
import '../../../support/seeds.ts'

/** A tree with parentheses around everything. */
function grouped(node: ExprNode): string {
  switch (node.kind) {
    case 'binary':
      return `(${grouped(node.left)} ${node.operator} ${grouped(node.right)})`
    case 'prefix':
      return `(${node.operator} ${grouped(node.operand)})`
    case 'conditional':
      return `(${grouped(node.condition)} ? ${grouped(node.then)} : ${grouped(node.otherwise)})`
    case 'integer':
      return node.value.toString()
    case 'name':
      return node.name
    case 'builtin':
      return `${node.name}(${node.args.map(grouped).join(', ')})`
    default:
      return node.kind
  }
}

const read = (text: string): string => {
  const { tree, problems } = parseExpr(text)
  return tree ? grouped(tree) : `${problems[0]?.message ?? ''} at ${problems[0]?.range.from ?? ''}`
}

describe('precedence', () => {
  test.each([
    ['1 + 2 * 3', '(1 + (2 * 3))'],
    ['-2 ** 2', '(- (2 ** 2))'],
    ['2 ** 3 ** 4', '(2 ** (3 ** 4))'],
    ['a or b and c', '(a or (b and c))'],
    ['not a in b', '((not a) in b)'],
    ['a not in b', '(not (a in b))'],
    ['a == b ?? c', '(a == (b ?? c))'],
    ['1 < a < 3', '((1 < a) && (a < 3))'],
    ['a ? b : c ? d : e', '(a ? b : (c ? d : e))'],
    ['a ?: b', '(a ? a : b)'],
    ['1..2 + 3', '(1 .. (2 + 3))'],
    ['a + b | len()', 'len((a + b))'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree)
  })
})

describe('what cannot be read', () => {
  test.each([
    ['1 +', 'unexpected token EOF at 3'],
    ['(1', 'unexpected token EOF at 2'],
    ['a b', 'unexpected token Identifier("b") at 2'],
    ['"a', 'literal not terminated at 0'],
    ['1 ~ 2', "unrecognized character: U+007E '~' at 2"],
    ['1_a', 'bad number syntax: "1_a" at 0'],
    [
      'a ?? b + c',
      'Operator (+) and coalesce expressions (??) cannot be mixed. Wrap either by parentheses. at 7',
    ],
    ['filter([1])', 'expected at least 2 arguments at 10'],
    ['', 'unexpected token EOF at 0'],
  ])('%s', (text, problem) => {
    expect(read(text)).toBe(problem)
  })

  test('is never thrown, and lies in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { tree, problems } = parseExpr(text)
        expect(tree === undefined).toBe(problems.length === 1)
        for (const { range } of problems) {
          expect(range.from).toBeGreaterThanOrEqual(0)
          expect(range.to).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  test('is what is nested more deeply than anybody writes', () => {
    const doubled = Array.from({ length: 40 }).reduce<string>((inner) => `(${inner} ?: a)`, 'a')
    for (const text of [
      doubled,
      '('.repeat(9000),
      '-'.repeat(9000) + '1',
      `1${' + 1'.repeat(4000)}`,
    ]) {
      expect(parseExpr(text).problems).toHaveLength(1)
    }
  })
})

test('the range of a part lies in that of the whole, in random expressions', () => {
  const visit = (node: ExprNode): void => {
    for (const part of childrenOf(node)) {
      expect(part.range.from).toBeGreaterThanOrEqual(node.range.from)
      expect(part.range.to).toBeLessThanOrEqual(node.range.to)
      visit(part)
    }
  }
  for (const text of drawn('expr', 4000, 500)) {
    const { tree } = parseExpr(text)
    if (tree) visit(tree)
  }
})

test('a variable with the name of a builtin is called instead of it', () => {
  expect(parseExpr('duration("1h")').tree?.kind).toBe('builtin')
  expect(parseExpr('duration("1h")', new Set(['duration'])).tree?.kind).toBe('call')
})
