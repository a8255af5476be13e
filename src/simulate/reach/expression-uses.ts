import {
  findExpressionReferences,
  parseExpr,
  type ExprNode,
  type FoundReference,
} from '../../expression/index.ts'
import { openAll, openUse, type FoundUse, type Use } from './use.ts'

const CALCULATED = 'an expression works with it'

/** Functions that give a number of what they are given, so that an order of it is one of the text. */
const toNumber: ReadonlySet<string> = new Set(['asInt', 'asFloat', 'int', 'float'])

/** Functions whose value depends on chance or time. */
const chance = /rand|shuffle|uuid|^now$|date|ago|^gen|env|bcrypt|htpasswd|password/i

/** What an expression of expr-lang that is true or false does with what it refers to. `text` has no tags in it. */
export function usesInExpression(text: string): readonly FoundUse[] {
  const references = findExpressionReferences(text)
  const { tree } = parseExpr(text)
  if (tree === undefined) return openAll(references, 'an expression cannot be read')
  return usesOf(tree, references)
}

function usesOf(node: ExprNode, references: readonly FoundReference[]): readonly FoundUse[] {
  const within = references.filter(({ reference }) => isIn(reference.range, node.range))
  if (node.kind === 'prefix' && (node.operator === '!' || node.operator === 'not'))
    return usesOf(node.operand, references)
  if (node.kind === 'binary' && logic.has(node.operator))
    return [...usesOf(node.left, references), ...usesOf(node.right, references)]
  if (node.kind === 'binary') {
    const use = comparisonOf(node.operator, node.left, node.right, within)
    if (use !== undefined) return use
  }
  if (callsChance(node)) return [{ reference: undefined, use: openUse('chance or time decides') }]
  if (isReference(node, within)) return within.map(({ reference }) => ({ reference, use: truth }))
  return openAll(within, CALCULATED, literalsIn(node))
}

const truth: Use = { kind: 'truth' }
const logic: ReadonlySet<string> = new Set(['&&', '||', 'and', 'or'])
const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>='])

function comparisonOf(
  operator: string,
  left: ExprNode,
  right: ExprNode,
  within: readonly FoundReference[],
): readonly FoundUse[] | undefined {
  const [own, other] = within.some(({ reference }) => isIn(reference.range, left.range))
    ? [left, right]
    : [right, left]
  const number = numberOf(own)
  const [found, second] = within
  if (found === undefined) return undefined
  if (second !== undefined) {
    const areBoth = isReference(left, within) && isReference(right, within)
    const isEqual = operator === '==' || operator === '!='
    return areBoth && isEqual
      ? within.map(({ reference }) => ({ reference, use: { kind: 'pair' } }))
      : undefined
  }
  const { reference } = found
  const values = constantsOf(other)
  const [first] = values ?? []
  if (values === undefined || first === undefined) return undefined
  const numbers = values.map(Number)
  const areNumbers = numbers.every(Number.isFinite)
  if (isReference(own, within)) {
    if (operator === '==' || operator === '!=' || (operator === 'in' && own === left))
      return [{ reference, use: { kind: 'equal', values } }]
    return undefined
  }
  if (number === undefined || !isReference(number, within) || !areNumbers) return undefined
  if (operator === '==' || operator === '!=' || operator === 'in' || orders.has(operator))
    return [{ reference, use: { kind: 'order', numbers } }]
  return undefined
}

/** What is made a number: `x` of `asInt(x)`. */
function numberOf(node: ExprNode): ExprNode | undefined {
  if (node.kind === 'builtin') return toNumber.has(node.name) ? node.args[0] : undefined
  if (node.kind !== 'call' || node.callee.kind !== 'name') return undefined
  return toNumber.has(node.callee.name) ? node.args[0] : undefined
}

function isReference({ range }: ExprNode, references: readonly FoundReference[]): boolean {
  return references.some(
    ({ reference }) => reference.range.from === range.from && reference.range.to === range.to,
  )
}

function isIn(
  { from, to }: { readonly from: number; readonly to: number },
  outer: { readonly from: number; readonly to: number },
): boolean {
  return outer.from <= from && to <= outer.to
}

/** The constants that something is, one or a list of them; nothing for what is none. */
function constantsOf(node: ExprNode): readonly string[] | undefined {
  switch (node.kind) {
    case 'string':
      return [node.value]
    case 'integer':
    case 'float':
    case 'bool':
      return [String(node.value)]
    case 'prefix': {
      const [value] = node.operator === '-' ? (constantsOf(node.operand) ?? []) : []
      return value === undefined ? undefined : [`-${value}`]
    }
    case 'array': {
      const items = node.items.map(constantsOf)
      return items.every((item) => item !== undefined) ? items.flat() : undefined
    }
    default:
      return undefined
  }
}

/** Texts and numbers that an expression names, worth trying. */
function literalsIn(node: ExprNode): readonly string[] {
  return (constantsOf(node) ?? partsOf(node).flatMap(literalsIn)).filter((text) => text !== '')
}

function callsChance(node: ExprNode): boolean {
  const name =
    node.kind === 'builtin'
      ? node.name
      : node.kind === 'call'
        ? node.callee.kind === 'name'
          ? node.callee.name
          : node.callee.kind === 'member' && node.callee.property.kind === 'string'
            ? node.callee.property.value
            : ''
        : ''
  return chance.test(name) || partsOf(node).some(callsChance)
}

function partsOf(node: ExprNode): readonly ExprNode[] {
  switch (node.kind) {
    case 'binary':
      return [node.left, node.right]
    case 'prefix':
      return [node.operand]
    case 'builtin':
      return node.args
    case 'call':
      return [node.callee, ...node.args]
    case 'conditional':
      return [node.condition, node.then, node.otherwise]
    case 'member':
      return [node.base]
    case 'chain':
      return [node.inner]
    case 'predicate':
      return [node.body]
    default:
      return []
  }
}
