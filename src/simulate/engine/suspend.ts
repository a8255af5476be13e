import type { JsonObject } from '../../yaml/index.ts'
import { anyTextIn, isObject, listIn, objectIn, objectsIn, parseJson, textIn } from './json.ts'
import type { Executed, Execution, Machine } from './machine.ts'
import { isFinal, type NodeOutputs } from '../node.ts'
import type { LiveNode, RunState, Work } from './state.ts'
import { parametersOf } from './template.ts'
import { milliseconds } from './time.ts'
import { fault, type Trouble } from './trouble.ts'

/** Waits: for a while, or for a person (Argo: `executeSuspend`). */
export function executeSuspend({ run }: Machine, execution: Execution, work: Work): Executed {
  const { template } = work
  const node = run.find(execution.name) ?? begin(run, execution, template)
  const text = anyTextIn(objectIn(template, 'suspend'), 'duration')
  if (text !== undefined && text !== '') {
    const length = milliseconds(text)
    if (!length.ok) return { node, trouble: length.error }
    const until = node.startedAt + length.value
    if (run.now >= until) {
      const trouble = withDefaults(run, node, {})
      if (trouble) return { node, trouble }
      return { node: run.mark(node, 'Succeeded') }
    }
    run.agenda.add(until, { kind: 'look', name: node.name })
  }
  return { node: run.mark(node, 'Running') }
}

function begin(run: RunState, execution: Execution, template: JsonObject): LiveNode {
  const node = run.createWith(template, { ...execution, type: 'Suspend', phase: 'Pending' })
  const inputs = node.inputs?.parameters ?? []
  if (node.inputs) run.change(node, { inputs: { ...node.inputs, parameters: inputs.map(choices) } })
  const supplied = parametersOf(template, 'outputs').flatMap((output) => {
    const valueFrom = objectIn(output, 'valueFrom')
    if (objectIn(valueFrom, 'supplied') === undefined) return []
    const input = inputs.find(({ name }) => name === output['name'])
    const fallback = valueFrom?.['default'] ?? input?.['default']
    return [
      fallback === undefined
        ? output
        : { ...output, valueFrom: { ...valueFrom, default: fallback } },
    ]
  })
  if (supplied.length > 0) run.change(node, { outputs: { parameters: supplied, artifacts: [] } })
  return node
}

/** An input whose value is JSON with `enum` offers those as choices (Argo: `resolveInputFieldsForSuspendNode`). */
function choices(parameter: JsonObject): JsonObject {
  const value = parseJson(anyTextIn(parameter, 'value') ?? '')
  const options = isObject(value) ? listIn(value, 'enum') : []
  const [first] = options
  if (first === undefined) return parameter
  return { default: first, ...parameter, enum: options }
}

/** Gives the outputs of a suspended node their values; tells which have none. */
function withDefaults(
  run: RunState,
  node: LiveNode,
  given: Readonly<Record<string, string>>,
): Trouble | undefined {
  if (!node.outputs) return undefined
  const parameters: JsonObject[] = []
  for (const parameter of node.outputs.parameters) {
    const name = textIn(parameter, 'name') ?? ''
    const { valueFrom, ...rest } = parameter
    const own = Object.hasOwn(given, name) ? given[name] : undefined
    const value = own ?? anyTextIn(valueFrom, 'default')
    if (value === undefined) {
      const reason = 'has not been set and does not have a default value'
      return fault(`raw output parameter '${name}' ${reason}`)
    }
    parameters.push({ ...rest, value })
  }
  const outputs: NodeOutputs = { ...node.outputs, parameters }
  run.change(node, { outputs })
  return undefined
}

/** Ends a suspended node as a person would. Gives what is wrong, or nothing. */
export function resumeNode(
  run: RunState,
  id: string,
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  const node = run.nodes.get(id)
  if (!node || node.type !== 'Suspend') return 'There is no such suspended node.'
  if (isFinal(node.phase)) return `${node.displayName} does not wait any more.`
  const wrong = wrongChoice(node, parameters) ?? withDefaults(run, node, parameters)?.message
  if (wrong !== undefined) return wrong
  run.mark(node, 'Succeeded')
  run.agenda.add(run.now, { kind: 'look', name: node.name })
  return undefined
}

function wrongChoice(
  { inputs, outputs }: LiveNode,
  given: Readonly<Record<string, string>>,
): string | undefined {
  for (const [name, value] of Object.entries(given)) {
    if (!objectsIn({ list: outputs?.parameters ?? [] }, 'list').some((one) => one['name'] === name))
      return `It has no output called ${name}.`
    const input = inputs?.parameters.find((one) => one['name'] === name)
    const options = listIn(input, 'enum').map(String)
    if (options.length > 0 && !options.includes(value))
      return `${name} is one of ${options.join(', ')}, not “${value}”.`
  }
  return undefined
}
