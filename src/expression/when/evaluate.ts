import { err, ok, type Result, type TextRange } from '../../base/index.ts'
import type { Tag } from '../tags.ts'
import { evaluateTree } from './evaluate-tree.ts'
import type { WhenFault } from './fault.ts'
import { readTime } from './times.ts'
import { goText, typeOfValue, type WhenValueType } from './values.ts'
import { tokenizeWhen } from './lexer.ts'
import { compilePatterns } from './patterns.ts'
import { planWhen } from './plan.ts'
import { substituteTags, type TagScope } from './substitute.ts'
import { asTexts, checkBalance, checkOrder } from './syntax.ts'
import type { WhenToken } from './token.ts'
import type { WhenNode } from './tree.ts'

/** Why a condition has no answer. */
export interface WhenError {
  /**
   * `parse`: govaluate cannot read it; `plan`: not any more once its words are texts; `evaluate`: an operator does not fit its
   * operands; `not-boolean`: it is something else than true or false; `panic`: govaluate breaks off, and the workflow with it;
   * `unresolved`: tags have no value; `limit`: it is nested deeper than is evaluated here.
   */
  readonly kind: 'parse' | 'plan' | 'evaluate' | 'not-boolean' | 'panic' | 'unresolved' | 'limit'
  /** What Argo's controller says; our own words for what it does not know: `unresolved` and `limit`. */
  readonly message: string
  /** The part of it that is govaluate's. */
  readonly reason: string
  /** In the text that was given. */
  readonly range: TextRange
  /** The operator that does not fit. */
  readonly operator: string | undefined
  /** What stood on its sides; for `not-boolean` the whole. */
  readonly operands: readonly WhenOperandValue[]
  /** The tags without a value, of `unresolved`. */
  readonly unresolved: readonly Tag[]
}

/** What an operand was worth. */
export interface WhenOperandValue {
  readonly side: 'left' | 'right' | 'whole'
  /** As Go prints it. */
  readonly value: string
  readonly type: WhenValueType
  /** In the text that was given. */
  readonly range: TextRange
}

/**
 * Whether a step runs, as Argo's controller decides it by `shouldExecute`: govaluate reads the text, words without quotes become
 * texts, and the result must be true or false. The empty text is true. Quoted times are read in UTC, numbers are converted as on
 * amd64.
 *
 * Without `scope` the text is taken as it is, its tags already filled in. With it, each tag is first replaced by what `scope`
 * gives for it; where it gives nothing, the error says for which tags. A `{{` within a tag is not looked at.
 */
export function evaluateWhen(text: string, scope?: TagScope): Result<boolean, WhenError> {
  if (!scope) return evaluateText(text, (range) => range)
  const { text: filled, unresolved, origin } = substituteTags(text, scope)
  const [first] = unresolved
  if (!first) return evaluateText(filled, origin)
  const names = unresolved.map(({ range }) => text.slice(range.from, range.to)).join(', ')
  const reason = `No value for ${names}.`
  return err({
    ...noOperands,
    kind: 'unresolved',
    message: reason,
    reason,
    range: first.range,
    unresolved,
  })
}

const noOperands = { operator: undefined, operands: [], unresolved: [] } as const

type Origin = (range: TextRange) => TextRange

function evaluateText(text: string, origin: Origin): Result<boolean, WhenError> {
  if (text === '') return ok(true)
  const read = readTwice(text)
  if (!read.ok) {
    const { fault, round } = read.error
    const { reason } = fault
    const kind = fault.panics ? 'panic' : fault.code === 'too-deep' ? 'limit' : round
    const message = messageOf(kind, text, reason)
    return err({ ...noOperands, kind, message, reason, range: origin(fault.range) })
  }
  const result = evaluateTree(read.value)
  if (!result.ok) {
    const { panics, reason, range, operator, operands } = result.error
    const kind = panics ? 'panic' : 'evaluate'
    const message = messageOf(kind, text, reason)
    const values = operands.map(({ side, value, range: place }) => ({
      side,
      value: goText(value),
      type: typeOfValue(value),
      range: origin(place),
    }))
    return err({
      kind,
      message,
      reason,
      range: origin(range),
      operator,
      operands: values,
      unresolved: [],
    })
  }
  const { value } = result
  if (typeof value === 'boolean') return ok(value)
  const reason = goText(value)
  const range = origin(read.value.range)
  const whole = { side: 'whole', value: reason, type: typeOfValue(value), range } as const
  const message = messageOf('not-boolean', text, reason)
  return err({ ...noOperands, kind: 'not-boolean', message, reason, range, operands: [whole] })
}

interface RoundFault {
  readonly fault: WhenFault
  readonly round: 'parse' | 'plan'
}

/** Argo has every condition read twice: as it is, and with its words as texts. */
function readTwice(text: string): Result<WhenNode, RoundFault> {
  const { tokens, faults } = tokenizeWhen(text, [], readTime)
  const [fault = checkBalance(tokens)] = faults
  if (fault) return err({ fault, round: 'parse' })
  const first = read(text, tokens)
  if (!first.ok) return err({ fault: first.error, round: 'parse' })
  const second = read(text, asTexts(first.value.tokens))
  return second.ok ? ok(second.value.tree) : err({ fault: second.error, round: 'plan' })
}

function read(
  text: string,
  tokens: readonly WhenToken[],
): Result<{ readonly tokens: readonly WhenToken[]; readonly tree: WhenNode }, WhenFault> {
  const disorder = checkOrder(tokens)
  if (disorder) return err(disorder)
  const compiled = compilePatterns(tokens)
  if (!compiled.ok) return compiled
  const { tree, fault } = planWhen(text, compiled.value)
  if (tree) return ok({ tokens: compiled.value, tree })
  return err(fault ?? { code: 'empty', reason: '', range: { from: 0, to: text.length } })
}

/** The sentence that Argo puts around govaluate's words. */
function messageOf(kind: WhenError['kind'], text: string, reason: string): string {
  switch (kind) {
    case 'parse': {
      const hint = ' (hint: try wrapping the affected expression in quotes ("))'
      const isToken = reason.includes('Invalid token')
      return `Invalid 'when' expression '${text}': ${reason}${isToken ? hint : ''}`
    }
    case 'plan':
      return `Failed to parse 'when' expression '${text}': ${reason}`
    case 'evaluate':
      return `Failed to evaluate 'when' expresion '${text}': ${reason}`
    case 'not-boolean':
      return `Expected boolean evaluation for '${text}'. Got ${reason}`
    default:
      return reason
  }
}
