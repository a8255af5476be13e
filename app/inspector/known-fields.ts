import type { ManifestKind } from '../../src/argo/index.ts'
import type { Shape } from './raw-fields.ts'

type Shown = Readonly<Partial<Record<string, Shape>>>

/** What the step form shows. */
export const stepShown: Shown = {
  name: 'text',
  template: 'text',
  when: 'text',
  arguments: 'map',
}

/** What else a step may have, as it stands in Argo's WorkflowStep. */
export const stepFields: readonly string[] = [
  'withItems',
  'withParam',
  'withSequence',
  'continueOn',
  'hooks',
  'onExit',
]

/** What the form of any template shows. Of inputs and outputs it shows the parts. */
export const templateShown: Shown = { name: 'text', inputs: 'map', outputs: 'map' }

/** What else a template may have. */
export const templateFields: readonly string[] = [
  'retryStrategy',
  'timeout',
  'activeDeadlineSeconds',
  'parallelism',
  'failFast',
  'nodeSelector',
  'affinity',
  'tolerations',
  'metadata',
  'serviceAccountName',
  'automountServiceAccountToken',
  'securityContext',
  'podSpecPatch',
  'volumes',
  'initContainers',
  'sidecars',
  'hostAliases',
  'synchronization',
  'memoize',
  'metrics',
  'archiveLocation',
  'daemon',
  'priorityClassName',
  'schedulerName',
  'executor',
  'plugin',
]

/** What the forms of containers and scripts show. */
export const containerShown: Shown = { image: 'text', command: 'texts', args: 'texts' }
export const scriptShown: Shown = { image: 'text', command: 'texts', args: 'texts', source: 'text' }

/** What else a container may have. */
export const containerFields: readonly string[] = [
  'env',
  'envFrom',
  'resources',
  'volumeMounts',
  'workingDir',
  'imagePullPolicy',
  'ports',
  'securityContext',
  'livenessProbe',
  'readinessProbe',
]

/** What the workflow form shows of a spec. */
export const specShown: Shown = {
  entrypoint: 'text',
  arguments: 'map',
  serviceAccountName: 'text',
  templates: 'any',
}

/** What else a spec may have. */
export const specFields: readonly string[] = [
  'onExit',
  'parallelism',
  'activeDeadlineSeconds',
  'ttlStrategy',
  'podGC',
  'artifactGC',
  'artifactRepositoryRef',
  'volumes',
  'volumeClaimTemplates',
  'volumeClaimGC',
  'templateDefaults',
  'workflowTemplateRef',
  'workflowMetadata',
  'podMetadata',
  'podSpecPatch',
  'retryStrategy',
  'synchronization',
  'hooks',
  'metrics',
  'nodeSelector',
  'affinity',
  'tolerations',
  'imagePullSecrets',
  'securityContext',
  'hostNetwork',
  'dnsPolicy',
  'priority',
  'podPriorityClassName',
  'schedulerName',
  'suspend',
  'shutdown',
  'archiveLogs',
]

/** What the workflow form shows of the metadata. */
export const metadataShown: Shown = { name: 'text', generateName: 'text', namespace: 'text' }
export const metadataFields: readonly string[] = ['labels', 'annotations']

/** What a cron workflow has beside its workflow. */
export const cronFields: readonly string[] = [
  'schedules',
  'timezone',
  'concurrencyPolicy',
  'startingDeadlineSeconds',
  'successfulJobsHistoryLimit',
  'failedJobsHistoryLimit',
  'when',
  'stopStrategy',
]

/** Kinds as the form names them. */
export const kindLabels: Readonly<Record<ManifestKind, string>> = {
  Workflow: 'Workflow',
  WorkflowTemplate: 'Workflow template',
  ClusterWorkflowTemplate: 'Cluster workflow template',
  CronWorkflow: 'Cron workflow',
}
