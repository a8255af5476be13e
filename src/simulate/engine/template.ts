import { templateTypes, type TemplateType } from '../../argo/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { isObject, isTrueIn, listIn, numberIn, objectIn, objectsIn, textIn } from './json.ts'
import type { NodeType } from '../node.ts'

/** What a template is: the first of the keys that it has, in the order in which Argo looks. */
export function typeOf(template: JsonObject): TemplateType | undefined {
  return templateTypes.find((type) => {
    const value = template[type]
    return value !== undefined && value !== null
  })
}

/** The type of the node that runs a template, without its retries. */
export function nodeTypeOf(template: JsonObject): NodeType {
  switch (typeOf(template)) {
    case 'steps':
      return 'Steps'
    case 'dag':
      return 'DAG'
    case 'suspend':
      return 'Suspend'
    case 'http':
      return 'HTTP'
    case 'plugin':
      return 'Plugin'
    default:
      return 'Pod'
  }
}

/** The type of a node that was made before its template could begin (Argo: `GetNodeType`). */
export function waitingTypeOf(template: JsonObject): NodeType {
  return objectIn(template, 'retryStrategy') ? 'Retry' : nodeTypeOf(template)
}

/** The groups of a `steps` template, each a list of steps. A group may be written as a map with the field `steps`. */
export function groupsOf(template: JsonObject): readonly (readonly JsonObject[])[] {
  return listIn(template, 'steps').map((group) =>
    isObject(group) ? objectsIn(group, 'steps') : objectsIn({ group }, 'group'),
  )
}

/** The tasks of a `dag` template. */
export function tasksOf(template: JsonObject): readonly JsonObject[] {
  return objectsIn(objectIn(template, 'dag'), 'tasks')
}

/** Parameters that a template, a step or a spec declares. */
export function parametersOf(
  holder: JsonObject,
  field: 'inputs' | 'outputs' | 'arguments',
): readonly JsonObject[] {
  return objectsIn(objectIn(holder, field), 'parameters')
}

/** Artifacts that a template, a step or a spec declares. */
export function artifactsOf(
  holder: JsonObject,
  field: 'inputs' | 'outputs' | 'arguments',
): readonly JsonObject[] {
  return objectsIn(objectIn(holder, field), 'artifacts')
}

/** Whether a step or task makes several nodes. An empty `withItems` does not count (Argo: `ShouldExpand`). */
export function isLoop(call: JsonObject): boolean {
  return (
    listIn(call, 'withItems').length > 0 ||
    textIn(call, 'withParam') !== undefined ||
    objectIn(call, 'withSequence') !== undefined
  )
}

/** Whether a step goes on although what it called ended so; only these two phases can be gone on from. */
export function continuesOn(call: JsonObject, phase: string): boolean {
  const continueOn = objectIn(call, 'continueOn')
  if (phase === 'Error') return isTrueIn(continueOn, 'error')
  return phase === 'Failed' && isTrueIn(continueOn, 'failed')
}

/** How many nodes of a template may run at once; nothing when as many as there are. */
export function parallelismOf(holder: JsonObject): number | undefined {
  const limit = numberIn(holder, 'parallelism')
  return limit !== undefined && limit > 0 ? limit : undefined
}

/** Places where an artifact can lie, by Argo's names. */
const locations = [
  's3',
  'git',
  'http',
  'artifactory',
  'hdfs',
  'raw',
  'oss',
  'gcs',
  'azure',
  'plugin',
]

/** Whether an artifact says where it lies. */
export function hasLocation(artifact: JsonObject): boolean {
  return locations.some((location) => objectIn(artifact, location) !== undefined)
}
