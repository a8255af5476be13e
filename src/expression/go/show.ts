import { jsonFloat, printFloat } from './float.ts'
import { toJson } from './json.ts'
import { compareStrings } from './strings.ts'
import { formatTime } from './time/format.ts'
import {
  GoFunction,
  GoInteger,
  GoLocation,
  GoMap,
  GoSlice,
  GoTime,
  typeOf,
  type GoValue,
} from './values.ts'

/**
 * A value with its types in one text, equal for equal values: `int(5)`, `"text"`, `[]interface {}[int(1), nil]`. For
 * messages that say what an operator worked on. Entries of maps are in the order of their texts.
 */
export function showValue(value: GoValue): string {
  if (value === null) return 'nil'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return toJson(value, { rawHtml: true })
  if (typeof value === 'bigint') return `int(${value.toString()})`
  if (typeof value === 'number') return `float64(${jsonFloat(value) ?? printFloat(value)})`
  if (value instanceof GoInteger) return `${value.type}(${value.value.toString()})`
  if (value instanceof GoTime) {
    return `time.Time(${formatTime(value, '2006-01-02T15:04:05.999999999Z07:00')})`
  }
  if (value instanceof GoSlice) return `${value.type}[${value.items.map(showValue).join(', ')}]`
  if (value instanceof GoMap) {
    const entries = value.entries().map(([key, item]) => `${showValue(key)}: ${showValue(item)}`)
    return `${value.type}{${entries.sort(compareStrings).join(', ')}}`
  }
  if (value instanceof GoFunction) return 'func'
  return value instanceof GoLocation
    ? `*time.Location(${value.name})`
    : `${typeOf(value)}(${value.id})`
}
