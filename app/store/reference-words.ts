import type { ManifestReference } from '../../src/argo/index.ts'

/** A reference in words: its kind and name. */
export function referenceWords({ name, clusterScope }: ManifestReference): string {
  return `${clusterScope ? 'ClusterWorkflowTemplate' : 'WorkflowTemplate'} ${name ?? ''}`.trim()
}
