import { encodeBase64 } from './base64.ts'
import { jsonFloat, printFloat } from './float.ts'
import { jsonError } from './json-error.ts'
import { printValue } from './print.ts'
import { compareStrings, toValid } from './strings.ts'
import { formatTime } from './time/format.ts'
import { anyType, keyOf, kindOf, printSignature } from './types.ts'
import {
  dict,
  GoFunction,
  GoInteger,
  GoLocation,
  GoMap,
  GoPanic,
  GoSlice,
  GoTime,
  list,
  typeOf,
  Unsupported,
  type GoValue,
} from './values.ts'

export interface JsonStyle {
  /** Spaces of one level; absent for everything on one line. */
  readonly indent?: number
  /** Whether `<`, `>` and `&` are written as they are. */
  readonly rawHtml?: boolean
}

/**
 * A value as JSON, as Go's `encoding/json` writes it: keys sorted, no white space unless asked for, `<`, `>` and `&`
 * escaped. Panics as Go fails, for what JSON cannot say: functions, `NaN`, maps whose keys may be anything.
 */
export function toJson(value: GoValue, style: JsonStyle = {}): string {
  return write(value, style, '\n')
}

function write(value: GoValue, style: JsonStyle, line: string): string {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'string':
      return writeString(value, style)
    case 'number': {
      const text = jsonFloat(value)
      if (text === undefined) throw new GoPanic(`json: unsupported value: ${printFloat(value)}`)
      return text
    }
    default:
  }
  if (value instanceof GoInteger) return value.value.toString()
  if (value instanceof GoSlice) return writeSlice(value, style, line)
  if (value instanceof GoMap) return writeMap(value, style, line)
  if (value instanceof GoTime) return `"${jsonTime(value)}"`
  if (value instanceof GoLocation) return '{}'
  if (value instanceof GoFunction) {
    throw new GoPanic(`json: unsupported type: ${printSignature(value.signature)}`)
  }
  throw new Unsupported(`What ${value.type} is as JSON depends on the run.`)
}

function jsonTime(time: GoTime): string {
  const text = formatTime(time, '2006-01-02T15:04:05.999999999Z07:00')
  if (/^\d{4}-/.test(text)) return text
  throw new GoPanic('json: error calling MarshalJSON for type time.Time')
}

function writeSlice({ type, items, isNil }: GoSlice, style: JsonStyle, line: string): string {
  if (isNil) return 'null'
  if (type === '[]uint8') {
    const bytes = items.map((item) => (item instanceof GoInteger ? Number(item.value) : 0))
    return `"${encodeBase64(Uint8Array.from(bytes))}"`
  }
  const inner = line + ' '.repeat(style.indent ?? 0)
  return bracketed(
    '[',
    items.map((item) => write(item, style, inner)),
    ']',
    style,
    line,
  )
}

function writeMap(map: GoMap, style: JsonStyle, line: string): string {
  const key = keyOf(map.type)
  if (key === anyType) throw new GoPanic(`json: unsupported type: ${map.type}`)
  if (!['string', 'int'].includes(kindOf(key))) {
    throw new GoPanic(`json: unsupported type: ${map.type}`)
  }
  const inner = line + ' '.repeat(style.indent ?? 0)
  const entries = map.entries().map(([name, value]) => [keyText(name), value] as const)
  entries.sort(([a], [b]) => compareStrings(a, b))
  const colon = style.indent === undefined ? ':' : ': '
  const parts = entries.map(
    ([name, value]) => writeString(name, style) + colon + write(value, style, inner),
  )
  return bracketed('{', parts, '}', style, line)
}

function keyText(key: GoValue): string {
  return typeof key === 'string' ? key : printValue(key)
}

function bracketed(
  open: string,
  parts: readonly string[],
  close: string,
  style: JsonStyle,
  line: string,
): string {
  if (parts.length === 0) return open + close
  if (style.indent === undefined) return open + parts.join(',') + close
  const inner = line + ' '.repeat(style.indent)
  return open + inner + parts.join(`,${inner}`) + line + close
}

/** What is not valid UTF-8 is written as the escape of the replacement character. */
function writeString(text: string, style: JsonStyle): string {
  const valid = JSON.stringify(text).replace(/\\(?:u[0-9a-f]{4}|.)/g, (one) =>
    one.startsWith('\\ud') ? '\\ufffd' : one,
  )
  return escapeSigns(valid, style.rawHtml ? /[\u2028\u2029]/g : html)
}

/** What `encoding/json` escapes unless it is told not to. */
const html = /[<>&\u2028\u2029]/g

function escapeSigns(text: string, signs: RegExp): string {
  return text.replace(
    signs,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}

/**
 * A JSON text without white space between its parts, as Go puts one into another (`json.Compact`, with `<`, `>` and `&` escaped): keys stay
 * in their order and numbers as they are written. In: a text that is JSON.
 */
export function compactJson(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|[ \t\r\n]+/g, (part) =>
    part.startsWith('"') ? escapeSigns(part, html) : '',
  )
}

/** What JSON says, as Go writes it. In: a value as `JSON.parse` gives it. */
export function rewriteJson(value: unknown): string {
  return toJson(toGo(value))
}

/** Reads JSON as Go does into `any`: numbers are floats, objects maps. Panics where it does not parse. */
export function fromJson(text: string): GoValue {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new GoPanic(jsonError(text))
  }
  return toGo(parsed)
}

function toGo(value: unknown): GoValue {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return toValid(value)
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return value
    throw new GoPanic('json: cannot unmarshal number into Go value of type float64')
  }
  if (Array.isArray(value)) return list(value.map(toGo))
  if (typeof value === 'object') {
    return dict(Object.entries(value).map(([key, item]) => [toValid(key), toGo(item)] as const))
  }
  throw new Unsupported(`${typeOf(null)} is not JSON.`)
}
