import { rewriteJson } from '../../expression/index.ts'
import { isJsonArray, type JsonObject, type JsonValue } from '../../yaml/index.ts'

/** Whether a value is a map. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isJsonArray(value)
}

/** A field that is a map; nothing when it is absent or of another shape. */
export function objectIn(value: JsonValue | undefined, field: string): JsonObject | undefined {
  const found = isObject(value) ? value[field] : undefined
  return isObject(found) ? found : undefined
}

/** The items of a field that is a list; none when it is absent or of another shape. */
export function listIn(value: JsonValue | undefined, field: string): readonly JsonValue[] {
  const found = isObject(value) ? value[field] : undefined
  return isJsonArray(found) ? found : []
}

/** The maps in a field that is a list. */
export function objectsIn(value: JsonValue | undefined, field: string): readonly JsonObject[] {
  return listIn(value, field).filter(isObject)
}

/** A field that is a text; the empty text counts as absent, as in Go. */
export function textIn(value: JsonValue | undefined, field: string): string | undefined {
  const found = isObject(value) ? value[field] : undefined
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** A field that may be written as text, number or boolean, and is a text to Argo (`AnyString`, `IntOrString`). */
export function anyTextIn(value: JsonValue | undefined, field: string): string | undefined {
  const found = isObject(value) ? value[field] : undefined
  return found === undefined || found === null ? undefined : anyText(found)
}

/** Whether a field is there and true. */
export function isTrueIn(value: JsonValue | undefined, field: string): boolean {
  return isObject(value) && value[field] === true
}

/** A field that is a whole number, or a text of one. */
export function numberIn(value: JsonValue | undefined, field: string): number | undefined {
  const found = isObject(value) ? value[field] : undefined
  const number = typeof found === 'string' && found !== '' ? Number(found) : found
  return typeof number === 'number' && Number.isFinite(number) ? Math.trunc(number) : undefined
}

/** A map without some of its fields. */
export function without(value: JsonObject, ...fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field)))
}

/** A value as the text that Argo makes of it: texts as they are, all else as JSON. */
export function anyText(value: JsonValue): string {
  return typeof value === 'string' ? value : marshal(value)
}

/** A value as Go's `encoding/json` writes it: keys of maps sorted, `<`, `>` and `&` escaped. */
export function marshal(value: JsonValue): string {
  return rewriteJson(value)
}

/** The order in which Go writes the fields of a parameter. */
const parameterFields = [
  'name',
  'default',
  'value',
  'valueFrom',
  'globalName',
  'enum',
  'description',
]

/** A list of parameters as Go writes it: fields in the order of the type, values as texts. */
export function marshalParameters(parameters: readonly JsonObject[]): string {
  const written = parameters.map((parameter) => {
    const fields = parameterFields.flatMap((field) => {
      const value = parameter[field]
      if (value === undefined || value === null) return []
      const isText = field === 'value' || field === 'default'
      return [`${marshal(field)}:${marshal(isText ? anyText(value) : value)}`]
    })
    return `{${fields.join(',')}}`
  })
  return written.length === 0 ? 'null' : `[${written.join(',')}]`
}

/** What `JSON.parse` gives, as a value; nothing when the text is no JSON. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    return asJson(JSON.parse(text))
  } catch {
    return undefined
  }
}

function asJson(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value
  if (Array.isArray(value)) return value.map(asJson)
  if (typeof value !== 'object' || value === null) return null
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]))
}
