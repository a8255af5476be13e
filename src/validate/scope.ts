import type { Path } from '../base/index.ts'
import {
  FieldReader,
  readManifest,
  type ManifestView,
  type StepView,
  type TemplateView,
} from '../argo/index.ts'
import type { YamlNode, YamlTree } from '../yaml/index.ts'
import type { Finding } from './problem.ts'

/** What rules know of the document that they look at. */
export interface DocumentScope {
  readonly manifest: ManifestView
  readonly reader: FieldReader
  /** Templates by name; of several the first, which is the one that Argo takes. */
  readonly templates: ReadonlyMap<string, TemplateView>
}

/** A rule about a whole document. Paths are the document's. */
export type DocumentRule = (scope: DocumentScope) => readonly Finding[]

/** A rule about one template, which may look at the others. Paths are the template's. */
export type TemplateRule = (template: TemplateView, scope: DocumentScope) => readonly Finding[]

/** A rule about one step alone. Paths are the step's. */
export type StepRule = (step: StepView, reader: FieldReader) => readonly Finding[]

/** The scope of a document; nothing when the file has no such document. */
export function scopeOf(tree: YamlTree, document: number): DocumentScope | undefined {
  const root = tree.documents[document]
  if (root === undefined) return undefined
  const manifest = readManifest(root)
  const templates = new Map<string, TemplateView>()
  for (const template of manifest.spec.templates) {
    if (template.name !== undefined && !templates.has(template.name))
      templates.set(template.name, template)
  }
  return { manifest, reader: new FieldReader(root), templates }
}

/** A step or task of a template with its path there. */
export interface PlacedStep {
  readonly step: StepView
  readonly path: Path
  /** Of a step; tasks have none. */
  readonly lane: number | undefined
}

const placedSteps = new WeakMap<TemplateView, readonly PlacedStep[]>()

/** All steps of a template, or all its tasks. Kept with the view: every rule about steps asks for them. */
export function stepsOf(template: TemplateView): readonly PlacedStep[] {
  const known = placedSteps.get(template)
  if (known !== undefined) return known
  const placed: PlacedStep[] = []
  for (const [lane, { steps }] of template.lanes.entries()) {
    for (const [index, step] of steps.entries())
      placed.push({ step, path: ['steps', lane, index], lane })
  }
  for (const [index, step] of template.tasks.entries()) {
    placed.push({ step, path: ['dag', 'tasks', index], lane: undefined })
  }
  placedSteps.set(template, placed)
  return placed
}

/** Makes a rule about steps one about their template. What is found is kept with the step's node while that lives. */
export function perStep(rule: StepRule): TemplateRule {
  const known = new WeakMap<YamlNode, readonly Finding[]>()
  return (template, { manifest, reader }) => {
    // Where there are aliases, what a node means depends on the whole document.
    const remembers = !manifest.document.hasAnchors
    const findings: Finding[] = []
    for (const { step, path } of stepsOf(template)) {
      const kept = remembers ? known.get(step.node) : undefined
      const found = kept ?? rule(step, reader)
      if (remembers && kept === undefined) known.set(step.node, found)
      for (const finding of found) findings.push({ ...finding, path: [...path, ...finding.path] })
    }
    return findings
  }
}
