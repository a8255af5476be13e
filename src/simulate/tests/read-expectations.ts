import type { NodePhase } from '../node.ts'
import type { Field } from '../reading/field.ts'
import type { WorkflowPhase } from '../trace.ts'
import type { Check, NodeField } from './workflow-test.ts'

const workflowPhases: readonly WorkflowPhase[] = [
  'Pending',
  'Running',
  'Succeeded',
  'Failed',
  'Error',
]
const nodePhases: readonly NodePhase[] = [...workflowPhases, 'Skipped', 'Omitted']

/** Fields of a node that are texts. */
const texts = ['type', 'message', 'result', 'exitCode', 'log'] as const

/** Reads what a test expects; where nothing is said, the run is expected to succeed. */
export function readExpectations(test: Field): readonly Check[] {
  const field = test.get('expect')
  field?.only(['phase', 'message', 'nodes', 'skipped', 'never', 'order', 'outputs'])
  const phase = field?.get('phase')
  const expected = phase === undefined ? 'Succeeded' : phase.oneOf(workflowPhases)
  const checks: Check[] = []
  if (expected !== undefined)
    checks.push({
      kind: 'phase',
      expected,
      isSaid: phase !== undefined,
      ...placeOf(phase ?? field ?? test),
    })
  const message = field?.get('message')
  if (message !== undefined)
    checks.push({ kind: 'message', expected: message.text() ?? '', ...placeOf(message) })
  for (const [name, node] of field?.get('nodes')?.entries() ?? [])
    checks.push(...readNode(name, node))
  for (const kind of ['skipped', 'never'] as const)
    for (const [node, item] of namesIn(field?.get(kind)))
      checks.push({ kind, node, ...placeOf(item) })
  const order = namesIn(field?.get('order'))
  for (const [index, [then, item]] of order.entries()) {
    const [first] = order[index - 1] ?? []
    if (first !== undefined) checks.push({ kind: 'order', first, then, ...placeOf(item) })
  }
  const outputs = field?.get('outputs')
  outputs?.only(['parameters'])
  for (const [name, value] of outputs?.get('parameters')?.entries() ?? [])
    checks.push({
      kind: 'output',
      name,
      expected: value.valueText() ?? null,
      ...placeOf(value),
    })
  return checks
}

/** A list of names; a single name is a list of one. */
function namesIn(field: Field | undefined): readonly (readonly [string, Field])[] {
  if (field === undefined) return []
  const items = field.kind === 'text' ? [field] : field.items()
  return items.flatMap((item) => {
    const name = item.text()
    return name === undefined ? [] : [[name, item] as const]
  })
}

function placeOf({ range, path }: Field): Pick<Check, 'at' | 'path'> {
  return { at: range, path }
}

/** A node: its phase alone, or a map of what is looked at. */
function readNode(node: string, field: Field): readonly Check[] {
  const check = (what: NodeField, place: Field, expected: string | null): Check => ({
    kind: 'node',
    node,
    what,
    expected,
    ...placeOf(place),
  })
  const phase = field.kind === 'text' ? field : field.get('phase')
  const known = phase?.oneOf(nodePhases)
  const checks: Check[] = []
  if (phase !== undefined && known !== undefined)
    checks.push(check({ field: 'phase' }, phase, known))
  if (field.kind !== 'map') {
    if (field.kind !== 'text') field.problem('Say a phase here, or a map of what is expected.')
    return checks
  }
  field.only([...texts, 'phase', 'count', 'inputs', 'outputs', 'artifacts'])
  const inputs = field.get('inputs')
  const outputs = field.get('outputs')
  inputs?.only(['parameters', 'artifacts'])
  outputs?.only(['parameters', 'artifacts', 'result', 'exitCode'])
  for (const [key, value] of [...field.entries(), ...(outputs?.entries() ?? [])]) {
    const text = texts.find((one) => one === key)
    if (text !== undefined) checks.push(check({ field: text }, value, value.valueText() ?? null))
  }
  const count = field.get('count')
  const expected = count?.count()
  if (count !== undefined && expected !== undefined)
    checks.push({ kind: 'count', node, expected, ...placeOf(count) })
  const named = [
    ['input', inputs?.get('parameters')],
    ['input artifact', inputs?.get('artifacts')],
    ['parameter', outputs?.get('parameters')],
    ['artifact', outputs?.get('artifacts')],
    ['artifact', field.get('artifacts')],
  ] as const
  for (const [kind, values] of named)
    for (const [name, value] of values?.entries() ?? [])
      checks.push(check({ field: kind, name }, value, value.valueText() ?? null))
  return checks
}
