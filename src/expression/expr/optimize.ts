import { anyType } from '../go/types.ts'
import { GoMap, wrapInt } from '../go/values.ts'
import { patternProblem } from '../go/regexp.ts'
import { fold } from './fold.ts'
import { kindIn, natureOf, type Nature } from './nature.ts'
import { rewrite } from './rewrite.ts'
import { sumOfRange } from './sum-of-range.ts'
import type { ExprProblem } from './token.ts'
import { childrenOf, type ExprBinary, type ExprBuiltin, type ExprNode } from './tree.ts'

export interface OptimizedExpr {
  readonly tree: ExprNode
  readonly problems: readonly ExprProblem[]
  readonly natures: ReadonlyMap<ExprNode, Nature>
}

/**
 * Shortens a tree as expr-lang does before it runs one. That changes what comes out: `x and false` does not look at `x`
 * any more, the first of a filtered list is found without looking at the rest, and `in` of a list of strings refuses
 * what is no string.
 */
export function optimize(tree: ExprNode, natures: ReadonlyMap<ExprNode, Nature>): OptimizedExpr {
  const problems: ExprProblem[] = []
  const known = new Map(natures)
  const keep = (from: ExprNode, to: ExprNode): void => {
    const nature = known.get(from)
    if (nature && !known.has(to)) known.set(to, nature)
  }
  const pass = (node: ExprNode, change: (node: ExprNode) => ExprNode): ExprNode => {
    const visit = (one: ExprNode): ExprNode => {
      const to = change(one)
      if (to !== one) keep(one, to)
      if (to !== one && literals.has(to.kind)) known.set(to, natureOfLiteral(to))
      return to
    }
    return rewrite(node, visit, keep)
  }
  const kind = (node: ExprNode): string => kindIn(known.get(node) ?? { type: anyType })

  const foldOrRefuse = (one: ExprNode): ExprNode => {
    if (isDivisionByZero(one))
      problems.push({ message: 'integer divide by zero', range: one.range })
    return fold(one)
  }

  let node = pass(tree, (one) => setOf(one, kind))
  for (let folded = pass(node, foldOrRefuse); folded !== node; folded = pass(node, foldOrRefuse)) {
    node = folded
  }
  const passes: readonly ((node: ExprNode) => ExprNode)[] = [
    (one) => inRange(one, kind),
    mapOfFilter,
    lengthOfFilter,
    (one) => endOfFilter(one, 'last', -1n, 'findLast'),
    (one) => endOfFilter(one, 'first', 0n, 'find'),
    (one) => combined(one, kind),
    sumOfRange,
    sumOfArray,
    sumOfMap,
    anyInsteadOfCount,
    countEnough,
  ]
  const shortened = passes.reduce(pass, node)
  return { tree: shortened, problems: [...problems, ...wrongPatterns(shortened)], natures: known }
}

const literals = new Set(['bool', 'integer', 'float', 'string', 'constant'])

/** Of what was worked out the type is known, also where the checker did not look. */
function natureOfLiteral(node: ExprNode): Nature {
  return 'value' in node && node.kind !== 'let' ? natureOf(node.value) : {}
}

/** Patterns that are literals are read before the expression runs, also where the checker does not look. */
function wrongPatterns(node: ExprNode): ExprProblem[] {
  const below = childrenOf(node).flatMap(wrongPatterns)
  if (node.kind !== 'binary' || node.operator !== 'matches' || node.right.kind !== 'string')
    return below
  const message = patternProblem(node.right.value)
  return message === undefined ? below : [{ message, range: node.right.range }, ...below]
}

/** Refused wherever it stands, even where the expression would never come to it. */
function isDivisionByZero(node: ExprNode): boolean {
  if (node.kind !== 'binary' || node.operator !== '%' || node.left.kind !== 'integer') return false
  return node.right.kind === 'integer' && node.right.value === 0n
}

/** `x in ["a", "b"]` looks in a set, whose keys are of one type. */
function setOf(node: ExprNode, kind: (node: ExprNode) => string): ExprNode {
  if (node.kind !== 'binary' || node.operator !== 'in' || node.right.kind !== 'array') return node
  const { items, range } = node.right
  if (items.length === 0) return node
  const literal = items.every((item) => item.kind === 'string')
    ? 'string'
    : items.every((item) => item.kind === 'integer') && kind(node.left) === 'int'
      ? 'int'
      : undefined
  if (literal === undefined) return node
  const keys = items.flatMap((item) =>
    item.kind === 'string' || item.kind === 'integer' ? [[item.value, null] as const] : [],
  )
  const value = new GoMap(`map[${literal}]struct {}`, keys)
  return { ...node, right: { kind: 'constant', value, range } }
}

