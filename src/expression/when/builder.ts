import type {
  Comparison,
  ConditionGroup,
  Operand,
  PlacedComparison,
  PlacedGroup,
} from './condition.ts'
import { isSignedNumber, printOperand } from './operand.ts'
import { isComparisonOperator } from './operators.ts'
import { isOperand } from './quoting.ts'
import { readWhen } from './read.ts'
import type { WhenBinary, WhenNode } from './tree.ts'

/**
 * A condition as the builder shows it: comparisons in groups of and / or. The root is always a group; an empty
 * text is one without items. Undefined for what rows cannot show: text that cannot be read, negation,
 * calculation, the ternary, operands that stand alone, `[brackets]`.
 */
export function toBuilder(text: string): PlacedGroup | undefined {
  if (text.trim() === '') {
    const range = { from: 0, to: text.length }
    return {
      kind: 'group',
      operator: 'and',
      parentheses: false,
      items: [],
      range,
      innerRange: range,
      joints: [],
    }
  }
  const { tree } = readWhen(text)
  const item = tree && readItem(tree)
  if (!item || item.kind === 'group') return item
  const { range } = item
  return {
    kind: 'group',
    operator: 'and',
    parentheses: false,
    items: [item],
    range,
    innerRange: range,
    joints: [],
  }
}

/** The condition's text in the builder's own spacing. Parentheses that precedence demands are added. */
export function printBuilder(group: ConditionGroup): string {
  const inner = group.items.map((item) => {
    if (item.kind === 'comparison') return printComparison(item)
    const text = printBuilder(item)
    const looser = group.operator === 'and' && item.operator === 'or' && item.items.length > 1
    return looser && !item.parentheses ? `(${text})` : text
  })
  const text = inner.join(group.operator === 'and' ? ' && ' : ' || ')
  return group.parentheses ? `(${text})` : text
}

/** One comparison as text. */
export function printComparison({ left, operator, right }: Comparison): string {
  return `${printOperand(left)} ${operator} ${printRight(right)}`
}

/** The right side of a comparison as text: an operand, or a list in parentheses. */
export function printRight(right: Comparison['right']): string {
  return isOperand(right) ? printOperand(right) : `(${right.map(printOperand).join(', ')})`
}

function readItem(node: WhenNode): PlacedComparison | PlacedGroup | undefined {
  if (node.kind === 'group') {
    const inner = readItem(node.inner)
    if (!inner) return undefined
    // Parentheses around parentheses are a group of their own.
    const own = inner.kind === 'group' && !inner.parentheses ? inner : undefined
    return {
      kind: 'group',
      operator: own?.operator ?? 'and',
      parentheses: true,
      items: own?.items ?? [inner],
      range: node.range,
      innerRange: inner.range,
      joints: own?.joints ?? [],
    }
  }
  if (node.kind !== 'binary') return undefined
  if (node.operator === '&&' || node.operator === '||') return readChain(node, node.operator)
  return readComparison(node)
}

/** Operators of one kind in a row, which the tree nests to the left, side by side. */
function readChain(node: WhenBinary, operator: '&&' | '||'): PlacedGroup | undefined {
  const items: (PlacedComparison | PlacedGroup)[] = []
  const joints = []
  let rest: WhenNode = node
  while (rest.kind === 'binary' && rest.operator === operator) {
    const item = readItem(rest.right)
    if (!item) return undefined
    items.unshift(item)
    joints.unshift(rest.operatorRange)
    rest = rest.left
  }
  const first = readItem(rest)
  if (!first) return undefined
  items.unshift(first)
  const { range } = node
  const name = operator === '&&' ? 'and' : 'or'
  return {
    kind: 'group',
    operator: name,
    parentheses: false,
    items,
    range,
    innerRange: range,
    joints,
  }
}

function readComparison(node: WhenBinary): PlacedComparison | undefined {
  const { operator, operatorRange, range } = node
  if (!isComparisonOperator(operator)) return undefined
  const left = readOperand(node.left)
  const right = operator === 'in' ? readList(node.right) : readOperand(node.right)
  if (!left || !right) return undefined
  const places = { leftRange: node.left.range, operatorRange, rightRange: node.right.range }
  return { kind: 'comparison', left, operator, right, range, ...places }
}

function readList(node: WhenNode): Operand | Operand[] | undefined {
  if (node.kind !== 'group') return readOperand(node)
  const items = node.inner.kind === 'list' ? node.inner.items : [node.inner]
  const operands = items.map(readOperand)
  return operands.every((operand) => operand !== undefined) ? operands : undefined
}

function readOperand(node: WhenNode): Operand | undefined {
  if (node.kind === 'prefix') {
    const { operator, operand } = node
    if (operator !== '-' || operand.kind !== 'operand' || operand.form !== 'number')
      return undefined
    const text = operator + operand.text
    // A space after the sign would be lost.
    const glued = node.operatorRange.to === operand.range.from
    return glued && isSignedNumber(text) ? { text, quoted: 'none' } : undefined
  }
  if (node.kind !== 'operand' || node.form === 'bracket') return undefined
  if (node.quote === undefined) return { text: node.value, quoted: 'none' }
  return { text: node.value, quoted: node.quote === '"' ? 'double' : 'single' }
}
