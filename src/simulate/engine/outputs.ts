import { err, ok, type Result } from '../../base/index.ts'
import { compactJson, jsonError, printValue } from '../../expression/index.ts'
import { isJsonArray, type JsonObject, type JsonValue } from '../../yaml/index.ts'
import {
  anyTextIn,
  isObject,
  isTrueIn,
  marshal,
  objectIn,
  parseJson,
  textIn,
  without,
} from './json.ts'
import { hasFailed, type NodeOutputs, type RunNode } from '../node.ts'
import type { Moment, Scope } from './scope.ts'
import type { LiveNode, RunState } from './state.ts'
import { artifactsOf, parametersOf } from './template.ts'
import { goTime } from './time.ts'
import { fault, type Trouble } from './trouble.ts'

/** Adds what a node has left behind to a scope, under a name such as `steps.flip` (Argo: `buildLocalScope`). */
export function addNode(scope: Scope, name: string, node: LiveNode, run: RunState): void {
  const shown = lastAttempt(run, node) ?? node
  scope.variables.set(`${name}.id`, shown.id)
  scope.variables.set(`${name}.startedAt`, goTime(shown.startedAt))
  if (shown.finishedAt !== undefined)
    scope.variables.set(`${name}.finishedAt`, goTime(shown.finishedAt))
  if (shown.isDaemoned) scope.variables.set(`${name}.ip`, podAddress(shown))
  scope.variables.set(`${name}.status`, shown.phase)
  if (shown.type === 'Pod' && shown.podName !== undefined)
    scope.variables.set(`${name}.hostNodeName`, 'dry-run')
  scope.addOutputs(name, shown.outputs)
}

/** An address for a daemon: nothing listens there, but it looks like one and is the same each time. */
function podAddress({ id }: Pick<RunNode, 'id'>): string {
  const hash = Number(BigInt.asUintN(16, BigInt(id.replace(/^.*-/, '').replace(/\D/g, '') || '0')))
  return `10.0.${String(hash >> 8)}.${String(hash & 255)}`
}

/** The last attempt of a retry node, without hooks (Argo: `possiblyGetRetryChildNode`). */
export function lastAttempt(run: RunState, node: LiveNode): LiveNode | undefined {
  if (node.type !== 'Retry' || node.memoization?.hit === true) return undefined
  for (let at = node.children.length - 1; at >= 0; at--) {
    const child = run.nodes.get(node.children[at] ?? '')
    if (child && !child.isHooked) return child
  }
  return undefined
}

/**
 * Adds what the template of a step that did not run declares: its defaults, and that the rest is absent (Argo:
 * `addSkippedNodeOutputsToScope`). A dag leaves artifacts out.
 */
export function addSkipped(
  scope: Scope,
  name: string,
  node: LiveNode,
  template: JsonObject | undefined,
  withArtifacts: boolean,
): void {
  if (node.outputs !== undefined || template === undefined) return
  if (node.phase !== 'Skipped' && node.phase !== 'Omitted') return
  for (const parameter of parametersOf(template, 'outputs'))
    scope.variables.set(
      `${name}.outputs.parameters.${textIn(parameter, 'name') ?? ''}`,
      anyTextIn(objectIn(parameter, 'valueFrom'), 'default') ?? null,
    )
  if (withArtifacts)
    for (const artifact of artifactsOf(template, 'outputs'))
      scope.artifacts.set(`${name}.outputs.artifacts.${textIn(artifact, 'name') ?? ''}`, {})
  if (textIn(objectIn(template, 'outputs'), 'result') !== undefined)
    scope.variables.set(`${name}.outputs.result`, null)
}

/**
 * Adds what the nodes of a loop have given, as lists in the order of the items (Argo: `processAggregateNodeOutputs`). Only nodes
 * that succeeded count; a result that is no JSON is an error.
 */
export function addAggregate(
  scope: Scope,
  name: string,
  children: readonly LiveNode[],
): Trouble | undefined {
  if (children.length === 0) return undefined
  const all: string[] = []
  const results: string[] = []
  const byName = new Map<string, string[]>()
  for (const { outputs, phase } of children) {
    if (outputs === undefined || phase !== 'Succeeded') continue
    const values: Record<string, JsonValue> = {}
    for (const parameter of outputs.parameters) {
      const key = textIn(parameter, 'name') ?? ''
      const value = anyTextIn(parameter, 'value') ?? ''
      values[key] = value
      const list = byName.get(key)
      if (list) list.push(value)
      else byName.set(key, [value])
    }
    if (outputs.parameters.length > 0) all.push(marshal(values))
    if (outputs.result === undefined) continue
    if (parseJson(outputs.result) === undefined) return fault(jsonError(outputs.result))
    results.push(compactJson(outputs.result))
  }
  scope.variables.set(`${name}.outputs.result`, `[${results.join(',')}]`)
  scope.variables.set(`${name}.outputs.parameters`, `[${all.join(',')}]`)
  for (const [key, values] of byName)
    scope.variables.set(`${name}.outputs.parameters.${key}`, valueList(values))
  return undefined
}

