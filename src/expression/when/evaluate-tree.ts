import { assertNever, err, ok, type Result, type TextRange } from '../../base/index.ts'
import type { WhenValue } from './values.ts'
import { applyComma, applyOperator, applyPrefix, type Refusal } from './operate.ts'
import type { WhenBinary, WhenNode, WhenOperand } from './tree.ts'

/** A value of a part of a condition. */
export interface PartValue {
  readonly side: 'left' | 'right' | 'whole'
  readonly value: WhenValue
  readonly range: TextRange
}

/** Why a condition cannot be evaluated, where, and what stood on both sides. */
export interface TreeFailure {
  readonly reason: string
  readonly panics: boolean
  /** The operand that is to blame; the whole comparison where both are. */
  readonly range: TextRange
  readonly operator: string | undefined
  readonly operands: readonly PartValue[]
}

type Evaluated = Result<WhenValue, TreeFailure>

/**
 * Evaluates a tree without tags as govaluate does: the left side first, the right side only where it counts, and the types of
 * both after that. Words are texts; there are no parameters and no functions.
 */
export function evaluateTree(node: WhenNode): Evaluated {
  switch (node.kind) {
    case 'operand':
      return evaluateOperand(node)
    case 'prefix': {
      const operand = evaluateTree(node.operand)
      if (!operand.ok) return operand
      const applied = applyPrefix(node.operator, operand.value)
      if (applied.ok) return applied
      const part = { side: 'right', value: operand.value, range: node.operand.range } as const
      return fail(applied.error, node.operator, node.range, [part])
    }
    case 'binary':
      return evaluateBinary(node)
    case 'group':
      return evaluateTree(node.inner)
    case 'list':
      return evaluateList(node.items)
    case 'call': {
      const argument = evaluateTree(node.argument)
      return argument.ok ? evaluateOperand(node.callee) : argument
    }
    case 'nothing':
      return ok(null)
    default:
      return assertNever(node)
  }
}

function evaluateOperand({ form, value, constant, range }: WhenOperand): Evaluated {
  if (form !== 'accessor' && constant !== undefined) return ok(constant)
  const reason = `No parameter '${value.split('.')[0] ?? ''}' found.`
  return err({ reason, panics: false, range, operator: undefined, operands: [] })
}

function evaluateList(items: readonly WhenNode[]): Evaluated {
  let list: WhenValue | undefined
  for (const item of items) {
    const value = evaluateTree(item)
    if (!value.ok) return value
    list = list === undefined ? value.value : applyComma(list, value.value)
  }
  return ok(list ?? null)
}

function evaluateBinary(node: WhenBinary): Evaluated {
  const { operator } = node
  const left = evaluateTree(node.left)
  if (!left.ok) return left
  if (operator === '&&' && left.value === false) return ok(false)
  if (operator === '||' && left.value === true) return ok(true)
  if ((operator === '??' || operator === ':') && left.value !== null) return left
  // The first half of `a ? b : c` is nil where `a` is false, and then `b` does not count.
  if (operator === '?' && left.value === false) return ok(null)
  const right = evaluateTree(node.right)
  if (!right.ok) return right
  const applied = applyOperator(operator, left.value, right.value)
  if (applied.ok) return applied
  return fail(applied.error, operator, node.range, [
    { side: 'left', value: left.value, range: node.left.range },
    { side: 'right', value: right.value, range: node.right.range },
  ])
}

function fail(
  { reason, panics = false, side }: Refusal,
  operator: string,
  range: TextRange,
  operands: readonly PartValue[],
): Evaluated {
  const blamed = operands.find((operand) => operand.side === side)
  return err({ reason, panics, range: blamed?.range ?? range, operator, operands })
}
