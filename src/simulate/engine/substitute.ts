import { err, ok, type Result } from '../../base/index.ts'
import {
  findTags,
  renderTemplate,
  type TemplateScope,
  type UnresolvedTag,
} from '../../expression/index.ts'
import { isJsonArray, type JsonObject, type JsonValue } from '../../yaml/index.ts'
import { expressionFault } from './expression-fault.ts'
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
  if (typeof value === 'string') return replaceText(value, scope)
  if (isJsonArray(value)) return replaceItems(value, scope)
  return isObject(value) ? replaceFields(value, scope) : value
}

function replaceItems(items: readonly JsonValue[], scope: TemplateScope): JsonValue {
  let filled: JsonValue[] | undefined
  for (const [at, item] of items.entries()) {
    const one = replace(item, scope)
    if (one !== item) filled ??= items.slice(0, at)
    filled?.push(one)
  }
  return filled ?? items
}

function replaceFields(value: JsonObject, scope: TemplateScope): JsonValue {
  const entries = Object.entries(value)
  const filled = entries.map(
    ([key, item]) => [replaceText(key, scope), replace(item, scope)] as const,
  )
  const isSame = filled.every(([key, item], at) => {
    const [name, before] = entries[at] ?? []
    return key === name && item === before
  })
  return isSame ? value : Object.fromEntries(filled)
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
  const tag = findTags(written).find(({ kind }) => kind === 'expression')
  if (!tag) return { kind: 'missing', message: `failed to resolve ${written}` }
  const [missing] = names
  if (failure !== undefined)
    return {
      kind: 'error',
      message: `failed to evaluate expression: ${expressionFault(tag.body, failure)}`,
    }
  if (missing !== undefined)
    return { kind: 'missing', message: `failed to evaluate expression: ${missing} is missing` }
  return { kind: 'error', message: `failed to evaluate expression ${JSON.stringify(tag.body)}` }
}
