import type { Path } from '../base/index.ts'
import {
  FieldReader,
  readManifest,
  type Callable,
  type ManifestView,
  type StepNames,
  type StepView,
  type TemplateType,
  type TemplateView,
} from '../argo/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import type { Finding } from './problem.ts'
import type { CheckSettings } from './settings.ts'
import type { TaggedText } from './tagged-text.ts'

/** What rules know of the document that they look at. */
export interface DocumentScope {
  readonly manifest: ManifestView
  readonly reader: FieldReader
  /** Templates by name; of several the first, which is the one that Argo takes. */
  readonly templates: ReadonlyMap<string, TemplateView>
  readonly settings: CheckSettings
}

/** A rule about a whole document. Paths are the document's. */
export type DocumentRule = (scope: DocumentScope) => readonly Finding[]

/** A rule about one template, which may look at all others. Paths are the template's. It is asked after every edit. */
export type TemplateRule = (template: TemplateView, scope: DocumentScope) => readonly Finding[]

/** A rule about one template alone. Paths are the template's. */
export type OwnRule = (
  template: TemplateView,
  reader: FieldReader,
  settings: CheckSettings,
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
  readonly templates: Callable
  /** Whether the templates of another manifest are there as well. */
  readonly hasOthers: boolean
  readonly settings: CheckSettings
}

/** A rule about one step in its surroundings. Paths are the step's. */
export type PlacedStepRule = (step: StepView, around: Surroundings) => readonly Finding[]

/** A rule about a text that refers to something. `group` is the index of its lane, or task; paths are from its step, or from the template. */
export type TextRule = (
  text: TaggedText,
  group: number | undefined,
  around: Surroundings,
) => readonly Finding[]

/** The scope of a document; nothing when the file has no such document. */
export function scopeOf(
  tree: YamlTree,
  document: number,
  settings: CheckSettings,
): DocumentScope | undefined {
  const root = tree.documents[document]
  if (root === undefined) return undefined
  const manifest = readManifest(root)
  const templates = new Map<string, TemplateView>()
  for (const template of manifest.spec.templates) {
    if (template.name !== undefined && !templates.has(template.name))
      templates.set(template.name, template)
  }
  return { manifest, reader: new FieldReader(root), templates, settings }
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
