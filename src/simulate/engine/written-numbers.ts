import { isJsonArray, type JsonValue } from '../../yaml/index.ts'
import { isObject, marshal } from './json.ts'

/*
 * Argo keeps the items of a loop as they are written (`Item` holds the bytes of its JSON): 1.50 stays 1.50, and 1e3 stays 1e3. A number of JavaScript does not know
 * how it was written, so one that would be written otherwise is a text with a mark while its loop is unrolled.
 */
const MARK = '\u0000'

/** JSON with marked texts in place of the numbers that would be written otherwise. What does not parse still does not. */
export function withMarks(json: string): string {
  const parts =
    /"(?:[^"\\]|\\.)*"|(?<![\w.+-])-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/g
  return json.replace(parts, (part) =>
    part.startsWith('"') || isUsual(part) ? part : JSON.stringify(MARK + part),
  )
}

function isUsual(number: string): boolean {
  const value = Number(number)
  return Number.isFinite(value) && number === marshal(value)
}

/** Whether a value is a text, and no marked number. */
export function isText(value: JsonValue): boolean {
  return typeof value === 'string' && !value.startsWith(MARK)
}

/** A value whose marked numbers are numbers again. */
export function withoutMarks(value: JsonValue): JsonValue {
  if (typeof value === 'string') return isText(value) ? value : Number(value.slice(MARK.length))
  if (isJsonArray(value)) return value.map(withoutMarks)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutMarks(item)]))
}

/** A value as JSON, with marked numbers as they were written. */
export function written(value: JsonValue): string {
  return marshal(value).replace(/"\\u0000(-?\d[^"]*)"/g, '$1')
}
