import { assertNever, type TextRange } from '../../base/index.ts'
import { dotted } from './explain.ts'
import { typeOfValue, type WhenValue, type WhenValueType } from './values.ts'
import { applyComma, applyOperator, applyPrefix } from './operate.ts'
import { isComparisonOperator } from './operators.ts'
import type { Replacement, WhenProblem, WhenProblemCode } from './problem.ts'
import { isRun, quoteComparison } from './requote.ts'
import { quoteRun, runAround } from './run.ts'
import type { WhenBinary, WhenNode, WhenOperand, WhenPrefix } from './tree.ts'

/** What is known of a part of a condition before the tags are filled in. */
interface Known {
  readonly type: WhenValueType | 'any'
  /** Where no tag can change it, and nothing is wrong with it. */
  readonly value?: WhenValue
}

const anything: Known = { type: 'any' }

/**
 * Looks for problems of meaning in a tree, with what govaluate does at run time: operators that do not fit their operands,
 * comparisons that are always the same. Parts without tags are evaluated.
 */
export class Examiner {
  private readonly text: string
  private problems: WhenProblem[] = []

  constructor(text: string) {
    this.text = text
  }

  run(tree: WhenNode): WhenProblem[] {
    const known = this.examine(tree)
    this.requireBoolean(tree, known)
    this.noteConstant(tree, known)
    return this.problems
  }

  /** `within` is the comparison of which the node is a side. */
  private examine(node: WhenNode, within?: WhenBinary): Known {
    switch (node.kind) {
      case 'operand':
        return this.operand(node, within)
      case 'prefix':
        return this.prefix(node)
      case 'binary':
        return this.binary(node, within)
      case 'group':
        return this.examine(node.inner)
      case 'list':
        return this.list(node.items)
      case 'call':
        return this.operand(node.callee)
      case 'nothing':
        return { type: 'nothing', value: null }
      default:
        return assertNever(node)
    }
  }

  private report(
    code: WhenProblemCode,
    message: string,
    range: TextRange,
    replacement?: Replacement,
  ): Known {
    this.problems.push({ code, message, range, ...(replacement ? { replacement } : {}) })
    return anything
  }

  private operand(node: WhenOperand, within?: WhenBinary): Known {
    if (node.form === 'accessor') {
      const problem = dotted(this.text, node.range)
      return this.report(
        problem.code,
        problem.message,
        problem.range,
        this.mend(within) ?? problem.replacement,
      )
    }
    if (node.constant !== undefined)
      return { type: typeOfValue(node.constant), value: node.constant }
    return node.form === 'tag' || node.form === 'template' ? anything : { type: 'text' }
  }

  private list(items: readonly WhenNode[]): Known {
    const all = items.map((item) => this.examine(item))
    const values = all.flatMap(({ value }) => (value === undefined ? [] : [value]))
    const [first, ...rest] = values
    if (values.length < all.length || first === undefined) return { type: 'list' }
    return { type: 'list', value: rest.reduce<WhenValue>(applyComma, first) }
  }

  private prefix(node: WhenPrefix): Known {
    const known = this.examine(node.operand)
    const result = node.operator === '!' ? 'boolean' : 'number'
    const fits =
      node.operator === '!'
        ? this.requireBoolean(node.operand, known)
        : this.requireNumber(node.operator, node.operand, known)
    if (!fits || known.value === undefined) return { type: result }
    const applied = applyPrefix(node.operator, known.value)
    return applied.ok ? { type: result, value: applied.value } : { type: result }
  }

  private binary(node: WhenBinary, within?: WhenBinary): Known {
    const signs = this.unquotedSigns(node, within)
    if (signs) return signs
    if (node.operator === ':' && !this.checkElse(node)) return anything
    const side = isComparisonOperator(node.operator) ? node : undefined
    const left = this.examine(node.left, side)
    const skips = isSettled(node.operator, left.value)
    const before = this.problems.length
    const right = this.examine(node.right, side)
    // What is never evaluated cannot go wrong.
    if (skips) this.problems.length = before
    else if (!this.fits(node, left, right)) return { type: typeOfResult(node, left, right) }
    if (left.value !== undefined && (right.value !== undefined || skips)) {
      return this.constant(node, left.value, right.value ?? null)
    }
    this.noteConstant(node.left, left)
    this.noteConstant(node.right, right)
    return { type: typeOfResult(node, left, right) }
  }

  private constant(node: WhenBinary, left: WhenValue, right: WhenValue): Known {
    const skipped = isSettled(node.operator, left)
    const value = skipped && node.operator === '?' ? null : skipped ? left : undefined
    const applied =
      value === undefined
        ? applyOperator(node.operator, left, right)
        : ({ ok: true, value } as const)
    if (applied.ok) return { type: typeOfValue(applied.value), value: applied.value }
    return this.report('wrong-type', `${applied.error.reason}.`, node.range)
  }

