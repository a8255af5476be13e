import type { JsonObject } from '../../yaml/index.ts'
import { objectIn, textIn } from './json.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { readDuration } from '../../schedule/index.ts'
import { memoizeKey, type LiveNode, type RunState } from './state.ts'
import { waitingTypeOf } from './template.ts'
import { fault, type Trouble } from './trouble.ts'

/**
 * Looks whether the outputs of a template are known already, when its node is about to be made or has just got its lock. Then
 * the node ends with them; else it waits to begin (Argo: the part on `Memoize` of `executeTemplate`).
 */
export function memoized(
  { run }: Machine,
  execution: Execution,
  template: JsonObject,
  node: LiveNode | undefined,
  isUnlocked: boolean,
): { readonly node?: LiveNode; readonly trouble?: Trouble } | undefined {
  const memoize = objectIn(template, 'memoize')
  if (!memoize || (node && (!isUnlocked || node.memoization !== undefined))) return undefined
  const where = memoizeKey(memoize)
  const loaded = run.caches.load(where.cacheName, where.key)
  if (!loaded.ok) return { trouble: loaded.error }
  const maxAge = textIn(memoize, 'maxAge')
  const longest = maxAge === undefined ? undefined : readDuration(maxAge)
  if (longest?.ok === false)
    return {
      trouble: fault(`invalid maxAge: time: invalid duration ${JSON.stringify(maxAge)}`),
    }
  const known = loaded.value
  const isFresh = known && (longest === undefined || run.now - known.at <= longest.value * 1000)
  const made =
    node ??
    run.createWith(template, { ...execution, type: waitingTypeOf(template), phase: 'Pending' })
  run.change(made, { memoization: { hit: isFresh === true, ...where } })
  if (!isFresh) return { node: made }
  run.change(made, { outputs: known.outputs })
  run.mark(made, 'Succeeded')
  return { node: made }
}

/** Keeps the outputs of a node that has ended well, if its template asks for that. */
export function rememberOutputs(run: RunState, node: LiveNode): void {
  if (!node.memoization || node.memoization.hit || node.phase !== 'Succeeded') return
  const { cacheName, key } = node.memoization
  const outputs = node.outputs ?? { parameters: [], artifacts: [] }
  run.caches.save(cacheName, key, { at: run.now, outputs })
}

/** The same, for the node of a template that has just been gone on with. */
export function remember({ run }: Machine, executed: Executed): Executed {
  if (executed.node) rememberOutputs(run, executed.node)
  return executed
}
