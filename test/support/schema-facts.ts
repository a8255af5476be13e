import { isJsonArray, type JsonObject, type JsonValue } from '../../src/yaml/index.ts'

/** What the JSON Schema of Argo says of an object: its fields, each with a word for its type, and which are required. */
export interface SchemaObject {
  readonly fields: ReadonlyMap<string, string>
  readonly required: readonly string[]
}

/** Kinds whose objects are looked at, and objects that only the cluster writes. */
const roots = ['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow']
const written = /\.(CronWorkflowStatus|WorkflowStatus|PersistentVolumeClaimStatus)$/
/** Two objects have one short name. */
const renamed = new Map([['io.k8s.api.core.v1.HTTPHeader', 'HTTPGetHeader']])
/** Definitions that are no objects with fields. */
const aliases = new Map([
  ['Amount', 'number'],
  ['Item', 'any'],
  ['ParallelSteps', 'list of WorkflowStep'],
  ['Plugin', 'map of any'],
  ['Quantity', 'text'],
  ['Time', 'text'],
  ['IntOrString', 'int-or-text'],
  ['FieldsV1', 'any'],
])

/** The objects that can be reached from the four kinds, by their short name. */
export function readSchema(text: string): ReadonlyMap<string, SchemaObject> {
  const schema: unknown = JSON.parse(text)
  const definitions = isObject(schema) ? schema['definitions'] : undefined
  const found = new Map<string, SchemaObject>()
  const waiting = roots.map((kind) => `io.argoproj.workflow.v1alpha1.${kind}`)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const short = shortName(name)
    const definition = isObject(definitions) ? definitions[name] : undefined
    if (found.has(short) || aliases.has(short) || written.test(name) || !isObject(definition))
      continue
    const { properties, required } = definition
    const fields = new Map<string, string>()
    for (const [key, value] of Object.entries(isObject(properties) ? properties : {})) {
      waiting.push(...referencesOf(value))
      fields.set(key, typeWord(value))
    }
    const needed = isJsonArray(required) ? required.filter((key) => typeof key === 'string') : []
    found.set(short, { fields, required: needed })
  }
  return found
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shortName(name: string): string {
  return renamed.get(name) ?? name.slice(name.lastIndexOf('.') + 1)
}

function referencesOf(value: JsonValue): string[] {
  if (isJsonArray(value)) return value.flatMap(referencesOf)
  if (!isObject(value)) return []
  const { $ref } = value
  const own = typeof $ref === 'string' ? [$ref.slice($ref.lastIndexOf('/') + 1)] : []
  const alias = own.flatMap((name) =>
    name.endsWith('.ParallelSteps') ? ['io.argoproj.workflow.v1alpha1.WorkflowStep'] : [],
  )
  return [...own, ...alias, ...Object.values(value).flatMap(referencesOf)]
}

function typeWord(value: JsonValue | undefined): string {
  if (!isObject(value)) return '?'
  const [reference] = typeof value['$ref'] === 'string' ? referencesOf({ $ref: value['$ref'] }) : []
  if (reference !== undefined) {
    if (written.test(reference)) return 'any'
    const short = shortName(reference)
    return aliases.get(short) ?? short
  }
  switch (value['type']) {
    case 'array':
      return `list of ${typeWord(value['items'])}`
    case 'object':
      return `map of ${typeWord(value['additionalProperties'])}`
    case 'string':
      return 'text'
    default:
      return typeof value['type'] === 'string' ? value['type'] : '?'
  }
}