  private fits(node: WhenBinary, left: Known, right: Known): boolean {
    switch (node.operator) {
      case '&&':
      case '||': {
        const both = [this.requireBoolean(node.left, left), this.requireBoolean(node.right, right)]
        return both.every(Boolean)
      }
      case '?':
        return this.requireBoolean(node.left, left)
      case '==':
      case '!=':
        return this.checkEquality(node, left, right)
      case '<':
      case '<=':
      case '>':
      case '>=':
        return this.checkOrder(node, left, right)
      case '=~':
      case '!~':
        return this.checkMatch(node, left, right)
      case 'in':
        return this.checkList(node, left, right)
      case '+':
        return this.checkSum(node, left, right)
      case ':':
      case '??':
        return true
      default: {
        const { operator } = node
        const both = [
          this.requireNumber(operator, node.left, left),
          this.requireNumber(operator, node.right, right),
        ]
        return both.every(Boolean)
      }
    }
  }

  /** A `:` behind what is no `?`: the left side counts then, whatever stands on the right. */
  private checkElse({ left, operatorRange, range }: WhenBinary): boolean {
    if (left.kind === 'binary' && left.operator === '?') return true
    const message =
      'There is no `?` before this `:`, so what follows is ignored: put double quotes around a text that contains it.'
    const run = quoteRun(this.text, runAround(this.text, operatorRange)).replacement
    this.report('ignored', message, { from: operatorRange.from, to: range.to }, run)
    return false
  }

  /** `foo-bar`, which is calculated; and `2024-01-02`, which is 2021. */
  private unquotedSigns(node: WhenBinary, within?: WhenBinary): Known | undefined {
    const { from, to } = node.range
    const source = this.text.slice(from, to)
    if (!isCalculation(node.operator) || !isRun(this.text, node)) return undefined
    const isDate = /^\d{4}-\d\d-\d\d$/.test(source)
    const isText = calculated(node).some(
      (leaf) => leaf.form === 'word' || leaf.form === 'boolean' || leaf.form === 'accessor',
    )
    if (!isDate && !isText) return undefined
    const message = `\`${source}\` has no quotes, so it is calculated with \`${node.operator}\`: put double quotes around it.`
    const replacement = this.mend(within) ?? quoteRun(this.text, node.range).replacement
    return this.report('unquoted-signs', message, node.range, replacement)
  }

  private mend(node: WhenBinary | undefined): Replacement | undefined {
    return node && quoteComparison(this.text, node)
  }

  private checkEquality(node: WhenBinary, left: Known, right: Known): boolean {
    if (left.type === 'any' || right.type === 'any' || left.type === right.type) return true
    if (areDates(node)) return true
    const answer = node.operator === '==' ? 'false' : 'true'
    const date = dateOf(node.left) ?? dateOf(node.right)
    if (date) {
      const message = `\`${date.text}\` is read as a time, in seconds since 1970, and never equals a text that is none, so this is always ${answer}: compare it with a quoted time.`
      this.report('quoted-date', message, date.range)
      return false
    }
    const isList = left.type === 'list' || right.type === 'list'
    const advice = isList ? 'write `in`' : 'put double quotes around both sides, or around none'
    const message = `A ${left.type} never equals a ${right.type}, so this is always ${answer}: ${advice}.`
    this.report('never-equal', message, node.range, isList ? undefined : this.mend(node))
    return false
  }

  private checkOrder(node: WhenBinary, left: Known, right: Known): boolean {
    const known = [left.type, right.type].filter((type) => type !== 'any')
    if (known.every((type) => type === 'number') || known.every((type) => type === 'text'))
      return true
    if (areDates(node)) return true
    const date = dateOf(node.left) ?? dateOf(node.right)
    const message = date
      ? `\`${date.text}\` is read as a time, in seconds since 1970, and \`${node.operator}\` compares it with nothing but a time or a number.`
      : `\`${node.operator}\` compares two numbers or two texts: put double quotes around both sides, or around none.`
    this.report(date ? 'quoted-date' : 'wrong-type', message, date?.range ?? node.range)
    return false
  }

  private checkMatch(node: WhenBinary, left: Known, right: Known): boolean {
    const { operator } = node
    if (right.type !== 'any' && right.type !== 'text' && right.type !== 'pattern') {
      const message = `\`${operator}\` takes a pattern, and the right side is a ${right.type}: put double quotes around it.`
      return this.noMatch(node, node.right, message)
    }
    if (left.type === 'any' || left.type === 'text') return true
    const message = `\`${operator}\` searches in a text, and the left side is a ${left.type}: put double quotes around it.`
    return this.noMatch(node, node.left, message)
  }

