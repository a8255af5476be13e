import { readManifest, type ManifestKind, type ManifestView } from '../argo/index.ts'
import { keyText, locate, toValue, valueOf, type Address, type YamlTree } from '../yaml/index.ts'
import { scalarsUnder } from './scalars.ts'

/** The schedule of a CronWorkflow that nobody has chosen yet. */
export const defaultSchedule = '0 * * * *'

/**
 * Paths of what a manifest has and another kind has no place for: all about the schedule of a CronWorkflow, the namespace of what is of
 * the whole cluster, and the status that a cluster wrote. The schedule that a new CronWorkflow begins with is no loss.
 */
export function kindLoss(manifest: ManifestView, kind: ManifestKind): readonly string[] {
  const { root } = manifest.document
  if (manifest.kind === kind) return []
  const lost: string[] = []
  const isCluster = kind === 'ClusterWorkflowTemplate'
  if (isCluster && manifest.namespace !== undefined) lost.push('metadata.namespace')
  if (valueOf(root, 'status') !== undefined) lost.push('status')
  const spec = valueOf(root, 'spec')
  if (manifest.kind !== 'CronWorkflow' || spec?.kind !== 'map') return lost
  for (const entry of spec.entries) {
    const key = keyText(entry)
    if (key === undefined || key === '<<' || key === 'workflowSpec') continue
    if (key !== 'schedules' || !isDefault(toValue(entry.value, new Map()))) lost.push(`spec.${key}`)
  }
  return lost
}

function isDefault(schedules: unknown): boolean {
  return JSON.stringify(schedules) === JSON.stringify([defaultSchedule])
}

/** A reference to a template of another manifest, with the map that it stands in. */
export interface Referrer {
  readonly address: Address
  readonly clusterScope: boolean
}

/**
 * All `templateRef` and `workflowTemplateRef` in a file that mean a WorkflowTemplate or ClusterWorkflowTemplate, itself included: of
 * its name, its scope and, for one that is not of the cluster, its namespace.
 */
export function referencesTo(tree: YamlTree, manifest: ManifestView): readonly Referrer[] {
  const isCluster = manifest.kind === 'ClusterWorkflowTemplate'
  if (manifest.name === undefined) return []
  return tree.documents.flatMap((other, document) => {
    const view = readManifest(other)
    if (!isCluster && view.namespace !== manifest.namespace) return []
    return scalarsUnder(tree, { document, path: view.specPath }).flatMap(({ node, path }) => {
      const holder = path.at(-2)
      if (path.at(-1) !== 'name' || node.value !== manifest.name) return []
      if (holder !== 'templateRef' && holder !== 'workflowTemplateRef') return []
      const address = { document, path: path.slice(0, -1) }
      const flag = locate(tree, { document, path: [...address.path, 'clusterScope'] })?.node
      const clusterScope = flag?.kind === 'scalar' && flag.value === 'true'
      return clusterScope === isCluster ? [{ address, clusterScope }] : []
    })
  })
}
