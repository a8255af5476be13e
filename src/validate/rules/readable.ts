import { resolveScalar, type YamlScalar } from '../../yaml/index.ts'

/** How large a whole number a field of Go holds. */
export type IntegerSize = 'int32' | 'int64' | 'uint64'

const bounds: Readonly<Record<IntegerSize, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
}

/** From here on a number is written with an exponent in JSON, which Go does not take for a whole one. */
const EXPONENT = 1e21

/** Why a number is none that a whole field of a size can hold, to come behind the number; nothing if it can. */
export function integerProblem(scalar: YamlScalar, size: IntegerSize): string | undefined {
  const value = resolveScalar(scalar)
  if (typeof value !== 'number') return 'is no number'
  if (!Number.isInteger(value)) return Number.isFinite(value) ? 'has a fraction' : 'is none'
  const [least, most] = bounds[size]
  const exact = exactly(scalar.value, value)
  if (exact < least) return `is too small: the least is ${String(least)}`
  const isTooLarge = exact > most || Math.abs(value) >= EXPONENT
  return isTooLarge ? `is too large: the most is ${String(most)}` : undefined
}

/** All digits of a whole number, of which a float has about sixteen. */
function exactly(source: string, value: number): bigint {
  const digits = source.replace(/^\+/, '').replaceAll('_', '')
  return /^-?(?:0|[1-9][0-9]*)$/.test(digits) ? BigInt(digits) : BigInt(value)
}

const QUANTITY = /^[+-]?[0-9]*(?:\.[0-9]*)?(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$/

/**
 * Whether a text is a quantity of Kubernetes. It is read as leniently as there: a point or a sign alone is zero. (apimachinery:
 * `resource.ParseQuantity`.)
 */
export function isQuantity(text: string): boolean {
  const trimmed = text.trim()
  return trimmed !== '' && QUANTITY.test(trimmed)
}

const TIME = /^\d{4}-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)$/
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a text is a time as RFC 3339 has it, in a day that there is. */
export function isTime(text: string): boolean {
  const found = TIME.exec(text)
  if (found === null) return false
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 6).map(Number)
  const isLeap = isLeapYear(Number(text.slice(0, 4)))
  const days = month === 2 && !isLeap ? 28 : (DAYS[month - 1] ?? 0)
  return day >= 1 && day <= days && hour < 24 && minute < 60 && second < 60
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
