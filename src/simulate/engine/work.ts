import { err, ok, type Result } from '../../base/index.ts'
import { isJsonArray, type JsonObject, type JsonValue } from '../../yaml/index.ts'
import { processArguments, type ArgumentFacts } from './arguments.ts'
import { isObject, objectIn, textIn } from './json.ts'
import type { Execution, Machine } from './machine.ts'
import { podName } from './names.ts'
import { typesWithPod, templateTypes } from '../../argo/index.ts'
import type { RunState, Work } from './state.ts'
import { typeOf } from './template.ts'
import type { Trouble } from './trouble.ts'
import { Layers } from './variables.ts'

/**
 * Finds the template of a node and gives it its arguments. Done once: what a node runs does not change while it runs.
 */
export function workFor({ run }: Machine, execution: Execution): Result<Work, Trouble> {
  const { name, call, context, args } = execution
  const known = run.works.get(name)
  if (known) return ok(known)
  const found = run.manifests.resolve(call.json, call.origin, context)
  if (!found.ok) return found
  const json = withDefaults(found.value.json, objectIn(run.spec, 'templateDefaults'))
  const locals = new Map([['node.name', name]])
  // Hooks and the entrypoint are steps without a name to Argo.
  locals.set(call.kind === 'task' ? 'tasks.name' : 'steps.name', call.name)
  const type = typeOf(json)
  if (type && typesWithPod.has(type) && !retryStrategyOf(run, json))
    locals.set('pod.name', podNameOf(run, name, json))
  const template = processArguments(json, args, { ...factsOf(run), locals })
  if (!template.ok) return err(template.error)
  const work = { call, found: found.value, template: template.value }
  run.works.set(name, work)
  return ok(work)
}

/** What arguments of a run's templates are filled in from, but for the names of the node. */
export function factsOf(run: RunState): ArgumentFacts {
  const { globals, configMaps, moment } = run
  return { globals, locals: new Layers(), configMaps, moment }
}

/** The name of the pod of a node that is called so. */
export function podNameOf(run: RunState, node: string, template: JsonObject): string {
  return podName(run.name, node, textIn(template, 'name') ?? '', run.idOf(node))
}

/** How a template is tried again: as it says itself, else as the spec says for all (Argo: `retryStrategy`). */
export function retryStrategyOf(run: RunState, template: JsonObject): JsonObject | undefined {
  return objectIn(template, 'retryStrategy') ?? objectIn(run.spec, 'retryStrategy')
}

/** Lists whose items are told apart by a field when a template is merged with defaults. */
const mergeKeys: Readonly<Record<string, string>> = {
  env: 'name',
  volumeMounts: 'mountPath',
  volumes: 'name',
  sidecars: 'name',
  initContainers: 'name',
  parameters: 'name',
  artifacts: 'name',
  hostAliases: 'ip',
  imagePullSecrets: 'name',
}

/** Puts `templateDefaults` under a template, without what makes templates of another type (Argo: `mergedTemplateDefaultsInto`). */
export function withDefaults(template: JsonObject, defaults: JsonObject | undefined): JsonObject {
  if (!defaults) return template
  const type = typeOf(template)
  const others: readonly string[] = templateTypes.filter((one) => one !== type)
  const fitting = Object.entries(defaults).filter(([field]) => !others.includes(field))
  const merged = merge(Object.fromEntries(fitting), template, '')
  return isObject(merged) ? merged : template
}

function merge(under: JsonValue, over: JsonValue, field: string): JsonValue {
  if (isObject(under) && isObject(over)) {
    const joined = Object.entries(over).map(([key, value]) => {
      const below = under[key]
      return [key, below === undefined ? value : merge(below, value, key)] as const
    })
    return { ...under, ...Object.fromEntries(joined) }
  }
  const key = mergeKeys[field]
  if (!isJsonArray(under) || !isJsonArray(over) || key === undefined) return over
  const isSame = (a: JsonValue, b: JsonValue): boolean =>
    isObject(a) && isObject(b) && a[key] !== undefined && a[key] === b[key]
  const joined = over.map((item) => {
    const below = under.find((one) => isSame(one, item))
    return below === undefined ? item : merge(below, item, '')
  })
  return [...joined, ...under.filter((item) => !over.some((one) => isSame(one, item)))]
}
