import { err, ok, type Result } from '../base/index.ts'
import {
  findTags,
  renderTemplate,
  type TemplateScope,
  type UnresolvedTag,
} from '../expression/index.ts'
import { isJsonArray, type JsonValue } from '../yaml/index.ts'
import { isObject } from './json.ts'
import type { Trouble } from './trouble.ts'

/**
 * Replaces the tags in all texts of a value, keys of maps included, as Argo does with the JSON of a template or a step. A part
 * without tags is given back as it is. Trouble is `missing` where Argo waits for a name, and an error where no wait helps.
 */
export function substitute<Value extends JsonValue>(
  value: Value,
  scope: TemplateScope,
): Result<Value, Trouble>
export function substitute(value: JsonValue, scope: TemplateScope): Result<JsonValue, Trouble> {
  try {
    return ok(replace(value, scope))
  } catch (thrown) {
    if (thrown instanceof Stop) return err(thrown.trouble)
    throw thrown
  }
}

/** Unwinds the walk at the first tag that stops Argo. */
class Stop extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(trouble.message)
    this.trouble = trouble
  }
}

function replace(value: JsonValue, scope: TemplateScope): JsonValue {
  if (!hasTags(value)) return value
  if (typeof value === 'string') return replaceText(value, scope)
  if (isJsonArray(value)) return value.map((item) => replace(item, scope))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [replaceText(key, scope), replace(item, scope)]),
  )
}

function replaceText(text: string, scope: TemplateScope): string {
  if (!text.includes('{{')) return text
  const { text: filled, unresolved } = renderTemplate(text, scope)
  for (const tag of unresolved) {
    const trouble = troubleOf(tag, text)
    if (trouble !== undefined) throw new Stop(trouble)
  }
  return filled
}

function troubleOf(
  { range, names, strict, failure, isAbsent }: UnresolvedTag,
  text: string,
): Trouble | undefined {
  if (!strict) return undefined
  const written = text.slice(range.from, range.to)
  if (isAbsent) {
    const reason = 'output is an absent optional (skipped/omitted node with no default)'
    return { kind: 'error', message: `unable to substitute ${written}: ${reason}` }
  }
  const isExpression = findTags(written).some(({ kind }) => kind === 'expression')
  if (!isExpression) return { kind: 'missing', message: `failed to resolve ${written}` }
  const says = (reason: string): string => `failed to evaluate expression: ${reason}`
  const [missing] = names
  if (failure === undefined && missing !== undefined)
    return { kind: 'missing', message: says(`${missing} is missing`) }
  return { kind: 'error', message: says(failure?.message ?? 'it has no value') }
}

const known = new WeakMap<object, boolean>()

/** Whether any text in a value, keys included, has a tag. Remembered for lists and maps. */
export function hasTags(value: JsonValue): boolean {
  if (typeof value === 'string') return value.includes('{{')
  if (typeof value !== 'object' || value === null) return false
  const remembered = known.get(value)
  if (remembered !== undefined) return remembered
  const found = isObject(value)
    ? Object.entries(value).some(([key, item]) => key.includes('{{') || hasTags(item))
    : value.some(hasTags)
  known.set(value, found)
  return found
}
