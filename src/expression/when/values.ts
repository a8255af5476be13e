import { printFloat } from '../go/float.ts'
import type { GoRegexp } from '../go/regexp.ts'

/** A value while a condition is evaluated: Go's float64, string, bool, nil, slice or compiled pattern. */
export type WhenValue = number | string | boolean | null | GoRegexp | readonly WhenValue[]

/** What a value is, in words for people. */
export type WhenValueType = 'number' | 'text' | 'boolean' | 'nothing' | 'pattern' | 'list'

export function isList(value: WhenValue): value is readonly WhenValue[] {
  return Array.isArray(value)
}

export function isPattern(value: WhenValue): value is GoRegexp {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** What a value is, in words for people. */
export function typeOfValue(value: WhenValue): WhenValueType {
  if (value === null) return 'nothing'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return isList(value) ? 'list' : 'pattern'
}

/** A value as Go prints it with `%v`. */
export function goText(value: WhenValue): string {
  if (value === null) return '<nil>'
  if (typeof value === 'number') return printFloat(value)
  if (typeof value !== 'object') return String(value)
  return isList(value) ? `[${value.map(goText).join(' ')}]` : value.source
}

/** Go's reflect.DeepEqual: values of two types are never equal. */
export function deepEqual(left: WhenValue, right: WhenValue): boolean {
  if (!isList(left) || !isList(right)) return left === right
  const same = (item: WhenValue, index: number): boolean => deepEqual(item, right[index] ?? null)
  return left.length === right.length && left.every(same)
}
