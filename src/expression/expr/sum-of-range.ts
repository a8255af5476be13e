import { wrapInt } from '../go/values.ts'
import type { ExprBuiltin, ExprNode } from './tree.ts'

/** Sums of ranges of literals, with a simple predicate perhaps, are worked out without going through them. */
export function sumOfRange(node: ExprNode): ExprNode {
  if (node.kind !== 'builtin') return node
  const [source, predicate, initial] = node.args
  if (source?.kind !== 'binary' || source.operator !== '..') return node
  if (source.left.kind !== 'integer' || source.right.kind !== 'integer') return node
  const [from, to] = [source.left.value, source.right.value]
  if (to < from) return node
  const count = wrapInt(to - from + 1n)
  const sum = wrapInt(wrapInt(count * wrapInt(from + to)) / 2n)
  const value =
    node.name === 'sum'
      ? ofPredicate(sum, count, predicate)
      : node.name === 'reduce'
        ? ofReduce(sum, node, predicate, initial)
        : undefined
  return value === undefined ? node : { kind: 'integer', value: wrapInt(value), range: node.range }
}

function ofPredicate(
  sum: bigint,
  count: bigint,
  predicate: ExprNode | undefined,
): bigint | undefined {
  if (predicate === undefined) return sum
  if (predicate.kind !== 'predicate') return undefined
  const { body } = predicate
  if (isPointer(body, '')) return sum
  if (body.kind !== 'binary') return undefined
  const isFirst = isPointer(body.left, '') && body.right.kind === 'integer'
  const isSecond = isPointer(body.right, '') && body.left.kind === 'integer'
  const literal = isFirst ? body.right : isSecond ? body.left : undefined
  if (literal?.kind !== 'integer') return undefined
  const { value } = literal
  if (body.operator === '*') return value * sum
  if (body.operator === '+') return sum + count * value
  if (body.operator !== '-') return undefined
  return isFirst ? sum - count * value : count * value - sum
}

function ofReduce(
  sum: bigint,
  node: ExprBuiltin,
  predicate: ExprNode | undefined,
  initial: ExprNode | undefined,
): bigint | undefined {
  const body = predicate?.kind === 'predicate' ? predicate.body : undefined
  if (body?.kind !== 'binary' || body.operator !== '+') return undefined
  const { left, right } = body
  const isSum =
    (isPointer(left, '') && isPointer(right, 'acc')) ||
    (isPointer(left, 'acc') && isPointer(right, ''))
  if (!isSum) return undefined
  if (node.args.length === 2) return sum
  return initial?.kind === 'integer' ? initial.value + sum : undefined
}

function isPointer(node: ExprNode, name: string): boolean {
  return node.kind === 'pointer' && node.name === name
}
