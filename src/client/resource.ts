/** The kinds that Argo's API can create. */
export type ResourceKind =
  'Workflow' | 'WorkflowTemplate' | 'ClusterWorkflowTemplate' | 'CronWorkflow'

interface Resource {
  /** Its collection, both below `/api/v1/` and in the address of a page of Argo's own UI. */
  readonly collection: string
  /** The member of the request body that holds the manifest. */
  readonly bodyKey: string
  readonly namespaced: boolean
}

const resources: Readonly<Record<ResourceKind, Resource>> = {
  Workflow: { collection: 'workflows', bodyKey: 'workflow', namespaced: true },
  WorkflowTemplate: { collection: 'workflow-templates', bodyKey: 'template', namespaced: true },
  ClusterWorkflowTemplate: {
    collection: 'cluster-workflow-templates',
    bodyKey: 'template',
    namespaced: false,
  },
  CronWorkflow: { collection: 'cron-workflows', bodyKey: 'cronWorkflow', namespaced: true },
}

/** How Argo's API speaks of a kind. */
export function resourceOf(kind: ResourceKind): Resource {
  return resources[kind]
}

/** Narrows to the kinds that can be created. */
export function isResourceKind(kind: unknown): kind is ResourceKind {
  return typeof kind === 'string' && Object.hasOwn(resources, kind)
}
