import { err, ok, type Result } from '../../base/index.ts'
import { jsonError } from '../../expression/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import type { NodeOutputs } from '../node.ts'
import type { StoredCache } from '../run.ts'
import { isObject, objectIn, objectsIn, parseJson, textIn } from './json.ts'
import { fault, type Trouble } from './trouble.ts'

/** Outputs that are kept. */
export interface CacheEntry {
  /** When they were kept: milliseconds since 1970. */
  readonly at: number
  readonly outputs: NodeOutputs
}

const TYPE = 'workflows.argoproj.io/configmap-type'

/** What `memoize` finds: what ConfigMaps held before the run, and what the run has kept itself. */
export class Caches {
  private readonly stored: Readonly<Record<string, StoredCache>>
  private readonly own = new Map<string, CacheEntry>()

  constructor(stored: Readonly<Record<string, StoredCache>>) {
    this.stored = stored
  }

  /** The entry of a key, or nothing; says why where Argo refuses the key, the ConfigMap or the entry (Argo: `configMapCache.load`). */
  load(name: string, key: string): Result<CacheEntry | undefined, Trouble> {
    if (!/^[a-zA-Z0-9][-a-zA-Z0-9]*$/.test(key)) return err(fault(`invalid cache key: ${key}`))
    const stored = Object.hasOwn(this.stored, name) ? this.stored[name] : undefined
    if (stored !== undefined && stored.type !== 'Cache') {
      const lacks = stored.type === undefined ? `${TYPE} label` : `label ${TYPE} = Cache`
      return err(fault(`memoization configmap doesn't have ${lacks}, refusing to use it`))
    }
    const text = stored && Object.hasOwn(stored.entries, key) ? stored.entries[key] : undefined
    const own = this.own.get(placeOf(name, key))
    return own !== undefined || text === undefined || text === '' ? ok(own) : readEntry(text)
  }

  save(name: string, key: string, entry: CacheEntry): void {
    this.own.set(placeOf(name, key), entry)
  }
}

function placeOf(name: string, key: string): string {
  return `${name}/${key}`
}

/** Reads an entry as Argo writes it; nothing for one that no node has made (Argo: `Entry.Hit`). */
function readEntry(text: string): Result<CacheEntry | undefined, Trouble> {
  const value = parseJson(text)
  const malformed = (reason: string): Result<never, Trouble> =>
    err(fault(`malformed cache entry: could not unmarshal JSON; unable to parse: ${reason}`))
  if (value === undefined) return malformed(jsonError(text))
  if (!isObject(value)) return malformed('the entry is no map')
  const created = textIn(value, 'creationTimestamp')
  // What says no moment is as old as Go's first one.
  const at = created === undefined ? Date.UTC(1, 0, 1) : Date.parse(created)
  if (!Number.isFinite(at)) return malformed(`${JSON.stringify(created)} is no moment`)
  if (textIn(value, 'nodeID') === undefined) return ok(undefined)
  return ok({ at, outputs: outputsOf(objectIn(value, 'outputs')) })
}

function outputsOf(outputs: JsonObject | undefined): NodeOutputs {
  const result = outputs?.['result']
  const exitCode = textIn(outputs, 'exitCode')
  return {
    parameters: objectsIn(outputs, 'parameters'),
    artifacts: objectsIn(outputs, 'artifacts'),
    ...(typeof result === 'string' ? { result } : {}),
    ...(exitCode === undefined ? {} : { exitCode }),
  }
}
