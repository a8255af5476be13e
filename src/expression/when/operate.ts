import { err, ok, type Result } from '../../base/index.ts'
import { toInt64, toUint64 } from '../go/numbers.ts'
import { readRegexp } from '../go/regexp.ts'
import { compareStrings } from '../go/strings.ts'
import { power } from '../go/power.ts'
import { deepEqual, goText, isList, isPattern, type WhenValue } from './values.ts'

/** Why an operator cannot be applied, in the words of govaluate, or of Go where it panics. */
export interface Refusal {
  readonly reason: string
  readonly panics?: boolean
  /** The side that is to blame. */
  readonly side: 'left' | 'right' | 'both'
}

type Applied = Result<WhenValue, Refusal>

/** Applies a prefix. */
export function applyPrefix(operator: string, value: WhenValue): Applied {
  if (operator === '!' && typeof value === 'boolean') return ok(!value)
  if (operator !== '!' && typeof value === 'number') {
    return ok(operator === '-' ? -value : Number(BigInt.asIntN(64, ~toInt64(value))))
  }
  const reason = `Value '${goText(value)}' cannot be used with the prefix '${operator}'`
  return err({ reason, side: 'right' })
}

/** Applies an operator to two values; whether a side need not be known at all is the caller's to see. */
export function applyOperator(operator: string, left: WhenValue, right: WhenValue): Applied {
  switch (operator) {
    case '==':
      return ok(deepEqual(left, right))
    case '!=':
      return ok(!deepEqual(left, right))
    case '<':
    case '<=':
    case '>':
    case '>=':
      return order(operator, left, right)
    case '=~':
    case '!~':
      return match(operator, left, right)
    case 'in':
      return isIn(left, right)
    case '&&':
    case '||':
      return logic(operator, left, right)
    case '?':
      return ifTrue(left, right)
    case ':':
    case '??':
      return ok(left ?? right)
    case '+':
      return add(left, right)
    default:
      return calculate(operator, left, right)
  }
}

/** What `,` makes: a list on its left grows by one. */
export function applyComma(left: WhenValue, right: WhenValue): WhenValue {
  return isList(left) ? [...left, right] : [left, right]
}

type Kind = 'comparator' | 'logical operator' | 'modifier' | 'ternary operator'

function refuse(kind: Kind, operator: string, value: WhenValue, side: Refusal['side']): Applied {
  const wanted = kind === 'comparator' || kind === 'modifier' ? 'number' : 'bool'
  const reason = `Value '${goText(value)}' cannot be used with the ${kind} '${operator}', it is not a ${wanted}`
  return err({ reason, side })
}

function order(operator: '<' | '<=' | '>' | '>=', left: WhenValue, right: WhenValue): Applied {
  const numbers = typeof left === 'number' && typeof right === 'number'
  const texts = typeof left === 'string' && typeof right === 'string'
  if (!numbers && !texts) return refuse('comparator', operator, left, 'both')
  const difference = texts ? compareStrings(left, right) : 0
  const [a, b] = numbers ? [left, right] : [difference, 0]
  switch (operator) {
    case '<':
      return ok(a < b)
    case '<=':
      return ok(a <= b)
    case '>':
      return ok(a > b)
    default:
      return ok(a >= b)
  }
}

function match(operator: '=~' | '!~', left: WhenValue, right: WhenValue): Applied {
  if (typeof left !== 'string') return refuse('comparator', operator, left, 'left')
  if (typeof right !== 'string' && !isPattern(right)) {
    return refuse('comparator', operator, right, 'right')
  }
  const pattern = typeof right === 'string' ? readRegexp(right) : ok(right)
  if (!pattern.ok) {
    const reason = `Unable to compile regexp pattern '${goText(right)}': ${pattern.error}`
    return err({ reason, side: 'right' })
  }
  return ok(pattern.value.test(left) === (operator === '=~'))
}

function isIn(left: WhenValue, right: WhenValue): Applied {
  if (!isList(right)) return refuse('comparator', 'in', right, 'right')
  for (const item of right) {
    // Go cannot compare two lists with `==`.
    if (isList(left) && isList(item)) {
      const reason = 'runtime error: comparing uncomparable type []interface {}'
      return err({ reason, panics: true, side: 'both' })
    }
    if (left === item) return ok(true)
  }
  return ok(false)
}

function logic(operator: '&&' | '||', left: WhenValue, right: WhenValue): Applied {
  if (typeof left !== 'boolean') return refuse('logical operator', operator, left, 'left')
  if (typeof right !== 'boolean') return refuse('logical operator', operator, right, 'right')
  return ok(operator === '&&' ? left && right : left || right)
}

function ifTrue(left: WhenValue, right: WhenValue): Applied {
  if (typeof left !== 'boolean') return refuse('ternary operator', '?', left, 'left')
  return ok(left ? right : null)
}

function add(left: WhenValue, right: WhenValue): Applied {
  if (typeof left === 'number' && typeof right === 'number') return ok(left + right)
  if (typeof left !== 'string' && typeof right !== 'string') {
    return refuse('modifier', '+', left, 'both')
  }
  return ok(goText(left) + goText(right))
}

function calculate(operator: string, left: WhenValue, right: WhenValue): Applied {
  if (typeof left !== 'number') return refuse('modifier', operator, left, 'left')
  if (typeof right !== 'number') return refuse('modifier', operator, right, 'right')
  switch (operator) {
    case '-':
      return ok(left - right)
    case '*':
      return ok(left * right)
    case '/':
      return ok(left / right)
    case '%':
      return ok(left % right)
    case '**':
      return ok(power(left, right))
    case '&':
      return ok(Number(toInt64(left) & toInt64(right)))
    case '|':
      return ok(Number(toInt64(left) | toInt64(right)))
    case '^':
      return ok(Number(toInt64(left) ^ toInt64(right)))
    case '>>':
      return ok(Number(toUint64(left) >> toUint64(right)))
    case '<<':
      return ok(shiftLeft(toUint64(left), toUint64(right)))
    default:
      throw new Error(`no operator: ${operator}`)
  }
}

function shiftLeft(value: bigint, by: bigint): number {
  return by >= 64n ? 0 : Number(BigInt.asUintN(64, value << by))
}
