import type { Result } from '../base/index.ts'
import { call } from './call.ts'
import { isObject, objectAt, textAt, type JsonObject } from './json.ts'
import { checkNamespace } from './namespace.ts'
import { problem, type ClientProblem } from './problem.ts'
import { isResourceKind, resourceOf, type ResourceKind } from './resource.ts'
import type { ApiAccess } from './send.ts'

export interface CreateRequest extends ApiAccess {
  /** Where to create it; a ClusterWorkflowTemplate has no namespace and ignores this. */
  readonly namespace: string
  /** The manifest as a JSON value. */
  readonly manifest: unknown
}

/** What Argo made of a manifest. */
export interface Created {
  readonly kind: ResourceKind
  readonly name: string
  /** Undefined for a ClusterWorkflowTemplate. */
  readonly namespace: string | undefined
  readonly uid: string
}

/** Creates, and so runs, a Workflow. Refuses manifests of other kinds; else as `createManifest`. */
export async function createWorkflow(
  request: CreateRequest,
): Promise<Result<Created, ClientProblem>> {
  const kind = isObject(request.manifest) ? request.manifest['kind'] : undefined
  if (kind !== 'Workflow') {
    return problem('invalid', `Only a Workflow can be run like this; this is ${describe(kind)}.`)
  }
  return createManifest(request)
}

/**
 * Creates a manifest of any of the four kinds, at the endpoint of its kind. Refuses, before anything is sent, other
 * kinds, a namespace that cannot exist, and a manifest that names another namespace than the request's, which
 * Kubernetes would reject. An answer without the name and uid of what was created is `not-argo`.
 */
export async function createManifest(
  request: CreateRequest,
): Promise<Result<Created, ClientProblem>> {
  const { manifest } = request
  if (!isObject(manifest)) return problem('invalid', 'There is no manifest to send.')
  const kind = manifest['kind']
  if (!isResourceKind(kind)) {
    return problem(
      'invalid',
      `Argo creates Workflows, WorkflowTemplates, ClusterWorkflowTemplates and CronWorkflows; this is ${describe(kind)}.`,
    )
  }
  const { collection, bodyKey, namespaced } = resourceOf(kind)
  const body = { [bodyKey]: manifest }
  let path = `/api/v1/${collection}`
  let action = `create the ${kind}`
  if (namespaced) {
    const namespace = checkNamespace(request.namespace)
    if (!namespace.ok) return problem('invalid', namespace.error)
    const own = textAt(objectAt(manifest, 'metadata') ?? {}, 'namespace')
    if (own !== undefined && own !== namespace.value) {
      return problem(
        'invalid',
        `The manifest says metadata.namespace: ${own}, but is being sent to '${namespace.value}'. Send it to '${own}', or take the line out.`,
      )
    }
    path += `/${namespace.value}`
    action += ` in namespace '${namespace.value}'`
  }
  return call(request, { path, body, action, read: (answer) => readCreated(answer, kind) })
}

function readCreated(answer: JsonObject, kind: ResourceKind): Created | undefined {
  const metadata = objectAt(answer, 'metadata') ?? {}
  const name = textAt(metadata, 'name')
  const uid = textAt(metadata, 'uid')
  const namespace = textAt(metadata, 'namespace')
  if (name === undefined || uid === undefined) return undefined
  if (namespace === undefined && resourceOf(kind).namespaced) return undefined
  return { kind, name, namespace, uid }
}

function describe(kind: unknown): string {
  return typeof kind === 'string' && kind !== '' ? `a ${kind}` : 'a manifest without a kind'
}
