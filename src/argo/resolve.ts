import { samePath, type Path } from '../base/index.ts'
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

/**
 * Where a template is in its manifest. One of the list `templates` is known by its index there. An inline one, which is in no list and
 * often has no name, is known by the path of its map from the document's root: that of the step or task that gives it, and `inline`, as in
 * `['spec', 'templates', 0, 'steps', 1, 0, 'inline']`. Both lead to a view with `templateAt`, to a path with `templatePath`, and are what
 * commands take for `template`; compare them with `sameTemplate`. An address holds for one text: an edit may move what it leads to.
 */
export type TemplateAddress = number | Path

/** The template at an address; nothing when there is none. */
export function templateAt(
  manifest: ManifestView | undefined,
  address: TemplateAddress,
): TemplateView | undefined {
  if (manifest === undefined) return undefined
  const { templates } = manifest.spec
  if (typeof address === 'number') return templates[address]
  const way = inlineWay(manifest, address)
  if (way?.path.length !== address.length) return undefined
  return way.template
}

/** Path of a template in its document. */
export function templatePath(manifest: ManifestView, template: TemplateAddress): Path {
  return typeof template === 'number' ? [...manifest.specPath, 'templates', template] : template
}

/** Whether two addresses are of the same template. */
export function sameTemplate(
  a: TemplateAddress | undefined,
  b: TemplateAddress | undefined,
): boolean {
  if (a === b) return true
  return typeof a === 'object' && typeof b === 'object' && samePath(a, b)
}

/** Address of a template after others were put in right behind the one at an index of the list (`by` 1), or that one was taken out (`by` -1). */
export function shiftedTemplate(
  { specPath }: ManifestView,
  address: TemplateAddress,
  index: number,
  by: 1 | -1,
): TemplateAddress {
  if (typeof address === 'number') return address > index ? address + by : address
  const at = specPath.length + 1
  return address.map((part, depth) =>
    depth === at && typeof part === 'number' && part > index ? part + by : part,
  )
}

/** Address of the innermost template that a path leads to or into: an inline one where it goes through one, else one of the list. */
export function templateAddressOf(manifest: ManifestView, path: Path): TemplateAddress | undefined {
  const way = inlineWay(manifest, path)
  if (way === undefined) return undefined
  return way.depth === 0 ? templateOfPath(manifest, path) : way.path
}

/** Address of the template that is called by a step or task at a path; nothing for a `templateRef`, an unknown name and no call at all. */
export function calledAddress(
  manifest: ManifestView,
  step: StepView,
  path: Path,
): TemplateAddress | undefined {
  return step.inline === undefined ? templateIndex(manifest, step.template) : [...path, 'inline']
}

/** Path of a lane of a `steps` template. */
export function lanePath(manifest: ManifestView, template: TemplateAddress, lane: number): Path {
  return [...templatePath(manifest, template), 'steps', lane]
}

/** Path of a step of a `steps` template. */
export function stepPath(
  manifest: ManifestView,
  template: TemplateAddress,
  lane: number,
  step: number,
): Path {
  return [...lanePath(manifest, template, lane), step]
}

/** Where a step is: its template, its lane in it and its place in the lane. */
export interface StepPlace {
  readonly template: TemplateAddress
  readonly lane: number
  readonly step: number
}

/** The step at a place; nothing when there is none. */
export function stepAt(
  manifest: ManifestView,
  { template, lane, step }: StepPlace,
): StepView | undefined {
  return templateAt(manifest, template)?.lanes[lane]?.steps[step]
}

/**
 * Reads a path that leads to a step, or into one; nothing when it leads elsewhere. Where steps stand in the inline template of another step it
 * is the innermost.
 */
export function stepPlaceOf(manifest: ManifestView, path: Path): StepPlace | undefined {
  const template = templateAddressOf(manifest, path)
  if (template === undefined) return undefined
  const [steps, lane, step] = path.slice(templatePath(manifest, template).length)
  const place = stepParts(steps, lane, step)
  if (place !== undefined && templateAt(manifest, template)?.lanes[place.lane]?.steps[place.step])
    return { template, ...place }
  // All else of an inline template is a part of the step that gives it.
  return typeof template === 'object' ? stepPlaceOf(manifest, template.slice(0, -1)) : undefined
}

function stepParts(
  steps: string | number | undefined,
  lane: string | number | undefined,
  step: string | number | undefined,
): { readonly lane: number; readonly step: number } | undefined {
  if (steps !== 'steps' || typeof lane !== 'number' || typeof step !== 'number') return undefined
  return { lane, step }
}

/** Follows a path through the inline templates that it leads into, as far as there are any. */
function inlineWay(
  manifest: ManifestView,
  path: Path,
): { readonly template: TemplateView; readonly path: Path; readonly depth: number } | undefined {
  const index = templateOfPath(manifest, path)
  const first = index === undefined ? undefined : manifest.spec.templates[index]
  if (first === undefined) return undefined
  let template = first
  let length = manifest.specPath.length + 2
  for (let depth = 0; ; depth++) {
    const inner = inlineBelow(template, path.slice(length, length + 4))
    if (inner === undefined) return { template, path: path.slice(0, length), depth }
    template = inner.template
    length += inner.length
  }
}

/** The inline template that the next parts of a path lead to, from another template. */
function inlineBelow(
  { lanes, tasks }: TemplateView,
  [kind, list, item, last]: Path,
): { readonly template: TemplateView; readonly length: number } | undefined {
  const place = stepParts(kind, list, item)
  const step =
    place !== undefined
      ? lanes[place.lane]?.steps[place.step]
      : kind === 'dag' && list === 'tasks' && typeof item === 'number'
        ? tasks[item]
        : undefined
  return step?.inline === undefined || last !== 'inline'
    ? undefined
    : { template: step.inline, length: 4 }
}

/** Index of the template of the list that a path leads to or into. */
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
