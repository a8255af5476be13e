import { assertNever } from '../../base/index.ts'
import type { Comparison, Operand } from './condition.ts'
import { isNumberOrBoolean, isPlain, isSignedNumber, isTag } from './operand.ts'
import type { ComparisonOperator } from './operators.ts'

/**
 * A new comparison from what its sides mean. Both sides are quoted, which holds whatever the tags become:
 * `"{{steps.flip.outputs.result}}" == "heads"`. Only for a comparison by size with a number neither is, since
 * govaluate cannot compare a text with a number. `in` makes a list of one text, other operators take the first
 * of several.
 */
export function newComparison(
  left: string,
  operator: ComparisonOperator,
  right: string | readonly string[],
): Comparison {
  const texts = typeof right === 'string' ? [right] : right
  const first = texts[0] ?? ''
  const bare = kindOf(operator) === 'order' && areNumbers(left, first)
  const operand = (text: string): Operand => ({ text, quoted: bare ? 'none' : 'double' })
  const list = texts.length > 0 ? texts.map(operand) : [operand('')]
  return {
    kind: 'comparison',
    left: operand(left),
    operator,
    right: operator === 'in' ? list : operand(first),
  }
}

/**
 * The form that an edited comparison gets. It keeps the quoting that it had: `{{x}} == heads` stays without
 * quotes when the new value is a plain word too. Both sides become quoted when one has to be (a value with a
 * space or a hyphen would not be read, and neither would the tag that becomes equal to it), and when a quoted
 * side meets a bare number or `true`, which are never equal. Another kind of operator starts anew.
 */
export function fitQuoting(next: Comparison, previous: Comparison): Comparison {
  const toOrFromList = (next.operator === 'in') !== (previous.operator === 'in')
  if (toOrFromList || kindOf(next.operator) !== kindOf(previous.operator)) return renewed(next)
  const operands = [next.left, ...listOf(next.right)]
  const bare = operands.filter((operand) => operand.quoted === 'none')
  if (bare.length === 0) return next
  if (operands.some((operand) => !isPlain(operand.text))) return quoted(next)
  const mixed = bare.length < operands.length
  const special = operands.some((operand) => isNumberOrBoolean(operand.text))
  const kind = kindOf(next.operator)
  switch (kind) {
    case 'order':
      return mixed && special ? renewed(next) : next
    case 'match':
      return special ? quoted(next) : next
    case 'equality':
      return mixed && special ? quoted(next) : next
    default:
      return assertNever(kind)
  }
}

function renewed(comparison: Comparison): Comparison {
  const { left, operator, right } = comparison
  const texts = isOperand(right) ? right.text : right.map((operand) => operand.text)
  return newComparison(left.text, operator, texts)
}

function quoted(comparison: Comparison): Comparison {
  const quote = (operand: Operand): Operand =>
    operand.quoted === 'none' ? { ...operand, quoted: 'double' } : operand
  const { left, operator, right } = comparison
  // A tag alone after `in` stands for the whole list.
  if (isOperand(right)) {
    return { ...comparison, left: quote(left), right: operator === 'in' ? right : quote(right) }
  }
  return { ...comparison, left: quote(left), right: right.map(quote) }
}

/** Whether the right side is one operand rather than a list. */
export function isOperand(right: Comparison['right']): right is Operand {
  return 'text' in right
}

function listOf(right: Comparison['right']): readonly Operand[] {
  return isOperand(right) ? [right] : right
}

function kindOf(operator: ComparisonOperator): 'equality' | 'order' | 'match' {
  switch (operator) {
    case '==':
    case '!=':
    case 'in':
      return 'equality'
    case '=~':
    case '!~':
      return 'match'
    case '<':
    case '<=':
    case '>':
    case '>=':
      return 'order'
    default:
      return assertNever(operator)
  }
}

/** Whether both sides may be numbers: at least two references, or one and a number. */
function areNumbers(left: string, right: string): boolean {
  const fits = (text: string): boolean => isSignedNumber(text) || isTag(text)
  return fits(left) && fits(right)
}
