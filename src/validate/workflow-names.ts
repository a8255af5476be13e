import { FieldReader, type ManifestView } from '../argo/index.ts'
import type { YamlNode } from '../yaml/index.ts'

/**
 * What the tags of every template of a manifest may refer to under `workflow.`: the same object for as long as nothing of it changes. What
 * only some know, at some time of a run, is not among it: outputs of the workflow, and what failed.
 */
export interface WorkflowNames {
  /** Whole references. */
  readonly names: ReadonlySet<string>
  /** What is known of those before a run: references to arguments of the workflow, and the values that these have. */
  readonly values: ReadonlyMap<string, string>
  /** Whether any parameter may be referred to, for others run these templates and bring theirs. */
  readonly takesAny: boolean
}

const always = [
  'workflow.name',
  'workflow.namespace',
  'workflow.mainEntrypoint',
  'workflow.serviceAccountName',
  'workflow.uid',
  'workflow.status',
  'workflow.labels',
  'workflow.labels.json',
  'workflow.annotations',
  'workflow.annotations.json',
]

/** The names of a manifest, and of the manifest that it runs as a whole if that is known; `before` if that says the same (Argo: `ValidateWorkflow`). */
export function workflowNames(
  manifest: ManifestView,
  run: ManifestView | undefined,
  before: WorkflowNames | undefined,
): WorkflowNames {
  const { kind, spec } = manifest
  const takesAny = kind === 'WorkflowTemplate' || kind === 'ClusterWorkflowTemplate'
  const values = new Map<string, string>()
  const parameters = new Set<string>()
  for (const { name = '', value } of [...spec.parameters, ...(run?.spec.parameters ?? [])]) {
    const reference = `workflow.parameters.${name}`
    if (name === '' || parameters.has(reference)) continue
    parameters.add(reference)
    if (value !== undefined) values.set(reference, value)
  }
  const names = new Set([
    ...always,
    ...parameters,
    ...(parameters.size > 0 ? ['workflow.parameters', 'workflow.parameters.json'] : []),
    ...metadataNames(manifest),
    ...(run === undefined ? [] : sharedMetadata(run)),
  ])
  const made = { names, values, takesAny }
  return before !== undefined && isSame(before, made) ? before : made
}

function metadataNames(manifest: ManifestView): readonly string[] {
  const { kind, document, spec } = manifest
  const reader = new FieldReader(document)
  // A CronWorkflow gives its workflows no label or annotation of its own but these.
  const own =
    kind === 'CronWorkflow'
      ? [
          'workflow.labels.workflows.argoproj.io/cron-workflow',
          'workflow.annotations.workflows.argoproj.io/scheduled-time',
          ...keyed(reader, reader.field(reader.field(document.root, 'spec'), 'workflowMetadata')),
        ]
      : keyed(reader, reader.field(document.root, 'metadata'))
  const priority = reader.field(spec.node, 'priority')
  return [
    ...own,
    ...sharedMetadata(manifest),
    ...(priority === undefined ? [] : ['workflow.priority']),
  ]
}

function sharedMetadata({ document, spec }: ManifestView): readonly string[] {
  const reader = new FieldReader(document)
  const node = reader.field(spec.node, 'workflowMetadata')
  return [
    ...keyed(reader, node),
    ...reader.keys(reader.field(node, 'labelsFrom')).map((key) => `workflow.labels.${key}`),
  ]
}

function keyed(reader: FieldReader, node: YamlNode | undefined): readonly string[] {
  return ['labels', 'annotations'].flatMap((list) =>
    reader.keys(reader.field(node, list)).map((key) => `workflow.${list}.${key}`),
  )
}

function isSame(a: WorkflowNames, b: WorkflowNames): boolean {
  return (
    a.takesAny === b.takesAny &&
    a.names.size === b.names.size &&
    [...b.names].every((name) => a.names.has(name)) &&
    isSameMap(a.values, b.values)
  )
}

/** Whether two maps have the same keys and values. */
export function isSameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...b].every(([key, value]) => a.get(key) === value)
}
