/** A JSON object whose members are not yet known. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Narrows to a JSON object; lists and null are none. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member that is an object, or undefined. */
export function objectAt(value: JsonObject, key: string): JsonObject | undefined {
  const member = value[key]
  return isObject(member) ? member : undefined
}

/** A member that is a non-empty string, or undefined: Argo leaves out or empties what it does not know. */
export function textAt(value: JsonObject, key: string): string | undefined {
  const member = value[key]
  return typeof member === 'string' && member !== '' ? member : undefined
}

/** A member's strings; anything else in the list is passed over. */
export function textsAt(value: JsonObject, key: string): readonly string[] {
  const member = value[key]
  return Array.isArray(member) ? member.filter((item) => typeof item === 'string') : []
}

/** Parses a JSON text; undefined if it is none (JSON itself has no undefined). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
