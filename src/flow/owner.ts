import type { Path } from '../base/index.ts'
import { readManifest, type ManifestView, type StepView, type TemplateView } from '../argo/index.ts'
import type { YamlTree } from '../yaml/index.ts'

/** A template with its place: one of a document's own, or one that is given in place. */
export interface Owner {
  readonly document: number
  readonly path: Path
  readonly view: TemplateView
}

/** A step or task of an owner. */
export interface PlacedStep {
  readonly document: number
  readonly path: Path
  readonly view: StepView
  /** Of a step; tasks have none. */
  readonly lane: number | undefined
}

/** A document with what is needed to find out what its texts refer to. */
export interface Flow {
  readonly tree: YamlTree
  readonly document: number
  readonly manifest: ManifestView
  /** Templates by name; of several the first, which is the one that Argo takes. */
  readonly templates: ReadonlyMap<string, Owner>
}

const flows = new WeakMap<YamlTree, Map<number, Flow>>()

/** The flow of a document of a tree; of one that is not there, that of an empty manifest. The same tree gives the same object. */
export function flowOf(tree: YamlTree, document: number): Flow | undefined {
  const known = flows.get(tree) ?? new Map<number, Flow>()
  flows.set(tree, known)
  const found = known.get(document)
  const root = tree.documents[document]
  if (found !== undefined || root === undefined) return found
  const manifest = readManifest(root)
  const templates = new Map<string, Owner>()
  for (const [index, view] of manifest.spec.templates.entries()) {
    if (view.name !== undefined && !templates.has(view.name))
      templates.set(view.name, { document, path: pathOfTemplate(manifest, index), view })
  }
  const flow = { tree, document, manifest, templates }
  known.set(document, flow)
  return flow
}

/** All templates of a document that are not given in place. */
export function ownersOf({ manifest, document }: Flow): readonly Owner[] {
  return manifest.spec.templates.map((view, index) => ({
    document,
    path: pathOfTemplate(manifest, index),
    view,
  }))
}

/** The innermost template that a path leads to or into, by way of those that are given in place. */
export function ownerAt(flow: Flow, path: Path): Owner | undefined {
  return placesAt(flow, path).owners[0]
}

/** All templates that a path leads into, the innermost first. */
export function ownersAround(flow: Flow, path: Path): readonly Owner[] {
  return placesAt(flow, path).owners
}

/** The innermost step or task that a path leads to or into. */
export function stepAt(flow: Flow, path: Path): PlacedStep | undefined {
  return placesAt(flow, path).step
}

/** The templates and the innermost step around a path. A step's inline template is around what is in it, not around the step. */
function placesAt(
  flow: Flow,
  path: Path,
): { readonly owners: readonly Owner[]; readonly step: PlacedStep | undefined } {
  const { manifest, document } = flow
  const depth = manifest.specPath.length
  const index = path[depth + 1]
  const view = typeof index === 'number' ? manifest.spec.templates[index] : undefined
  const isInSpec = manifest.specPath.every((part, at) => part === path[at])
  if (!isInSpec || path[depth] !== 'templates' || view === undefined)
    return { owners: [], step: undefined }
  let owner: Owner = { document, path: path.slice(0, depth + 2), view }
  const owners = [owner]
  let step: PlacedStep | undefined
  for (;;) {
    const inner = childStep(owner, path)
    if (inner === undefined) return { owners, step }
    step = inner
    const { inline } = inner.view
    const at = inner.path.length
    if (inline === undefined || path[at] !== 'inline') return { owners, step }
    owner = { document, path: path.slice(0, at + 1), view: inline }
    owners.unshift(owner)
  }
}

function childStep({ document, path: base, view }: Owner, path: Path): PlacedStep | undefined {
  const [first, second, third] = path.slice(base.length)
  const isStep = first === 'steps' && typeof second === 'number' && typeof third === 'number'
  const isTask = first === 'dag' && second === 'tasks' && typeof third === 'number'
  if (!isStep && !isTask) return undefined
  const step = isStep ? view.lanes[second]?.steps[third] : view.tasks[third]
  if (step === undefined) return undefined
  return {
    document,
    path: path.slice(0, base.length + 3),
    view: step,
    lane: isStep ? second : undefined,
  }
}

/** Steps by name, once enough were asked for to make that worth it; before, how many were. */
const steps = new WeakMap<TemplateView, ReadonlyMap<string, Path> | number>()

/** So many steps are looked for one by one, since after an edit mostly few are asked for. */
const FEW = 32

/** The step or task of a name; of several the first. */
export function stepNamed(owner: Owner, name: string): PlacedStep | undefined {
  const path = localPath(owner.view, name)
  return path && childStep(owner, [...owner.path, ...path])
}

/** The path of the step or task of a name, from its template. */
export function localPath(view: TemplateView, name: string): Path | undefined {
  const known = steps.get(view) ?? 0
  if (typeof known !== 'number') return known.get(name)
  if (known < FEW) {
    steps.set(view, known + 1)
    return findPath(view, name)
  }
  const index = new Map<string, Path>()
  for (const { view: step, path } of localSteps(view))
    if (step.name !== undefined && !index.has(step.name)) index.set(step.name, path)
  steps.set(view, index)
  return index.get(name)
}

function findPath({ lanes, tasks }: TemplateView, name: string): Path | undefined {
  for (const [lane, { steps: views }] of lanes.entries()) {
    const index = views.findIndex((step) => step.name === name)
    if (index >= 0) return ['steps', lane, index]
  }
  const index = tasks.findIndex((task) => task.name === name)
  return index < 0 ? undefined : ['dag', 'tasks', index]
}

/** A step or task with its path from its template. */
export interface LocalStep {
  readonly view: StepView
  readonly path: Path
  readonly lane: number | undefined
}

const local = new WeakMap<TemplateView, readonly LocalStep[]>()

/** All steps or tasks of a template, in the order of the text. Kept with the view. */
export function localSteps(template: TemplateView): readonly LocalStep[] {
  const known = local.get(template)
  if (known !== undefined) return known
  const placed: LocalStep[] = []
  for (const [lane, { steps: views }] of template.lanes.entries())
    for (const [index, view] of views.entries())
      placed.push({ view, path: ['steps', lane, index], lane })
  for (const [index, view] of template.tasks.entries())
    placed.push({ view, path: ['dag', 'tasks', index], lane: undefined })
  local.set(template, placed)
  return placed
}

function pathOfTemplate({ specPath }: ManifestView, index: number): Path {
  return [...specPath, 'templates', index]
}
