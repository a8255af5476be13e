import { stepFields } from '../classify.ts'
import { partsOf } from './names.ts'
import type { ExprMember } from './tree.ts'

const ofWorkflow = new Set([
  'name',
  'namespace',
  'uid',
  'status',
  'mainEntrypoint',
  'serviceAccountName',
  'failures',
  'duration',
  'priority',
])

/**
 * Whether a member holds a text whenever it holds anything: Argo has texts for all values of parameters and results, numbers among them.
 * Names that others go on from, as `workflow.creationTimestamp` does, are left out.
 */
export function isKnownText(node: ExprMember): boolean {
  const parts = partsOf(node)
  if (parts === undefined) return false
  const [root, second = '', third = '', fourth = '', fifth] = parts
  switch (root) {
    case 'inputs':
      return second === 'parameters' && parts.length === 3
    case 'workflow':
      return parts.length === 2 ? ofWorkflow.has(second) : isParameter(second, parts.length)
    case 'lastRetry':
      return parts.length === 2
    case 'steps':
    case 'tasks':
      if (parts.length === 3) return stepFields.has(third)
      if (third !== 'outputs') return false
      if (parts.length === 4) return fourth === 'result' || fourth === 'exitCode'
      return fourth === 'parameters' && fifth !== undefined && parts.length === 5
    default:
      return false
  }
}

function isParameter(list: string, length: number): boolean {
  return list === 'parameters' && length === 3
}

/** What there is under names whose members are all known. */
const members: Readonly<Record<string, readonly string[]>> = {
  inputs: ['parameters', 'artifacts'],
  outputs: ['parameters', 'artifacts', 'result', 'exitCode'],
  lastRetry: ['exitCode', 'status', 'duration', 'message'],
  workflow: [
    ...ofWorkflow,
    'parameters',
    'outputs',
    'labels',
    'annotations',
    'creationTimestamp',
    'scheduledTime',
  ],
  pod: ['name'],
  cronworkflow: [
    'name',
    'namespace',
    'labels',
    'annotations',
    'failed',
    'succeeded',
    'lastScheduledTime',
  ],
}

/** The members that a name has, where it has no others. */
export function membersOf(root: string): readonly string[] | undefined {
  return Object.hasOwn(members, root) ? members[root] : undefined
}
