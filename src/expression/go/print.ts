import { printFloat } from './float.ts'
import { compareStrings, runesOf } from './strings.ts'
import { printDuration } from './time/duration.ts'
import { printTime, monthNames, weekdayNames } from './time/format.ts'
import {
  GoFunction,
  GoInteger,
  type GoLocation,
  GoMap,
  type GoObject,
  GoSlice,
  GoTime,
  Unsupported,
  type GoValue,
} from './values.ts'

/** A value as Go prints it with `%v`: strings bare, lists as `[1 2]`, maps as `map[a:1]` with sorted keys. */
export function printValue(value: GoValue): string {
  if (value === null) return '<nil>'
  if (typeof value === 'number') return printFloat(value)
  if (typeof value !== 'object') return String(value)
  if (value instanceof GoInteger) return printInteger(value)
  if (value instanceof GoSlice) return `[${value.items.map(printValue).join(' ')}]`
  if (value instanceof GoMap) return printMap(value)
  if (value instanceof GoTime) return printTime(value)
  return refuse(value)
}

/** The name of a month or a weekday, the text of a duration, or the digits of any other integer. */
export function printInteger({ type, value }: GoInteger): string {
  if (type === 'time.Duration') return printDuration(value)
  const names = type === 'time.Month' ? monthNames : weekdayNames
  const at = Number(value) - (type === 'time.Month' ? 1 : 0)
  const named = type === 'time.Month' || type === 'time.Weekday'
  return (named ? names[at] : undefined) ?? value.toString()
}

function refuse(value: GoFunction | GoLocation | GoObject): never {
  const what = value instanceof GoFunction ? 'a function' : 'such an object'
  throw new Unsupported(`Go prints ${what} with its address in memory, which cannot be told.`)
}

function printMap(map: GoMap): string {
  const entries = [...map.entries()].sort(([a], [b]) => compareKeys(a, b))
  return `map[${entries.map(([key, value]) => `${printValue(key)}:${printValue(value)}`).join(' ')}]`
}

/** The order in which Go prints keys: by sort of value, then by value. */
function compareKeys(a: GoValue, b: GoValue): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  const rank = (key: GoValue): number =>
    ['object', 'bigint', 'number', 'string'].indexOf(typeof key)
  if (typeof a === typeof b && (typeof a === 'bigint' || typeof a === 'number')) {
    return Number(a) - Number(b)
  }
  return rank(a) - rank(b)
}

const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
}

/** A string in double quotes as Go's `%q` writes it: what cannot be printed is escaped. */
export function quote(text: string): string {
  let quoted = ''
  for (const rune of runesOf(text)) {
    const code = rune.codePointAt(0) ?? 0
    const hex = code.toString(16)
    if (escapes[rune] !== undefined) quoted += escapes[rune]
    else if (code >= 0xdc80 && code <= 0xdcff) quoted += `\\x${(code - 0xdc00).toString(16)}`
    else if (rune === ' ' || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(rune)) quoted += rune
    else if (code < 0x20 || code === 0x7f) quoted += `\\x${hex.padStart(2, '0')}`
    else quoted += code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
  }
  return `"${quoted}"`
}
