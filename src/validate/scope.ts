import type { Path } from '../base/index.ts'
import {
  FieldReader,
  readManifest,
  resolveTemplateRef,
  type Callable,
  type CalledFacts,
  type ManifestView,
  type StepCalls,
  type StepNames,
  type StepView,
  type TaskGraph,
  type TemplateSource,
  type TemplateType,
  type TemplateView,
} from '../argo/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import type { Finding } from './problem.ts'
import type { CheckSettings } from './settings.ts'
import type { TaggedText } from './tagged-text.ts'
import type { WorkflowNames } from './workflow-names.ts'

/** What rules know of the document that they look at. */
export interface DocumentScope {
  readonly manifest: ManifestView
  readonly reader: FieldReader
  /** Templates by name; of several the first, which is the one that Argo takes. */
  readonly templates: ReadonlyMap<string, TemplateView>
  readonly settings: CheckSettings
  /** Where templates of other manifests are: this file, and the others that are open. */
  readonly sources: readonly TemplateSource[]
  /** The manifest that a workflow runs as a whole, by `workflowTemplateRef`, where it is known. */
  readonly run: ManifestView | undefined
}

/** A rule about a whole document. Paths are the document's. */
export type DocumentRule = (scope: DocumentScope) => readonly Finding[]

/** A rule about one template alone. Paths are the template's. */
export type OwnRule = (
  template: TemplateView,
  reader: FieldReader,
  settings: CheckSettings,
) => readonly Finding[]

/** A rule about one template and what is around it. Paths are the template's. */
export type PlacedRule = (
  template: TemplateView,
  reader: FieldReader,
  around: Surroundings,
) => readonly Finding[]

/** A rule about one step, or task, alone. Paths are the step's. */
export type StepRule = (
  step: StepView,
  reader: FieldReader,
  settings: CheckSettings,
) => readonly Finding[]

/** What the steps of a template know of what is around them: the same object until an edit changes any of it. */
export interface Surroundings {
  /** Name and type of the template in which they are. */
  readonly name: string | undefined
  readonly type: TemplateType | undefined
  /** The inputs that it declares, as in `parameter message`. */
  readonly inputs: ReadonlySet<string>
  readonly steps: StepNames
  readonly calls: StepCalls
  /** Who waits for whom in a dag; nothing in other templates. */
  readonly tasks: TaskGraph | undefined
  readonly templates: Callable
  /** Those of other manifests that are called here; see `calledBy`. */
  readonly elsewhere: ReadonlyMap<string, CalledFacts>
  /** What all templates may refer to. */
  readonly workflow: WorkflowNames
  /** References whose values are known when Argo checks the template; see `filledIn`. */
  readonly values: ReadonlyMap<string, string>
  /** Inputs that Argo looks at as they stand, for no argument takes their place: `parameters` or `artifacts` with the index. */
  readonly ownInputs: ReadonlySet<string>
  /** Whether the templates of another manifest are there as well. */
  readonly hasOthers: boolean
  /** Its steps that may be skipped, with their conditions. */
  readonly conditional: ReadonlyMap<string, string>
  /** Types of templates that get their image from the defaults of the workflow. */
  readonly defaultImages: ReadonlySet<TemplateType>
  readonly settings: CheckSettings
}

/** A rule about one step in its surroundings. Paths are the step's. */
export type PlacedStepRule = (
  step: StepView,
  around: Surroundings,
  reader: FieldReader,
) => readonly Finding[]

/**
 * A rule about a text that refers to something. `group` is the index of its lane, or task, and `step` is in it; paths are from that step, or
 * from the template.
 */
export type TextRule = (
  text: TaggedText,
  group: number | undefined,
  around: Surroundings,
  step: StepView | undefined,
) => readonly Finding[]

/** The scope of a document; nothing when the file has no such document. */
export function scopeOf(
  tree: YamlTree,
  document: number,
  settings: CheckSettings,
  others: readonly TemplateSource[] = [],
): DocumentScope | undefined {
  const root = tree.documents[document]
  if (root === undefined) return undefined
  const manifest = readManifest(root)
  const templates = new Map<string, TemplateView>()
  for (const template of manifest.spec.templates) {
    if (template.name !== undefined && !templates.has(template.name))
      templates.set(template.name, template)
  }
  const sources = [{ tree }, ...others]
  const run = runBy(manifest, sources, settings)
  return { manifest, reader: new FieldReader(root), templates, settings, sources, run }
}

function runBy(
  { spec, namespace }: ManifestView,
  sources: readonly TemplateSource[],
  { isOffline }: CheckSettings,
): ManifestView | undefined {
  const name = spec.workflowTemplateRef
  if (name === undefined) return undefined
  const reference = { name, clusterScope: spec.workflowTemplateScope }
  const found = resolveTemplateRef(sources, reference, namespace, isOffline)
  return found.status === 'found' ? found.manifest : undefined
}

/** A step or task of a template with its path there. */
export interface PlacedStep {
  readonly step: StepView
  readonly path: Path
  /** Of a step; tasks have none. */
  readonly lane: number | undefined
}

/** All steps of a template, or all its tasks. */
export function stepsOf(template: TemplateView): readonly PlacedStep[] {
  return template.lanes.length > 0
    ? template.lanes.flatMap(({ steps }, lane) =>
        steps.map((step, index) => ({ step, path: ['steps', lane, index], lane })),
      )
    : template.tasks.map((step, index) => ({
        step,
        path: ['dag', 'tasks', index],
        lane: undefined,
      }))
}
