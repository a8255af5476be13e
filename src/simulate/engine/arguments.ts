import { err, ok, type Result } from '../../base/index.ts'
import type { TemplateVariables } from '../../expression/index.ts'
import type { JsonObject } from '../../yaml/index.ts'
import { missingConfigMap } from './globals.ts'
import {
  anyTextIn,
  isTrueIn,
  marshalParameters,
  objectIn,
  objectsIn,
  textIn,
  without,
} from './json.ts'
import type { Moment, Scope } from './scope.ts'
import { substitute } from './substitute.ts'
import { artifactsOf, hasLocation, parametersOf } from './template.ts'
import { fault, type Trouble } from './trouble.ts'
import { Layers } from './variables.ts'

/** Stands for an argument that is known to be absent, until the template that is called says what becomes of it. */
export const ABSENT = '__absent-optional-output__'

/** What arguments are filled in from. */
export interface ArgumentFacts {
  /** `workflow.…`. */
  readonly globals: TemplateVariables
  /** `pod.name`, `node.name`, `steps.name` or `tasks.name`. */
  readonly locals: TemplateVariables
  readonly configMaps: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly moment: Moment
}

/**
 * Gives the inputs of a template their values, from arguments, else from defaults, and fills them in wherever the template
 * mentions them (Argo: `ProcessArgs`).
 */
export function processArguments(
  template: JsonObject,
  given: JsonObject | undefined,
  facts: ArgumentFacts,
): Result<JsonObject, Trouble> {
  const parameters: JsonObject[] = []
  for (const input of parametersOf(template, 'inputs')) {
    const valued = parameterOf(input, given, facts)
    if (!valued.ok) return valued
    parameters.push(valued.value)
  }
  const artifacts: JsonObject[] = []
  for (const input of artifactsOf(template, 'inputs')) {
    const found = artifactOf(input, given)
    if (!found.ok) return found
    artifacts.push(found.value)
  }
  const inputs = objectIn(template, 'inputs')
  const valued =
    inputs === undefined ? template : { ...template, inputs: { ...inputs, parameters, artifacts } }
  return substituteInputs(valued, facts)
}

function parameterOf(
  input: JsonObject,
  given: JsonObject | undefined,
  { globals, configMaps, moment }: ArgumentFacts,
): Result<JsonObject, Trouble> {
  const name = textIn(input, 'name') ?? ''
  const argument = objectsIn(given, 'parameters').find((one) => textIn(one, 'name') === name)
  const fallback = anyTextIn(input, 'value') ?? anyTextIn(input, 'default')
  const value = anyTextIn(argument, 'value')
  if (value === ABSENT && fallback === undefined && objectIn(input, 'valueFrom') === undefined) {
    const reason =
      'argument references an absent optional (skipped/omitted node output with no default)'
    return err(fault(`inputs.parameters.${name}: ${reason}`))
  }
  const own = value === ABSENT ? undefined : value
  const rest = without(input, 'value')
  const chosen = own ?? fallback
  const from =
    own === undefined
      ? (objectIn(argument, 'valueFrom') ?? objectIn(input, 'valueFrom'))
      : undefined
  const filled =
    from === undefined
      ? ok(from)
      : substitute(from, { variables: globals, strict: 'all', ...moment })
  if (!filled.ok) return err(fault(`failed to substitute configMapKeyRef: ${filled.error.message}`))
  const reference = objectIn(filled.value, 'configMapKeyRef')
  if (reference === undefined || own !== undefined)
    return ok(chosen === undefined ? rest : { ...rest, value: chosen })
  const map = textIn(reference, 'name') ?? ''
  const key = textIn(reference, 'key') ?? ''
  const stored = configMaps[map]?.[key] ?? anyTextIn(filled.value, 'default')
  if (stored !== undefined) return ok({ ...rest, value: stored })
  return err(
    fault(`unable to retrieve inputs.parameters.${name} from ConfigMap: ${missingConfigMap(map)}`),
  )
}

