import type { Pattern } from './pattern.ts'

/** A value while a condition is evaluated: Go's float64, string, bool, nil, slice or compiled pattern. */
export type GoValue = number | string | boolean | null | Pattern | readonly GoValue[]

/** What a value is, in words for people. */
export type GoValueType = 'number' | 'text' | 'boolean' | 'nothing' | 'pattern' | 'list'

export function isList(value: GoValue): value is readonly GoValue[] {
  return Array.isArray(value)
}

export function isPattern(value: GoValue): value is Pattern {
  return typeof value === 'object' && value !== null && !isList(value)
}

/** What a value is, in words for people. */
export function typeOfValue(value: GoValue): GoValueType {
  if (value === null) return 'nothing'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return isList(value) ? 'list' : 'pattern'
}

/** A value as Go prints it with `%v`. */
export function goText(value: GoValue): string {
  if (value === null) return '<nil>'
  if (typeof value === 'number') return numberText(value)
  if (typeof value !== 'object') return String(value)
  return isList(value) ? `[${value.map(goText).join(' ')}]` : value.source
}

/** A float64 with `%v`: the shortest digits that mean it, with an exponent from 1e+06 on and below 0.0001. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [digits = '', exponent = ''] = value.toExponential().split('e')
  const size = Number(exponent)
  if (size >= -4 && size < 6) return String(value)
  return `${digits}e${size < 0 ? '-' : '+'}${String(Math.abs(size)).padStart(2, '0')}`
}

/** Go's reflect.DeepEqual: values of two types are never equal. */
export function deepEqual(left: GoValue, right: GoValue): boolean {
  if (!isList(left) || !isList(right)) return left === right
  const same = (item: GoValue, index: number): boolean => deepEqual(item, right[index] ?? null)
  return left.length === right.length && left.every(same)
}

/** How Go orders two texts: by their bytes, which is by their characters' numbers. */
export function compareTexts(left: string, right: string): number {
  const [a, b] = [[...left], [...right]]
  for (let index = 0; index < a.length && index < b.length; index++) {
    const difference = (a[index]?.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