function inRange(node: ExprNode, kind: (node: ExprNode) => string): ExprNode {
  if (node.kind !== 'binary' || node.operator !== 'in' || kind(node.left) !== 'int') return node
  const { left, right } = node
  if (right.kind !== 'binary' || right.operator !== '..') return node
  if (right.left.kind !== 'integer' || right.right.kind !== 'integer') return node
  return {
    ...node,
    operator: 'and',
    left: { ...node, operator: '>=', left, right: right.left },
    right: { ...node, operator: '<=', left, right: right.right },
  }
}

function builtin(node: ExprNode | undefined, name: string, count: number): ExprBuiltin | undefined {
  const fits = node?.kind === 'builtin' && node.name === name && node.args.length === count
  return fits ? node : undefined
}

function usesIndex(node: ExprNode): boolean {
  return (node.kind === 'pointer' && node.name === 'index') || childrenOf(node).some(usesIndex)
}

function mapOfFilter(node: ExprNode): ExprNode {
  const [source, predicate] = builtin(node, 'map', 2)?.args ?? []
  const filter = builtin(source, 'filter', 2)
  if (!filter || filter.shortcut || predicate?.kind !== 'predicate' || usesIndex(predicate))
    return node
  return { ...filter, range: node.range, shortcut: { body: predicate.body } }
}

function lengthOfFilter(node: ExprNode): ExprNode {
  const filter = builtin(builtin(node, 'len', 1)?.args[0], 'filter', 2)
  if (!filter) return node
  const { args, nameRange } = filter
  return { kind: 'builtin', name: 'count', args, nameRange, range: node.range }
}

function endOfFilter(node: ExprNode, name: string, at: bigint, find: string): ExprNode {
  if (node.kind === 'member' && !node.optional && node.property.kind === 'integer') {
    const filter = node.property.value === at ? builtin(node.base, 'filter', 2) : undefined
    if (!filter) return node
    return {
      ...filter,
      name: find,
      range: node.range,
      shortcut: { ...filter.shortcut, throws: true },
    }
  }
  const filter = builtin(builtin(node, name, 1)?.args[0], 'filter', 2)
  return filter ? { ...filter, name: find, range: node.range } : node
}

/** `all(x, a) && all(x, b)` goes through the list once. */
function combined(node: ExprNode, kind: (node: ExprNode) => string): ExprNode {
  if (node.kind !== 'binary') return node
  const { left, right } = node
  if (left.kind !== 'builtin' || right.kind !== 'builtin' || left.name !== right.name) return node
  const operator = combinedOperator(left.name, node.operator)
  const [source, first] = left.args
  const [other, second] = right.args
  if (operator === undefined || !source || !other) return node
  if (first?.kind !== 'predicate' || second?.kind !== 'predicate') return node
  if (kind(source) !== kind(other) || shape(source) !== shape(other)) return node
  const both: ExprBinary = { ...node, operator, left: first.body, right: second.body }
  const body = combined(both, kind)
  return {
    ...left,
    args: [source, { kind: 'predicate', body, range: first.range }],
    range: node.range,
  }
}

function combinedOperator(name: string, operator: string): string | undefined {
  const isAnd = operator === 'and' || operator === '&&'
  const isOr = operator === 'or' || operator === '||'
  if ((name === 'all' && isAnd) || (name === 'any' && isOr)) return operator
  return name === 'none' && isAnd ? (operator === 'and' ? 'or' : '||') : undefined
}

/** A text that two nodes share if they are written alike, white space aside. */
function shape(node: ExprNode): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'range' || key.endsWith('Range')) return undefined
    return typeof value === 'bigint' ? `${value.toString()}n` : value
  })
}

function sumOfArray(node: ExprNode): ExprNode {
  const array = builtin(node, 'sum', 1)?.args[0]
  if (array?.kind !== 'array' || array.items.length < 2) return node
  const { range } = node
  return array.items.reduceRight((right, left) => ({
    kind: 'binary',
    operator: '+',
    operatorRange: range,
    left,
    right,
    range,
  }))
}

function sumOfMap(node: ExprNode): ExprNode {
  const sum = builtin(node, 'sum', 1)
  const map = builtin(sum?.args[0], 'map', 2)
  return sum && map ? { ...sum, args: map.args } : node
}

function anyInsteadOfCount(node: ExprNode): ExprNode {
  if (node.kind !== 'binary' || node.right.kind !== 'integer') return node
  const count = builtin(node.left, 'count', 2)
  const { value } = node.right
  const isAny = (node.operator === '>' && value === 0n) || (node.operator === '>=' && value === 1n)
  return count && isAny ? { ...count, name: 'any', range: node.range } : node
}

function countEnough(node: ExprNode): ExprNode {
  if (node.kind !== 'binary' || node.right.kind !== 'integer') return node
  const count = builtin(node.left, 'count', 2)
  const { value } = node.right
  if (!count || value < 0n || !['>', '>=', '<', '<='].includes(node.operator)) return node
  const enough = ['>', '<='].includes(node.operator) ? wrapInt(value + 1n) : value
  return enough <= 1n ? node : { ...node, left: { ...count, shortcut: { enough } } }
}
