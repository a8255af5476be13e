import { templateKeyOf } from './place-key.ts'
import type { TraceIndex } from './trace-index.ts'

/**
 * Which call of a template is meant when it is drawn, among those that had begun by then: the one in which the chosen node is, else one
 * within the chosen node, else the latest. Nothing when it has not been called; the whole run, whose id is empty, where a step of it ran alone.
 */
export function shownCall(
  index: TraceIndex,
  count: number,
  template: string,
  chosen: string | undefined,
): string | undefined {
  const last = remembered.get(index)
  const isSame = last?.count === count && last.chosen === chosen
  const now = isSame ? last : { count, chosen, calls: new Map<string, string | undefined>() }
  if (!isSame) remembered.set(index, now)
  if (!now.calls.has(template)) now.calls.set(template, findCall(index, count, template, chosen))
  return now.calls.get(template)
}

/** What was found for the moment that is looked at: all cards of a template ask the same. */
interface Remembered {
  readonly count: number
  readonly chosen: string | undefined
  readonly calls: Map<string, string | undefined>
}

const remembered = new WeakMap<TraceIndex, Remembered>()

function findCall(
  index: TraceIndex,
  count: number,
  template: string,
  chosen: string | undefined,
): string | undefined {
  const calls = callsUntil(index, count, template)
  const line = index.lineOf(chosen)
  return (
    line.find((id) => calls.includes(id)) ??
    (chosen === undefined ? undefined : calls.find((id) => index.lineOf(id).includes(chosen))) ??
    calls.at(-1) ??
    (index.around === template ? '' : undefined)
  )
}

/** The calls of a template that had begun after so many events. */
export function callsUntil(index: TraceIndex, count: number, template: string): readonly string[] {
  return index.callsOf(template).filter((id) => index.nodeAt(id, count) !== undefined)
}

/**
 * The call in which the last of some cards is, each of which stands in the one before: the first in the drawn template, all by their keys. Of
 * several calls by one card (items, attempts) the chosen or the latest counts.
 */
export function callWithin(
  index: TraceIndex,
  count: number,
  keys: readonly string[],
  chosen: string | undefined,
): string | undefined {
  const [outer] = keys
  const template = outer === undefined ? undefined : templateKeyOf(outer)
  let call = template === undefined ? undefined : shownCall(index, count, template, chosen)
  const line = index.lineOf(chosen)
  for (const [at, key] of keys.slice(0, -1).entries()) {
    const inner = templateKeyOf(keys[at + 1] ?? '')
    if (call === undefined || inner === undefined) return undefined
    const calls = new Set(callsUntil(index, count, inner))
    const made = index.inPlace(call, key).filter((id) => calls.has(id))
    call = made.find((id) => line.includes(id)) ?? made.at(-1)
  }
  return call
}
