import type { ManifestKind } from '../argo/index.ts'
import { defaultSchedule } from './kind-change.ts'

/**
 * The text of a valid Workflow without any step: one `steps` template, which is the entrypoint, and below it room for lanes.
 * `name` begins the names of its runs. Written as Hera writes it.
 */
export function newWorkflow(name: string, entrypoint = 'steps'): string {
  return written('Workflow', [`generateName: ${name}-`], specLines(entrypoint))
}

/** The text of a manifest of a kind without any step, as `newWorkflow` writes it. Without a name, it gets one after its kind. */
export function newManifest(kind: ManifestKind, name?: string): string {
  switch (kind) {
    case 'Workflow':
      return newWorkflow(name ?? 'workflow')
    case 'WorkflowTemplate':
    case 'ClusterWorkflowTemplate':
      return written(kind, [`name: ${name ?? 'template'}`], specLines('steps'))
    case 'CronWorkflow':
      return written(
        kind,
        [`name: ${name ?? 'cron'}`],
        [
          'schedules:',
          `- "${defaultSchedule}"`,
          'workflowSpec:',
          ...specLines('steps').map((line) => `  ${line}`),
        ],
      )
  }
}

function specLines(entrypoint: string): readonly string[] {
  return [`entrypoint: ${entrypoint}`, 'templates:', `- name: ${entrypoint}`, '  steps: []']
}

function written(kind: ManifestKind, metadata: readonly string[], spec: readonly string[]): string {
  const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)
  return [
    'apiVersion: argoproj.io/v1alpha1',
    `kind: ${kind}`,
    'metadata:',
    ...indented(metadata),
    'spec:',
    ...indented(spec),
    '',
  ].join('\n')
}
