import type { TextRange } from '../../base/index.ts'
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

/** Reads what a test expects. `at` is where the test stands: there nothing is said, the run is expected to succeed. */
export function readExpectations(field: Field | undefined, at: TextRange): readonly Check[] {
  field?.only(['phase', 'message', 'nodes', 'skipped', 'never', 'order', 'outputs'])
  const phase = field?.get('phase')
  const expected = phase === undefined ? 'Succeeded' : phase.oneOf(workflowPhases)
  const checks: Check[] = []
  if (expected !== undefined)
    checks.push({ kind: 'phase', expected, at: phase?.range ?? field?.range ?? at })
  const message = field?.get('message')
  if (message !== undefined)
    checks.push({ kind: 'message', expected: message.text() ?? '', at: message.range })
  for (const [name, node] of field?.get('nodes')?.entries() ?? [])
    checks.push(...readNode(name, node))
  for (const kind of ['skipped', 'never'] as const)
    for (const [node, range] of namesIn(field?.get(kind))) checks.push({ kind, node, at: range })
  const order = namesIn(field?.get('order'))
  for (const [index, [then, range]] of order.entries()) {
    const [first] = order[index - 1] ?? []
    if (first !== undefined) checks.push({ kind: 'order', first, then, at: range })
  }
  const outputs = field?.get('outputs')
  outputs?.only(['parameters'])
  for (const [name, value] of outputs?.get('parameters')?.entries() ?? [])
    checks.push({ kind: 'output', name, expected: value.valueText() ?? null, at: value.range })
  return checks
}

/** A list of names; a single name is a list of one. */
function namesIn(field: Field | undefined): readonly (readonly [string, TextRange])[] {
  if (field === undefined) return []
  const items = field.kind === 'text' ? [field] : field.items()
  return items.flatMap((item) => {
    const name = item.text()
    return name === undefined ? [] : [[name, item.range] as const]
  })
}

/** A node: its phase alone, or a map of what is looked at. */
function readNode(node: string, field: Field): readonly Check[] {
  const check = (what: NodeField, { range }: Field, expected: string | null): Check => ({
    kind: 'node',
    node,
    what,
    expected,
    at: range,
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
  field.only(['phase', 'type', 'message', 'result', 'exitCode', 'count', 'inputs', 'outputs'])
  const inputs = field.get('inputs')
  const outputs = field.get('outputs')
  inputs?.only(['parameters'])
  outputs?.only(['parameters', 'result', 'exitCode'])
  for (const [key, value] of [...field.entries(), ...(outputs?.entries() ?? [])]) {
    if (key === 'result' || key === 'exitCode' || key === 'message' || key === 'type')
      checks.push(check({ field: key }, value, value.valueText() ?? null))
  }
  const count = field.get('count')
  const expected = count?.count()
  if (count !== undefined && expected !== undefined)
    checks.push({ kind: 'count', node, expected, at: count.range })
  for (const [name, value] of inputs?.get('parameters')?.entries() ?? [])
    checks.push(check({ field: 'input', name }, value, value.valueText() ?? null))
  for (const [name, value] of outputs?.get('parameters')?.entries() ?? [])
    checks.push(check({ field: 'parameter', name }, value, value.valueText() ?? null))
  return checks
}
