import { ok, type Result } from '../base/index.ts'
import { call } from './call.ts'
import { isObject, objectAt, textAt, type JsonObject } from './json.ts'
import { checkNamespace } from './namespace.ts'
import { isObjectName } from './object-name.ts'
import { problem, type ClientProblem } from './problem.ts'
import type { ApiAccess } from './send.ts'

/** A run of the cluster, in short. */
export interface WorkflowSummary {
  readonly name: string
  /** Empty before the controller has seen it. */
  readonly phase: string
  /** As Argo writes moments; nothing before it has started. */
  readonly startedAt: string | undefined
  readonly finishedAt: string | undefined
  readonly labels: Readonly<Record<string, string>>
}

export interface ListRequest extends ApiAccess {
  readonly namespace: string
  /** So many at most. */
  readonly limit: number
}

const SUMMARY = [
  'metadata.name',
  'metadata.labels',
  'status.phase',
  'status.startedAt',
  'status.finishedAt',
]

/**
 * Lists the Workflows of a namespace, the last started first; from Argo 3.5 on those of the archive are among them. Refuses, before anything is
 * sent, a namespace that cannot exist. An answer without a list is `not-argo`; items without a name are left out.
 */
export async function listWorkflows(
  request: ListRequest,
): Promise<Result<readonly WorkflowSummary[], ClientProblem>> {
  const namespace = checkNamespace(request.namespace)
  if (!namespace.ok) return problem('invalid', namespace.error)
  const listed = await call(request, {
    path: `/api/v1/workflows/${namespace.value}`,
    query: {
      'listOptions.limit': String(request.limit),
      fields: SUMMARY.map((field) => `items.${field}`).join(','),
    },
    action: `list the Workflows of namespace '${namespace.value}'`,
    read: readList,
  })
  if (!listed.ok) return listed
  const startOf = ({ startedAt = '' }: WorkflowSummary): string => startedAt
  return ok(listed.value.toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1)))
}

function readList(answer: JsonObject): readonly WorkflowSummary[] | undefined {
  const { items } = answer
  // Go writes a list without items as null.
  if (items === null) return []
  return Array.isArray(items) ? items.flatMap(readSummary) : undefined
}

function readSummary(item: unknown): readonly WorkflowSummary[] {
  if (!isObject(item)) return []
  const metadata = objectAt(item, 'metadata') ?? {}
  const status = objectAt(item, 'status') ?? {}
  const name = textAt(metadata, 'name')
  if (name === undefined) return []
  const labels = Object.entries(objectAt(metadata, 'labels') ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  )
  return [
    {
      name,
      phase: textAt(status, 'phase') ?? '',
      startedAt: textAt(status, 'startedAt'),
      finishedAt: textAt(status, 'finishedAt'),
      labels: Object.fromEntries(labels),
    },
  ]
}

export interface WorkflowRequest extends ApiAccess {
  readonly namespace: string
  readonly name: string
}

/**
 * Reads a Workflow with its nodes, which the server unpacks; its spec stays there. Refuses, before anything is sent, a name or namespace that no
 * object can have. An answer of another name is `not-argo`.
 */
export async function getWorkflow(
  request: WorkflowRequest,
): Promise<Result<JsonObject, ClientProblem>> {
  const namespace = checkNamespace(request.namespace)
  if (!namespace.ok) return problem('invalid', namespace.error)
  const { name } = request
  if (!isObjectName(name))
    return problem('invalid', `No Workflow can be called '${name.slice(0, 80)}'.`)
  return call(request, {
    path: `/api/v1/workflows/${namespace.value}/${name}`,
    query: { fields: 'metadata.name,status.phase,status.nodes' },
    action: `read the Workflow '${name}' of namespace '${namespace.value}'`,
    read: (answer) =>
      textAt(objectAt(answer, 'metadata') ?? {}, 'name') === name ? answer : undefined,
  })
}