/** Argo cannot find the template of a loop's items when it is given in place (Argo: `ResolveTemplate` of a node). */
export function withoutTemplate(children: readonly LiveNode[]): Trouble | undefined {
  const [first] = children
  const isNameless = first && first.templateName === undefined && first.templateRef === undefined
  return isNameless === true ? fault('failed to get a template') : undefined
}

/** Values as a JSON list: of what they say, where all are lists or maps in JSON, else of texts. */
function valueList(values: readonly string[]): string {
  const nested = values.flatMap((text) => {
    const value = parseJson(text)
    return isObject(value) || isJsonArray(value) ? [value] : []
  })
  return marshal(nested.length === values.length ? nested : values)
}

/** What a `steps` or `dag` template gives, from what its steps gave (Argo: `getTemplateOutputsFromScope`). */
export function outputsFrom(
  template: JsonObject,
  scope: Scope,
  moment: Moment,
): Result<NodeOutputs | undefined, Trouble> {
  const declared = parametersOf(template, 'outputs')
  const wanted = artifactsOf(template, 'outputs')
  if (declared.length === 0 && wanted.length === 0) return ok(undefined)
  const parameters: JsonObject[] = []
  for (const parameter of declared) {
    const value = outputValue(parameter, scope, moment)
    if (!value.ok) return value
    parameters.push({ ...without(parameter, 'valueFrom'), value: value.value })
  }
  const artifacts: JsonObject[] = []
  for (const artifact of wanted) {
    if (textIn(artifact, 'from') === undefined && textIn(artifact, 'fromExpression') === undefined)
      continue
    const found = scope.artifact(artifact, moment)
    if (found.ok)
      artifacts.push({
        ...found.value,
        name: textIn(artifact, 'name') ?? '',
        ...globalName(artifact),
      })
    else if (!isTrueIn(artifact, 'optional') || !found.error.message.includes('Unable to resolve'))
      return err(fault(`unable to resolve outputs from scope: ${found.error.message}`))
  }
  return ok({ parameters, artifacts })
}

function globalName(artifact: JsonObject): JsonObject {
  const name = textIn(artifact, 'globalName')
  return name === undefined ? {} : { globalName: name }
}

function outputValue(parameter: JsonObject, scope: Scope, moment: Moment): Result<string, Trouble> {
  const valueFrom = objectIn(parameter, 'valueFrom')
  if (valueFrom === undefined)
    return err(fault('output parameters must have a valueFrom specified'))
  const fallback = anyTextIn(valueFrom, 'default')
  const value = scope.parameter(valueFrom, moment)
  if (value.ok && value.value !== null) return ok(printValue(value.value))
  if (fallback !== undefined) return ok(fallback)
  if (!value.ok) return value
  const name = JSON.stringify(textIn(parameter, 'name') ?? '')
  const from = JSON.stringify(textIn(valueFrom, 'parameter') ?? '')
  const reason = 'is an absent optional (skipped/omitted node output with no default)'
  return err(fault(`output parameter ${name}: ${from} ${reason}`))
}

/** Makes what has a `globalName` known to the whole workflow (Argo: `addOutputsToGlobalScope`). */
export function addGlobalOutputs(run: RunState, outputs: NodeOutputs | undefined): void {
  for (const parameter of outputs?.parameters ?? []) {
    const name = textIn(parameter, 'globalName')
    const value = anyTextIn(parameter, 'value')
    if (name === undefined || value === undefined) continue
    run.globals.set(`workflow.outputs.parameters.${name}`, value)
    const parameters = replaced(run.outputs.parameters, { name, value })
    run.outputs = { ...run.outputs, parameters }
  }
  for (const artifact of outputs?.artifacts ?? []) {
    const name = textIn(artifact, 'globalName')
    if (name === undefined) continue
    const rest = without(artifact, 'globalName', 'path')
    const artifacts = replaced(run.outputs.artifacts, { ...rest, name })
    run.outputs = { ...run.outputs, artifacts }
  }
}

function replaced(list: readonly JsonObject[], item: JsonObject): readonly JsonObject[] {
  const at = list.findIndex((one) => one['name'] === item['name'])
  return at < 0 ? [...list, item] : list.with(at, item)
}

/** What `workflow.failures` says: the nodes that failed, as JSON in JSON (Argo: `operate`). */
export function failuresOf(run: RunState): string {
  const failed = [...run.nodes.values()].filter(({ phase }) => hasFailed(phase))
  const told = failed.map((node) => {
    const fields: readonly (readonly [string, string])[] = [
      ['displayName', node.displayName],
      ['message', node.message],
      ['templateName', templateNameOf(node)],
      ['phase', node.phase],
      ['podName', node.podName ?? node.id],
      ['finishedAt', node.finishedAt === undefined ? '' : goTime(node.finishedAt)],
    ]
    return `{${fields.map(([key, value]) => `${marshal(key)}:${marshal(value)}`).join(',')}}`
  })
  return JSON.stringify(told.length === 0 ? 'null' : `[${told.join(',')}]`)
}

/** What Argo calls the template of a node in messages and in names of pods. */
export function templateNameOf(node: Pick<RunNode, 'templateName' | 'templateRef'>): string {
  return node.templateName ?? textIn(node.templateRef, 'template') ?? ''
}
