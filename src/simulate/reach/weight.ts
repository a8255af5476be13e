import { isJsonArray, type JsonObject, type JsonValue } from '../../yaml/index.ts'
import { anyTextIn, listIn, objectIn, parseJson, textIn } from '../engine/json.ts'
import type { CallGraph, CallSite } from './call-graph.ts'

/** A list that a dry run makes up has no more items than these, as a rule. */
const MADE_UP = 4

/**
 * About how many nodes a single run has: calls times the items of their loops. What parameters say of loops is taken for the largest that
 * any of them says; recursion in a loop is without end.
 */
export function weightOf(graph: CallGraph): number {
  const values = [graph.spec, ...[...graph.sites.values()].map(({ json }) => json)].flatMap(
    valuesIn,
  )
  const largest = Math.max(MADE_UP, ...values.map(sizeOf))
  const known = new Map<CallSite, number>()
  const weigh = (site: CallSite, above: ReadonlySet<CallSite>, isInLoop: boolean): number => {
    const items = itemsOf(site.json, largest)
    const isLooped = isInLoop || items > 1
    if (above.has(site)) return isLooped ? Infinity : 1
    const before = known.get(site)
    if (before !== undefined) return before
    const inner = new Set([...above, site])
    const below = (site.called?.calls ?? []).map((call) => weigh(call, inner, isLooped))
    const weight = items * below.reduce((sum, one) => sum + one, 1)
    known.set(site, weight)
    return weight
  }
  return [...graph.sites.values()]
    .filter(({ around }) => around === undefined)
    .reduce((sum, site) => sum + weigh(site, new Set(), false), 0)
}

function itemsOf(json: JsonObject, largest: number): number {
  const items = listIn(json, 'withItems').length
  if (items > 0) return items
  const parameter = textIn(json, 'withParam')
  if (parameter !== undefined) return parameter.includes('{{') ? largest : sizeOf(parameter)
  const sequence = objectIn(json, 'withSequence')
  if (sequence === undefined) return 1
  const ends = ['start', 'end', 'count'].map((field) => anyTextIn(sequence, field) ?? '')
  return Math.max(1, ...ends.map((text) => (text.includes('{{') ? largest : sizeOf(text))))
}

/** How many items a value may stand for: a number of them, or a list. */
function sizeOf(text: string): number {
  if (/^-?\d+$/.test(text.trim())) return Math.abs(Number(text))
  if (!text.trimStart().startsWith('[')) return 1
  const list = parseJson(text)
  return list !== undefined && isJsonArray(list) ? list.length : 1
}

/** The values and defaults of parameters in a part of a manifest. */
function valuesIn(json: JsonValue): readonly string[] {
  if (typeof json !== 'object' || json === null) return []
  if (isJsonArray(json)) return json.flatMap(valuesIn)
  return Object.entries(json).flatMap(([field, value]) =>
    field === 'value' || field === 'default' ? (anyTextIn(json, field) ?? []) : valuesIn(value),
  )
}
