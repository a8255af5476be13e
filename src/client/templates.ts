import type { Result } from '../base/index.ts'
import { call } from './call.ts'
import { objectAt, textAt, type JsonObject } from './json.ts'
import { checkNamespace } from './namespace.ts'
import { isObjectName } from './object-name.ts'
import { problem, type ClientProblem } from './problem.ts'
import { resourceOf, type ResourceKind } from './resource.ts'
import type { ApiAccess } from './send.ts'

/** The kinds whose templates others can call. */
export type TemplateKind = Extract<ResourceKind, 'WorkflowTemplate' | 'ClusterWorkflowTemplate'>

export interface TemplateRequest extends ApiAccess {
  readonly kind: TemplateKind
  /** Where to look; a ClusterWorkflowTemplate has no namespace and ignores this. */
  readonly namespace: string
  readonly name: string
}

/** A manifest of the cluster: what people write of it, without what Kubernetes notes about it. */
export interface FetchedTemplate {
  readonly metadata: JsonObject
  readonly spec: JsonObject
}

/**
 * Reads a WorkflowTemplate or ClusterWorkflowTemplate by its name. Refuses, before anything is sent, a name or namespace that no object
 * can have. An answer that is of another name, another kind or without a spec is `not-argo`.
 */
export async function getTemplate(
  request: TemplateRequest,
): Promise<Result<FetchedTemplate, ClientProblem>> {
  const { kind, name } = request
  const { collection, namespaced } = resourceOf(kind)
  let path = `/api/v1/${collection}`
  let where = ''
  if (namespaced) {
    const namespace = checkNamespace(request.namespace)
    if (!namespace.ok) return problem('invalid', namespace.error)
    path += `/${namespace.value}`
    where = ` of namespace '${namespace.value}'`
  }
  if (!isObjectName(name))
    return problem('invalid', `No ${kind} can be called '${name.slice(0, 80)}'.`)
  return call(request, {
    path: `${path}/${name}`,
    action: `read the ${kind} '${name}'${where}`,
    read: (answer) => readTemplate(answer, kind, name),
  })
}

function readTemplate(answer: JsonObject, kind: string, name: string): FetchedTemplate | undefined {
  const metadata = objectAt(answer, 'metadata')
  const spec = objectAt(answer, 'spec')
  // Argo's own answers often leave the kind out.
  if (metadata === undefined || spec === undefined || (textAt(answer, 'kind') ?? kind) !== kind)
    return undefined
  return textAt(metadata, 'name') === name ? { metadata: written(metadata), spec } : undefined
}

const noted: ReadonlySet<string> = new Set([
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
])
const applied = 'kubectl.kubernetes.io/last-applied-configuration'

function written(metadata: JsonObject): JsonObject {
  const annotations = Object.entries(objectAt(metadata, 'annotations') ?? {})
  const own = annotations.filter(([key]) => key !== applied)
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([key, value]): [string, unknown][] => {
      if (noted.has(key)) return []
      if (key !== 'annotations') return [[key, value]]
      return own.length === 0 ? [] : [[key, Object.fromEntries(own)]]
    }),
  )
}
