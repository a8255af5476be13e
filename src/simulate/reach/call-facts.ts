import { dependsReferences, findReferences, type StepReference } from '../../expression/index.ts'
import { isJsonArray, type JsonObject, type JsonValue } from '../../yaml/index.ts'
import { listIn, textIn } from '../engine/json.ts'
import type { CallSite } from './call-graph.ts'
import { usesInExpression } from './expression-uses.ts'
import type { FoundUse } from './use.ts'
import { usesInWhen } from './when-uses.ts'

/** What a step, a task or a hook says itself of whether it runs. */
export interface CallFacts {
  readonly conditions: readonly Condition[]
  /** The tasks that a task names as those it waits for. */
  readonly before: readonly CallSite[]
  /** The steps and tasks that it reads anything of. */
  readonly reads: readonly StepReference[]
  /** The fields of an item that it reads, without which it would not begin; nothing alone where it reads none. */
  readonly itemFields: readonly (string | undefined)[]
}

interface Condition {
  readonly text: string
  readonly uses: readonly FoundUse[]
}

const known = new WeakMap<CallSite, CallFacts>()

/** Reads a call of a graph that is whole. Remembered: many walks come by. */
export function factsOf(site: CallSite): CallFacts {
  const found = known.get(site) ?? readFacts(site)
  known.set(site, found)
  return found
}

function readFacts(site: CallSite): CallFacts {
  const references = textsIn(site.json).flatMap((text) =>
    findReferences(text).map(({ reference }) => reference),
  )
  const fields = references.flatMap((reference) =>
    reference.kind === 'item' && reference.key !== undefined ? [reference.key.name] : [],
  )
  return {
    conditions: conditionsOf(site),
    before: beforeOf(site),
    reads: references.filter((reference) => reference.kind === 'step'),
    itemFields: fields.length === 0 ? [undefined] : [...new Set(fields)],
  }
}

function conditionsOf({ kind, json }: CallSite): readonly Condition[] {
  const when = textIn(json, 'when')
  const expression = kind === 'hook' || kind === 'exit' ? textIn(json, 'expression') : undefined
  return [
    ...(when === undefined ? [] : [{ text: when, uses: usesInWhen(when) }]),
    ...(expression === undefined ? [] : [{ text: expression, uses: usesInExpression(expression) }]),
  ]
}

function beforeOf({ json, around }: CallSite): readonly CallSite[] {
  const names = new Set(dependsReferences(logicOf(json)).map(({ task }) => task))
  return around?.calls.filter(({ name }) => names.has(name)) ?? []
}

/** What a task depends on, in words of `depends`. */
export function logicOf(json: JsonObject): string {
  const listed = listIn(json, 'dependencies').map(String)
  return textIn(json, 'depends') ?? listed.join(' && ')
}

/** All texts of a value. */
export function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === undefined || value === null || typeof value !== 'object') return []
  return isJsonArray(value) ? value.flatMap(textsIn) : Object.values(value).flatMap(textsIn)
}
