import { err, ok, type Result } from '../../base/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import {
  anyText,
  anyTextIn,
  isObject,
  marshal,
  marshalParameters,
  numberIn,
  objectIn,
  textIn,
} from './json.ts'
import { parametersOf } from './template.ts'
import { goTime, timeParts } from './time.ts'
import { fault, type Trouble } from './trouble.ts'

/** What the values of `workflow.…` are made of. */
export interface WorkflowFacts {
  readonly name: string
  readonly namespace: string
  readonly uid: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly spec: JsonObject
  readonly labels: JsonObject
  readonly annotations: JsonObject
  readonly configMaps: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** The values of `workflow.…` that are known before a run (Argo: `setGlobalParameters`). */
export function globalVariables(facts: WorkflowFacts): Result<Map<string, string>, Trouble> {
  const { name, namespace, uid, createdAt, spec } = facts
  const created = goTime(createdAt)
  const parameters = parametersOf(spec, 'arguments')
  const all = marshalParameters(parameters)
  const globals = new Map([
    ['workflow.name', name],
    ['workflow.namespace', namespace],
    ['workflow.mainEntrypoint', textIn(spec, 'entrypoint') ?? ''],
    ['workflow.serviceAccountName', textIn(spec, 'serviceAccountName') ?? ''],
    ['workflow.uid', uid],
    ['workflow.creationTimestamp', created],
    ['workflow.creationTimestamp.s', String(Math.floor(createdAt / 1000))],
    ['workflow.creationTimestamp.RFC3339', created],
    ['workflow.parameters', all],
    ['workflow.parameters.json', all],
  ])
  for (const [letter, part] of timeParts(createdAt))
    globals.set(`workflow.creationTimestamp.${letter}`, part)
  const priority = numberIn(spec, 'priority')
  if (priority !== undefined) globals.set('workflow.priority', String(priority))
  for (const parameter of parameters) {
    const value = parameterValue(parameter, facts.configMaps)
    if (!value.ok) return value
    globals.set(`workflow.parameters.${textIn(parameter, 'name') ?? ''}`, value.value)
  }
  addMetadata(globals, 'labels', facts.labels, spec)
  addMetadata(globals, 'annotations', facts.annotations, spec)
  return ok(globals)
}

function parameterValue(
  parameter: JsonObject,
  configMaps: WorkflowFacts['configMaps'],
): Result<string, Trouble> {
  const value = anyTextIn(parameter, 'value')
  if (value !== undefined) return ok(value)
  const name = textIn(parameter, 'name') ?? ''
  const valueFrom = objectIn(parameter, 'valueFrom')
  const reference = objectIn(valueFrom, 'configMapKeyRef')
  if (!reference)
    return err(
      fault(`either value or valueFrom must be specified in order to set global parameter ${name}`),
    )
  const map = textIn(reference, 'name') ?? ''
  const key = textIn(reference, 'key') ?? ''
  const found = configMaps[map]?.[key] ?? anyTextIn(valueFrom, 'default')
  if (found !== undefined) return ok(found)
  return err(
    fault(
      `failed to set global parameter ${name} from configmap with name ${map} and key ${key}: ${missingConfigMap(map)}`,
    ),
  )
}

/** What Argo says of a ConfigMap that it does not see. */
export function missingConfigMap(name: string): string {
  const hint =
    'Please make sure it has the label workflows.argoproj.io/configmap-type: Parameter to be detectable by the controller'
  return `ConfigMap '${name}' does not exist. ${hint}`
}

function addMetadata(
  globals: Map<string, string>,
  kind: 'labels' | 'annotations',
  own: JsonObject,
  spec: JsonObject,
): void {
  globals.set(`workflow.${kind}`, marshal(own))
  globals.set(`workflow.${kind}.json`, marshal(own))
  const given = objectIn(objectIn(spec, 'workflowMetadata'), kind)
  for (const values of [own, given])
    if (isObject(values))
      for (const [key, value] of Object.entries(values))
        globals.set(`workflow.${kind}.${key}`, anyText(value))
}
