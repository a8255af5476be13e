import { list, wrapInt } from '../go/values.ts'
import { calculate } from './arithmetic.ts'
import { power } from '../go/power.ts'
import type { ExprBinary, ExprBool, ExprBuiltin, ExprNode } from './tree.ts'

/** A literal that stands for what a node is known to give. The node itself if it is not known. */
export function fold(node: ExprNode): ExprNode {
  switch (node.kind) {
    case 'prefix': {
      const { operator, operand, range } = node
      if (operator === '!' || operator === 'not') {
        return operand.kind === 'bool' ? { kind: 'bool', value: !operand.value, range } : node
      }
      const minus = operator === '-'
      if (operand.kind === 'integer') {
        return { kind: 'integer', value: minus ? wrapInt(-operand.value) : operand.value, range }
      }
      if (operand.kind !== 'float') return node
      return { kind: 'float', value: minus ? -operand.value : operand.value, range }
    }
    case 'binary':
      return foldBinary(node)
    case 'array': {
      const values = node.items.map(literalOf)
      if (values.length === 0 || values.includes(undefined)) return node
      return {
        kind: 'constant',
        value: list(values.filter((v) => v !== undefined)),
        range: node.range,
      }
    }
    case 'builtin':
      return node.name === 'filter' ? foldFilters(node) : node
    default:
      return node
  }
}

function literalOf(node: ExprNode): bigint | number | string | boolean | undefined {
  const isLiteral = ['integer', 'float', 'string', 'bool'].includes(node.kind)
  return isLiteral && 'value' in node && isPlain(node.value) ? node.value : undefined
}

function isPlain(value: unknown): value is bigint | number | string | boolean {
  return ['bigint', 'number', 'string', 'boolean'].includes(typeof value)
}

function foldBinary(node: ExprBinary): ExprNode {
  const { operator, left, right, range } = node
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
      return foldNumbers(node)
    case '%':
      if (left.kind !== 'integer' || right.kind !== 'integer' || right.value === 0n) return node
      return { kind: 'integer', value: wrapInt(left.value % right.value), range }
    case '**':
    case '^': {
      const [a, b] = [numberOf(left), numberOf(right)]
      if (a === undefined || b === undefined) return node
      return { kind: 'float', value: power(Number(a), Number(b)), range }
    }
    case 'and':
    case '&&':
      return foldLogic(node, true)
    case 'or':
    case '||':
      return foldLogic(node, false)
    case '==':
      return foldEqual(node)
    default:
      return node
  }
}

function numberOf(node: ExprNode): bigint | number | undefined {
  return node.kind === 'integer' || node.kind === 'float' ? node.value : undefined
}

function foldNumbers(node: ExprBinary): ExprNode {
  const { operator, left, right, range } = node
  if (left.kind === 'string' && right.kind === 'string' && operator === '+') {
    return { kind: 'string', value: left.value + right.value, range }
  }
  const [a, b] = [numberOf(left), numberOf(right)]
  if (a === undefined || b === undefined) return node
  const value = calculate(operator, a, b)
  if (typeof value === 'bigint') return { kind: 'integer', value, range }
  return typeof value === 'number' ? { kind: 'float', value, range } : node
}

/** `neutral` is what does not change the other side: true for `and`, false for `or`. */
function foldLogic(node: ExprBinary, neutral: boolean): ExprNode {
  const { left, right, range } = node
  const a = left.kind === 'bool' ? left.value : undefined
  const b = right.kind === 'bool' ? right.value : undefined
  if (a === neutral) return right
  if (b === neutral) return left
  const decided = a !== undefined || b !== undefined
  return decided ? { kind: 'bool', value: !neutral, range } : node
}

function foldEqual(node: ExprBinary): ExprNode {
  const { left, right, range } = node
  const answer = (value: boolean): ExprBool => ({ kind: 'bool', value, range })
  if (left.kind === 'integer' && right.kind === 'integer') return answer(left.value === right.value)
  if (left.kind === 'string' && right.kind === 'string') return answer(left.value === right.value)
  return left.kind === 'bool' && right.kind === 'bool' ? answer(left.value === right.value) : node
}

/** A filter of what another filter leaves is one filter with both conditions. */
function foldFilters(node: ExprBuiltin): ExprNode {
  const [inner, second] = node.args
  if (inner?.kind !== 'builtin' || inner.name !== 'filter' || second?.kind !== 'predicate')
    return node
  const [source, first] = inner.args
  if (!source || first?.kind !== 'predicate') return node
  const body: ExprNode = {
    kind: 'binary',
    operator: '&&',
    operatorRange: second.range,
    left: first.body,
    right: second.body,
    range: second.range,
  }
  return { ...node, args: [source, { kind: 'predicate', body, range: second.range }] }
}
