import type { TemplateType } from './view.ts'

/** Every key that makes a template what it is, in the order in which Argo looks for them. */
export const templateTypes: readonly TemplateType[] = [
  'container',
  'containerSet',
  'steps',
  'script',
  'resource',
  'dag',
  'suspend',
  'data',
  'http',
  'plugin',
]

/**
 * Types whose templates have a standard output that becomes `outputs.result`, and an exit code. A containerSet has them only
 * if one of its containers is called main.
 */
export const typesWithResult: ReadonlySet<TemplateType> = new Set([
  'container',
  'script',
  'data',
  'http',
  'plugin',
])

/** Types that run in a pod of their own. */
export const typesWithPod: ReadonlySet<TemplateType> = new Set([
  'container',
  'script',
  'containerSet',
  'resource',
  'data',
])

/** Types that do something themselves: the others only call templates, or wait (Argo's `IsLeaf`, of which `suspend` is none). */
export const leafTypes: ReadonlySet<TemplateType> = new Set([...typesWithPod, 'http', 'plugin'])

/** Keys of a template, step and workflow in the order in which people write them: where a new key goes. */
export const fieldOrder: Readonly<
  Record<'template' | 'step' | 'script' | 'spec' | 'parameter' | 'cron', readonly string[]>
> = {
  template: ['name', 'inputs', 'outputs', 'metadata', ...templateTypes],
  step: [
    'name',
    'depends',
    'dependencies',
    'template',
    'templateRef',
    'inline',
    'when',
    'withItems',
    'withParam',
    'withSequence',
    'arguments',
    'continueOn',
    'hooks',
    'onExit',
  ],
  script: ['name', 'image', 'imagePullPolicy', 'command', 'args', 'workingDir', 'env', 'source'],
  spec: ['entrypoint', 'arguments', 'onExit', 'templates'],
  parameter: ['name', 'description', 'default', 'value', 'valueFrom', 'enum'],
  cron: [
    'schedules',
    'schedule',
    'timezone',
    'when',
    'suspend',
    'concurrencyPolicy',
    'startingDeadlineSeconds',
    'stopStrategy',
    'successfulJobsHistoryLimit',
    'failedJobsHistoryLimit',
    'workflowMetadata',
    'workflowSpec',
  ],
}

/** The keys that should stand before a new one: those ahead of it in the order. Nothing for a key that is not listed. */
export function keysBefore(order: readonly string[], key: string): readonly string[] | undefined {
  const index = order.indexOf(key)
  return index < 0 ? undefined : order.slice(0, index)
}
