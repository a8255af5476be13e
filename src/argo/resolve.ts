import type { Path } from '../base/index.ts'
import type { YamlTree } from '../yaml/index.ts'
import { isManifestKind, readManifest } from './read.ts'
import type { ManifestView, StepView, TemplateView } from './view.ts'

/** Index of the first document that is one of Argo's kinds; else of the first that could become one; 0 for none. */
export function mainDocument(tree: YamlTree): number {
  const index = tree.documents.findIndex((document) => isManifestKind(readManifest(document).kind))
  return Math.max(0, index)
}

/** Index of the template of that name; of several the first, which is the one that Argo takes. */
export function templateIndex(
  manifest: ManifestView,
  name: string | undefined,
): number | undefined {
  if (name === undefined) return undefined
  const index = manifest.spec.templates.findIndex((template) => template.name === name)
  return index < 0 ? undefined : index
}

/** The template that a step calls: its inline one, or that of its name; nothing for a `templateRef` or an unknown name. */
export function calledTemplate(manifest: ManifestView, step: StepView): TemplateView | undefined {
  if (step.inline !== undefined) return step.inline
  const index = templateIndex(manifest, step.template)
  return index === undefined ? undefined : manifest.spec.templates[index]
}

/** Path of a template in its document. */
export function templatePath(manifest: ManifestView, template: number): Path {
  return [...manifest.specPath, 'templates', template]
}

/** Path of a lane of a `steps` template. */
export function lanePath(manifest: ManifestView, template: number, lane: number): Path {
  return [...templatePath(manifest, template), 'steps', lane]
}

/** Path of a step of a `steps` template. */
export function stepPath(
  manifest: ManifestView,
  template: number,
  lane: number,
  step: number,
): Path {
  return [...lanePath(manifest, template, lane), step]
}

/** Where a step is: indices of its template, its lane in it and its place in the lane. */
export interface StepPlace {
  readonly template: number
  readonly lane: number
  readonly step: number
}

/** Reads a path that leads to a step, or into one; nothing when it leads elsewhere. */
export function stepPlaceOf(manifest: ManifestView, path: Path): StepPlace | undefined {
  const { specPath } = manifest
  if (!specPath.every((part, index) => path[index] === part)) return undefined
  const [templates, template, steps, lane, step] = path.slice(specPath.length)
  if (templates !== 'templates' || steps !== 'steps') return undefined
  if (typeof template !== 'number' || typeof lane !== 'number' || typeof step !== 'number')
    return undefined
  return manifest.spec.templates[template]?.lanes[lane]?.steps[step] === undefined
    ? undefined
    : { template, lane, step }
}

/** Index of the template that a path leads to or into. */
export function templateOfPath(manifest: ManifestView, path: Path): number | undefined {
  const { specPath } = manifest
  const [templates, template] = path.slice(specPath.length)
  const inSpec = specPath.every((part, index) => path[index] === part)
  return inSpec && templates === 'templates' && typeof template === 'number' ? template : undefined
}

/** Finds a step by the names of its template and itself; of several steps of one name the first. */
export function findStep(
  manifest: ManifestView,
  template: string,
  step: string,
): StepPlace | undefined {
  const index = templateIndex(manifest, template)
  const lanes = index === undefined ? [] : (manifest.spec.templates[index]?.lanes ?? [])
  for (const [lane, { steps }] of lanes.entries()) {
    const place = steps.findIndex(({ name }) => name === step)
    if (place >= 0 && index !== undefined) return { template: index, lane, step: place }
  }
  return undefined
}
