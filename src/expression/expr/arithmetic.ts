import { addNanoseconds, compareTimes, nanosecondsBetween } from '../go/time/calendar.ts'
import { toInt64 } from '../go/numbers.ts'
import { compareStrings } from '../go/strings.ts'
import { isIntegerType } from '../go/types.ts'
import {
  GoInteger,
  GoPanic,
  GoTime,
  integerOf,
  typeOf,
  wrapInt,
  type GoValue,
} from '../go/values.ts'

/** Whether expr-lang calculates with a value: an integer of any size or a float, but no duration. */
export function isNumeric(value: GoValue): boolean {
  return typeof value === 'number' || wholeOf(value) !== undefined
}

/** A number as `int`; floats lose what is behind the point. */
export function toInt(value: GoValue): bigint {
  const whole = typeof value === 'number' ? toInt64(value) : wholeOf(value)
  if (whole === undefined) throw new GoPanic(`invalid operation: int(${typeOf(value)})`)
  return wrapInt(whole)
}

/** A number as `float64`. */
export function toFloat(value: GoValue): number {
  const whole = typeof value === 'number' ? value : wholeOf(value)
  if (whole === undefined) throw new GoPanic(`invalid operation: float(${typeOf(value)})`)
  return Number(whole)
}

/** A number with the other sign, in the same type. */
export function negate(value: GoValue): GoValue {
  if (typeof value === 'number') return -value
  if (typeof value === 'bigint') return wrapInt(-value)
  if (value instanceof GoInteger && isIntegerType(value.type)) {
    return new GoInteger(value.type, BigInt.asIntN(64, -value.value))
  }
  throw new GoPanic(`invalid operation: - ${typeOf(value)}`)
}

/** Whether one value comes before another: numbers, strings, times and durations among themselves. */
export function isLess(a: GoValue, b: GoValue): boolean {
  return isOrdered('<', a, b)
}

/** Whether `<`, `<=`, `>` or `>=` holds. */
export function isOrdered(operator: string, a: GoValue, b: GoValue): boolean {
  const order = compare(a, b)
  if (order === undefined) return refuse(operator, a, b)
  if (operator.startsWith('<')) return order < 0 || (operator === '<=' && order === 0)
  return order > 0 || (operator === '>=' && order === 0)
}

/** Adds, subtracts, multiplies or divides as expr-lang does: integers wrap, and give floats by `/` only. */
export function calculate(operator: string, a: GoValue, b: GoValue): GoValue {
  const result = ofNumbers(operator, a, b) ?? ofOthers(operator, a, b)
  return result ?? refuse(operator, a, b)
}

function wholeOf(value: GoValue): bigint | undefined {
  if (typeof value === 'bigint') return value
  return value instanceof GoInteger && isIntegerType(value.type) ? value.value : undefined
}

function refuse(operator: string, a: GoValue, b: GoValue): never {
  throw new GoPanic(`invalid operation: ${typeOf(a)} ${operator} ${typeOf(b)}`)
}

/** Negative, 0 or positive; `NaN` where neither comes first; absent for what has no order. */
function compare(a: GoValue, b: GoValue): number | undefined {
  const left = wholeOf(a)
  const right = wholeOf(b)
  if (left !== undefined && right !== undefined) return left < right ? -1 : Number(left > right)
  if (isNumeric(a) && isNumeric(b)) {
    const [x, y] = [toFloat(a), toFloat(b)]
    if (Number.isNaN(x) || Number.isNaN(y)) return NaN
    return x < y ? -1 : Number(x > y)
  }
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  if (a instanceof GoTime && b instanceof GoTime) return compareTimes(a, b)
  const [long, other] = [durationOf(a), durationOf(b)]
  if (long === undefined || other === undefined) return undefined
  return long < other ? -1 : Number(long > other)
}

function durationOf(value: GoValue): bigint | undefined {
  return typeOf(value) === 'time.Duration' ? integerOf(value) : undefined
}

function ofNumbers(operator: string, a: GoValue, b: GoValue): GoValue | undefined {
  if (!isNumeric(a) || !isNumeric(b)) return undefined
  const [x, y] = [wholeOf(a), wholeOf(b)]
  const whole = x !== undefined && y !== undefined
  switch (operator) {
    case '+':
      return whole ? wrapInt(x + y) : toFloat(a) + toFloat(b)
    case '-':
      return whole ? wrapInt(x - y) : toFloat(a) - toFloat(b)
    case '*':
      return whole ? wrapInt(x * y) : toFloat(a) * toFloat(b)
    case '/':
      return toFloat(a) / toFloat(b)
    case '%':
      if (!whole) return undefined
      if (y === 0n) throw new GoPanic('runtime error: integer divide by zero')
      return wrapInt(x % y)
    default:
      return undefined
  }
}

function ofOthers(operator: string, a: GoValue, b: GoValue): GoValue | undefined {
  const [long, other] = [durationOf(a), durationOf(b)]
  const duration = (value: bigint): GoInteger => new GoInteger('time.Duration', wrapInt(value))
  switch (operator) {
    case '+':
      if (typeof a === 'string' && typeof b === 'string') return a + b
      if (a instanceof GoTime && other !== undefined) return addNanoseconds(a, other)
      if (long !== undefined && b instanceof GoTime) return addNanoseconds(b, long)
      return long !== undefined && other !== undefined ? duration(long + other) : undefined
    case '-':
      if (a instanceof GoTime && b instanceof GoTime) return duration(nanosecondsBetween(a, b))
      if (a instanceof GoTime && other !== undefined) return addNanoseconds(a, -other)
      return long !== undefined && other !== undefined ? duration(long - other) : undefined
    case '*': {
      const [x, y] = [long ?? wholeOf(a), other ?? wholeOf(b)]
      if (x !== undefined && y !== undefined) return duration(x * y)
      const measured = long ?? other
      const factor = typeof a === 'number' ? a : b
      return measured !== undefined && typeof factor === 'number'
        ? Number(measured) * factor
        : undefined
    }
    default:
      return undefined
  }
}
