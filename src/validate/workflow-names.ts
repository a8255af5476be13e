import {
  FieldReader,
  stepGroups,
  stepsIn,
  type ManifestView,
  type StepGroup,
  type TemplateView,
} from '../argo/index.ts'
import { RecallEach } from '../base/index.ts'
import { valueOf, type YamlNode } from '../yaml/index.ts'
import { templateRefsIn } from './template-refs.ts'

/** What the tags of every template of a manifest may refer to under `workflow.`: the same object for as long as nothing of it changes. */
export interface WorkflowNames {
  /** Whole references. */
  readonly names: ReadonlySet<string>
  /** What is known of those before a run: references to arguments of the workflow, and the values that these have. */
  readonly values: ReadonlyMap<string, string>
  /**
   * Whole references to what only some know, at some time of the run: outputs of the workflow, and what failed. `*` in place of a name stands
   * for any.
   */
  readonly ofRun: ReadonlySet<string>
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

/** What was worked out last for a manifest: each of its templates asks for the same. */
const made = new WeakMap<ManifestView, { run: ManifestView | undefined; names: WorkflowNames }>()

/** The names of a manifest, and of the manifest that it runs as a whole if that is known; `before` if that says the same (Argo: `ValidateWorkflow`). */
export function workflowNames(
  manifest: ManifestView,
  run: ManifestView | undefined,
  before?: WorkflowNames,
): WorkflowNames {
  const kept = made.get(manifest)
  const found = kept !== undefined && kept.run === run ? kept.names : workOut(manifest, run)
  const names = before !== undefined && isSame(before, found) ? before : found
  if (kept?.names !== names || kept.run !== run) made.set(manifest, { run, names })
  return names
}

function workOut(manifest: ManifestView, run: ManifestView | undefined): WorkflowNames {
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
  return { names, values, ofRun: namesOfRun(manifest, run), takesAny }
}

const anyOutput = ['workflow.outputs.parameters.*', 'workflow.outputs.artifacts.*']

/** Outputs of the workflow are those with a global name of templates that steps call, and what failed is known to exit handlers. */
function namesOfRun({ spec }: ManifestView, run: ManifestView | undefined): ReadonlySet<string> {
  const hasHandler = [spec, run?.spec].some((one) => (one?.onExit ?? '') !== '')
  const isOpen = spec.templates.some((template) => templateRefsIn(template).length > 0)
  return new Set([
    ...(hasHandler ? ['workflow.failures'] : []),
    ...(isOpen ? anyOutput : []),
    ...spec.templates.flatMap(globalOutputs),
  ])
}

const known = new WeakMap<TemplateView, readonly string[]>()

const inGroups = new RecallEach<StepGroup, readonly string[]>((group) => {
  const outputs = stepsIn(group).flatMap(({ inline }) => (inline ? globalOutputs(inline) : none))
  return outputs.length === 0 ? none : outputs
})
const none: readonly string[] = []

/** Those of a template, and of the templates that its steps have in place. */
function globalOutputs(template: TemplateView): readonly string[] {
  const found = known.get(template)
  if (found !== undefined) return found
  const own = (['parameters', 'artifacts'] as const).flatMap((list) => {
    const ports: readonly { readonly node: YamlNode }[] = template.outputs[list]
    return ports.flatMap(({ node }) => {
      const value = valueOf(node, 'globalName')
      const name = value?.kind === 'alias' ? '{{' : value?.kind === 'scalar' ? value.value : ''
      return name === '' ? [] : [`workflow.outputs.${list}.${name.includes('{{') ? '*' : name}`]
    })
  })
  const made = [...own, ...inGroups.of(stepGroups(template)).flat()]
  known.set(template, made)
  return made
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
  if (a === b) return true
  return (
    a.takesAny === b.takesAny &&
    a.names.size === b.names.size &&
    [...b.names].every((name) => a.names.has(name)) &&
    isSameMap(a.values, b.values) &&
    a.ofRun.size === b.ofRun.size &&
    [...b.ofRun].every((name) => a.ofRun.has(name))
  )
}

/** Whether two maps have the same keys and values. */
export function isSameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean {
  return a.size === b.size && [...b].every(([key, value]) => a.get(key) === value)
}