  private noMatch(node: WhenBinary, side: WhenNode, message: string): false {
    const date = dateOf(side)
    if (date) {
      const isDate = `\`${date.text}\` is read as a time, in seconds since 1970, and \`${node.operator}\` takes texts only.`
      this.report('quoted-date', isDate, side.range)
    } else this.report('wrong-type', message, side.range, this.mend(node))
    return false
  }

  private checkList(node: WhenBinary, left: Known, right: Known): boolean {
    const { right: list, operatorRange } = node
    if (right.type === 'any') return true
    if (right.type === 'list') return this.checkEntries(node, left)
    const inner = list.kind === 'group' ? list.inner : list
    const message =
      '`in` needs a list of at least two entries, as in `("a", "b")`. Compare one with `==`.'
    const entry = this.text.slice(inner.range.from, inner.range.to)
    const range = { from: operatorRange.from, to: list.range.to }
    const single = inner.kind === 'operand' ? { range, text: `== ${entry}` } : undefined
    this.report('short-list', message, list.range, single)
    return false
  }

  /** Whether any entry of a list can equal the left side. */
  private checkEntries(node: WhenBinary, left: Known): boolean {
    const list = node.right.kind === 'group' ? node.right.inner : node.right
    if (list.kind !== 'list' || left.type === 'any') return true
    const types = list.items.map((item) => new Examiner(this.text).examine(item).type)
    if (types.some((type) => type === 'any' || type === left.type)) return true
    const message = `A ${left.type} never equals a ${types.join(' or a ')}, so this is always false: put double quotes around all, or around none.`
    this.report('never-equal', message, node.range, this.mend(node))
    return false
  }

  private checkSum(node: WhenBinary, left: Known, right: Known): boolean {
    const types = [left.type, right.type]
    if (types.includes('text') || types.every((type) => type === 'number' || type === 'any'))
      return true
    const message = '`+` adds two numbers, or joins texts: put double quotes around a text.'
    this.report('wrong-type', message, node.range)
    return false
  }

  private requireNumber(operator: string, node: WhenNode, { type }: Known): boolean {
    if (type === 'number' || type === 'any') return true
    const message = `\`${operator}\` calculates with numbers, and this is a ${type}: put double quotes around a text that contains \`${operator}\`.`
    this.report('wrong-type', message, node.range)
    return false
  }

  private requireBoolean(node: WhenNode, { type }: Known): boolean {
    if (type === 'boolean' || type === 'any') return true
    const message = `This is a ${type}, where a condition must be true or false: compare it with something.`
    this.report('not-boolean', message, node.range)
    return false
  }

  /** A comparison that nothing can change; `true` and `false` by themselves are written on purpose. */
  private noteConstant(node: WhenNode, { value }: Known): void {
    if (typeof value !== 'boolean' || bare(node).kind === 'operand') return
    const message = `This is always ${String(value)}, since no tag stands in it.`
    this.report('constant', message, node.range)
  }
}

/** Whether an operator works on numbers, which it makes of no text. */
function isCalculation(operator: string): boolean {
  return !isComparisonOperator(operator) && !['&&', '||', '?', ':', '??'].includes(operator)
}

/** Whether the left side settles the result, so that the right side is not evaluated. */
function isSettled(operator: string, left: WhenValue | undefined): boolean {
  if (left === undefined) return false
  if (operator === '&&' || operator === '?') return left === false
  if (operator === '||') return left === true
  return (operator === ':' || operator === '??') && left !== null
}

function typeOfResult({ operator }: WhenBinary, left: Known, right: Known): Known['type'] {
  if (operator === '?' || operator === ':' || operator === '??') return 'any'
  if (!isCalculation(operator)) return 'boolean'
  if (operator !== '+') return 'number'
  if (left.type === 'text' || right.type === 'text') return 'text'
  return left.type === 'number' && right.type === 'number' ? 'number' : 'any'
}

/** The operands of a calculation. */
function calculated(node: WhenNode): readonly WhenOperand[] {
  if (node.kind === 'operand') return [node]
  if (node.kind === 'prefix') return calculated(node.operand)
  return node.kind === 'binary' ? [...calculated(node.left), ...calculated(node.right)] : []
}

/** A quoted text that is read as a time. */
function dateOf(node: WhenNode): WhenOperand | undefined {
  const inner = bare(node)
  return inner.kind === 'operand' && inner.time ? inner : undefined
}

/** Whether a time is compared with a quoted text that may become one. */
function areDates({ left, right }: WhenBinary): boolean {
  const mayBe = (node: WhenNode): boolean =>
    node.kind === 'operand' && node.form === 'string' && node.tags.length > 0
  return (
    (dateOf(left) !== undefined && mayBe(right)) || (mayBe(left) && dateOf(right) !== undefined)
  )
}

function bare(node: WhenNode): WhenNode {
  return node.kind === 'group' ? bare(node.inner) : node
}
