import { err, ok, type Result } from '../../base/index.ts'
import {
  evaluateWhen,
  jsonError,
  printInteger,
  type TemplateVariables,
} from '../../expression/index.ts'
import { isJsonArray, type JsonObject, type JsonValue } from '../../yaml/index.ts'
import { anyTextIn, isObject, listIn, objectIn, parseJson, textIn, without } from './json.ts'
import type { Moment } from './scope.ts'
import { substitute } from './substitute.ts'
import { fault, type Trouble } from './trouble.ts'
import { Layers, presentIn } from './variables.ts'
import { isText, withMarks, withoutMarks, written } from './written-numbers.ts'

/** A step of a loop, its item filled in. */
export interface Unrolled {
  readonly name: string
  readonly json: JsonObject
  readonly item: { readonly index: number; readonly value: JsonValue }
  /** What `item` and its fields stand for. */
  readonly variables: ReadonlyMap<string, string>
}

/**
 * Makes of a step or task with a loop one for each item (Argo: `expandStep`, `processItem`). A list that cannot be read does no
 * harm when the step's condition does not hold anyway.
 */
export function unroll(
  call: JsonObject,
  variables: TemplateVariables,
  moment: Moment,
): Result<readonly Unrolled[], Trouble> {
  const when = textIn(call, 'when') ?? ''
  const holds = evaluateWhen(when)
  const items = itemsOf(call)
  if (!items.ok && (!holds.ok || holds.value)) return items
  const bare = without(call, 'withItems', 'withParam', 'withSequence')
  const base = textIn(call, 'name') ?? ''
  const unrolled: Unrolled[] = []
  // What never runs may mention what is not there.
  const isSkipped = holds.ok && !holds.value
  const known = isSkipped ? presentIn(variables) : variables
  for (const [index, item] of (items.ok ? items.value : []).entries()) {
    const described = describe(item)
    const value = withoutMarks(item)
    const filled = substitute(bare, {
      variables: new Layers(known, described.variables),
      strict: isSkipped ? [] : 'all',
      ...moment,
    })
    if (!filled.ok) return err(fault(filled.error.message))
    const name = `${base}(${String(index)}:${described.text.replace(/[()]/g, '')})`
    const json = { ...filled.value, name }
    unrolled.push({ name, json, item: { index, value }, variables: described.variables })
  }
  return ok(unrolled)
}

function itemsOf(call: JsonObject): Result<readonly JsonValue[], Trouble> {
  const items = listIn(call, 'withItems')
  if (items.length > 0) return ok(items)
  const parameter = textIn(call, 'withParam')
  if (parameter !== undefined) return parameterItems(parameter)
  const sequence = objectIn(call, 'withSequence')
  return sequence ? sequenceItems(sequence) : ok([])
}

function parameterItems(text: string): Result<readonly JsonValue[], Trouble> {
  const value = parseJson(text)
  if (value === null) return ok([])
  const items = isJsonArray(value) ? parseJson(withMarks(text)) : undefined
  if (items !== undefined && isJsonArray(items)) return ok(items)
  const reason = value === undefined ? jsonError(text) : wrongType(value)
  const says = 'withParam value could not be parsed as a JSON list'
  return err(fault(`${says}: ${text.trim()}: ${reason}`))
}

function wrongType(value: JsonValue): string {
  const type = isObject(value) ? 'object' : typeof value === 'boolean' ? 'bool' : typeof value
  return `json: cannot unmarshal ${type} into Go value of type []v1alpha1.Item`
}

function sequenceItems(sequence: JsonObject): Result<readonly JsonValue[], Trouble> {
  const start = wholeNumber(anyTextIn(sequence, 'start') ?? '0')
  const end = anyTextIn(sequence, 'end')
  const count = anyTextIn(sequence, 'count')
  if (!start.ok) return start
  const given = wholeNumber(end ?? count ?? '')
  if (end === undefined && count === undefined)
    return err(fault('neither end nor count was specified in withSequence'))
  if (!given.ok) return given
  if (end === undefined && given.value === 0) return ok([])
  const last = end === undefined ? start.value + given.value - 1 : given.value
  const step = start.value <= last ? 1 : -1
  const format = textIn(sequence, 'format') ?? '%d'
  const length = Math.abs(last - start.value) + 1
  return ok(Array.from({ length }, (_, index) => printInteger(format, start.value + index * step)))
}

function wholeNumber(text: string): Result<number, Trouble> {
  if (/^[+-]?\d+$/.test(text)) return ok(Number(text))
  return err(fault(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`))
}

/** What an item is called in the node's name, and what its tags stand for. */
function describe(item: JsonValue): {
  readonly text: string
  readonly variables: ReadonlyMap<string, string>
} {
  const variables = new Map([
    ['item', typeof item === 'string' && isText(item) ? item : written(item)],
  ])
  // What is nothing is called like an empty list, and says so.
  if (item === null) return { text: '[]', variables }
  if (isJsonArray(item)) return { text: `[${item.map(shown).join(' ')}]`, variables }
  if (!isObject(item)) return { text: shown(item), variables }
  const parts: string[] = []
  for (const [key, value] of Object.entries(item)) {
    variables.set(`item.${key}`, shown(value))
    parts.push(`${key}:${shown(value)}`)
  }
  return { text: parts.sort().join(','), variables }
}

/** A part of an item as Go prints it: texts as in JSON but without their quotes. */
function shown(value: JsonValue): string {
  const text = written(value)
  return isText(value) ? text.slice(1, -1) : text
}