function artifactOf(input: JsonObject, given: JsonObject | undefined): Result<JsonObject, Trouble> {
  const name = textIn(input, 'name') ?? ''
  const argument = objectsIn(given, 'artifacts').find((one) => textIn(one, 'name') === name)
  if (!isTrueIn(input, 'optional') && !hasLocation(input)) {
    if (argument === undefined) return err(fault(`inputs.artifacts.${name} was not supplied`))
    if (!hasLocation(argument))
      return err(fault(`inputs.artifacts.${name} missing location information`))
  }
  if (argument === undefined) return ok(input)
  const kept = ['path', 'mode', 'recurseMode'].flatMap((field) => {
    const value = input[field]
    return value === undefined ? [] : [[field, value] as const]
  })
  return ok({ ...without(argument, 'path', 'mode', 'recurseMode'), ...Object.fromEntries(kept) })
}

/**
 * Fills globals and locals into a template, then its inputs (Argo: `SubstituteParams`). What has no value yet stays as it is.
 */
export function substituteInputs(
  template: JsonObject,
  { globals, locals, moment }: Pick<ArgumentFacts, 'globals' | 'locals' | 'moment'>,
): Result<JsonObject, Trouble> {
  const known = new Layers(globals, locals)
  const first = substitute(template, { variables: known, strict: [], ...moment })
  if (!first.ok) return first
  const own = new Map<string, string>()
  const parameters = parametersOf(first.value, 'inputs')
  for (const parameter of parameters) {
    const name = textIn(parameter, 'name') ?? ''
    const value = anyTextIn(parameter, 'value')
    if (value !== undefined) own.set(`inputs.parameters.${name}`, value)
    else if (objectIn(parameter, 'valueFrom') === undefined)
      return err(fault(`inputs.parameters.${name} had no value`))
  }
  own.set('inputs.parameters', marshalParameters(parameters))
  addPaths(own, first.value)
  return substitute(first.value, { variables: new Layers(known, own), strict: [], ...moment })
}

function addPaths(own: Map<string, string>, template: JsonObject): void {
  for (const field of ['inputs', 'outputs'] as const)
    for (const artifact of artifactsOf(template, field)) {
      const path = textIn(artifact, 'path')
      if (path !== undefined)
        own.set(`${field}.artifacts.${textIn(artifact, 'name') ?? ''}.path`, path)
    }
  for (const parameter of parametersOf(template, 'outputs')) {
    const path = textIn(objectIn(parameter, 'valueFrom'), 'path')
    if (path !== undefined)
      own.set(`outputs.parameters.${textIn(parameter, 'name') ?? ''}.path`, path)
  }
}

/**
 * Marks arguments that are nothing but a reference to an absent output, so that they count as not given (Argo:
 * `markAbsentOptionalArgs`).
 */
export function markAbsent(call: JsonObject, scope: Scope): JsonObject {
  const given = objectIn(call, 'arguments')
  const parameters = objectsIn(given, 'parameters')
  const isAbsent = (parameter: JsonObject): boolean =>
    scope.isAbsentReference(anyTextIn(parameter, 'value') ?? '')
  if (given === undefined || !parameters.some(isAbsent)) return call
  const marked = parameters.map((one) => (isAbsent(one) ? { ...one, value: ABSENT } : one))
  return { ...call, arguments: { ...given, parameters: marked } }
}

/**
 * Puts in the place of artifact references what they mean. An optional one that means nothing is left out (Argo:
 * `resolveReferences`).
 */
export function resolveArtifacts(
  holder: JsonObject,
  scope: Scope,
  moment: Moment,
): Result<JsonObject, Trouble> {
  const found: JsonObject[] = []
  const artifacts = objectsIn(holder, 'artifacts')
  if (artifacts.length === 0) return ok(holder)
  for (const artifact of artifacts) {
    const refers = textIn(artifact, 'from') ?? textIn(artifact, 'fromExpression')
    if (refers === undefined) {
      found.push(artifact)
      continue
    }
    const isOptional = isTrueIn(artifact, 'optional')
    const resolved = scope.artifact(artifact, moment)
    if (!resolved.ok && !isOptional)
      return err(fault(`unable to resolve references: ${resolved.error.message}`))
    if (!resolved.ok || (isOptional && !hasLocation(resolved.value))) continue
    found.push({ ...resolved.value, name: textIn(artifact, 'name') ?? '' })
  }
  return ok({ ...holder, artifacts: found })
}
