import { err, ok, type Path, type Result } from '../base/index.ts'
import {
  isTaskPlace,
  type ManifestView,
  nodeAt,
  nodePath,
  type NodePlace,
  type StepPlace,
  type StepView,
  type TaskPlace,
  type TemplateAddress,
  templateAt,
  templateIndex,
  templateOfPath,
  type TemplateView,
} from '../argo/index.ts'
import type { Refusal } from './command.ts'

/**
 * A template by its name, or by its index in `templates` where names do not tell; an inline one by its path from the document's root. So every
 * `TemplateAddress` is a key.
 */
export type TemplateKey = string | TemplateAddress

/** A step or task of a template by its name, or by its place where names do not tell. */
export type StepKey =
  string | { readonly lane: number; readonly index: number } | { readonly task: number }

/** A step or task by the names of its template and itself, or by its place in the template. */
export type StepAddress =
  | { readonly template: TemplateKey; readonly step: string }
  | { readonly template: TemplateKey; readonly lane: number; readonly index: number }
  | { readonly template: TemplateKey; readonly task: number }

/** Where steps go: into a lane before the step that is at `index` now (at its end without), or into a new lane before `newLane`. */
export type Destination =
  { readonly lane: number; readonly index?: number | undefined } | { readonly newLane: number }

/** Where the template of a key is. Refused when there is none, with the names that there are. */
export function findTemplate(
  manifest: ManifestView,
  key: TemplateKey,
): Result<TemplateAddress, Refusal> {
  const { templates } = manifest.spec
  if (typeof key === 'object') return findByPath(manifest, key)
  const index =
    typeof key === 'string'
      ? templateIndex(manifest, key)
      : templates[key] === undefined
        ? undefined
        : key
  if (index !== undefined) return ok(index)
  const named = typeof key === 'string' ? key : `number ${String(key + 1)}`
  return err({ message: `There is no template ${named}. ${listed('The file has', templates)}` })
}

/** A template of the list may be given by its path as well. */
function findByPath(manifest: ManifestView, path: Path): Result<TemplateAddress, Refusal> {
  const index = templateOfPath(manifest, path)
  if (index !== undefined && path.length === manifest.specPath.length + 2)
    return findTemplate(manifest, index)
  return templateAt(manifest, path) === undefined
    ? err({ message: `There is no template at ${path.join('.')}.` })
    : ok(path)
}

/** Index of a template of the list, for what inline templates cannot have: a name to call, a place in the list. */
export function findListedTemplate(
  manifest: ManifestView,
  key: TemplateKey,
): Result<number, Refusal> {
  const found = findTemplate(manifest, key)
  if (!found.ok) return found
  if (typeof found.value === 'number') return ok(found.value)
  return err({
    message: 'This template is inline: it belongs to its step and has no place in the list.',
  })
}

/** A template that has lanes, or may have: of type `steps`, or of no type yet. */
export function findStepsTemplate(
  manifest: ManifestView,
  key: TemplateKey,
): Result<TemplateAddress, Refusal> {
  const found = findTemplate(manifest, key)
  if (!found.ok) return found
  const template = templateAt(manifest, found.value)
  const type = template?.type
  if (type === undefined || type === 'steps') return found
  return err({
    message: `The template ${nameOf(template, found.value)} is a ${type} template, and only steps templates have lanes.`,
  })
}

/** A template that has tasks. */
export function findDagTemplate(
  manifest: ManifestView,
  key: TemplateKey,
): Result<TemplateAddress, Refusal> {
  const found = findTemplate(manifest, key)
  if (!found.ok) return found
  const template = templateAt(manifest, found.value)
  if (template?.type === 'dag') return found
  const type = template?.type ?? 'type-less'
  return err({
    message: `The template ${nameOf(template, found.value)} is a ${type} template, and only dag templates have tasks.`,
  })
}

/** The step of an address. Refused when there is none, with the names that there are, and for tasks, which have no lanes. */
export function findStepAt(
  manifest: ManifestView,
  address: StepAddress,
): Result<StepPlace, Refusal> {
  const template = findStepsTemplate(manifest, address.template)
  if (!template.ok) return template
  const found = findNodeIn(manifest, template.value, keyOf(address))
  if (!found.ok) return found
  return isTaskPlace(found.value) ? err(noLanes) : ok(found.value)
}

/** The step or task of an address. Refused when there is none, with the names that there are. */
export function findNodeAt(
  manifest: ManifestView,
  address: StepAddress,
): Result<NodePlace, Refusal> {
  const template = findTemplate(manifest, address.template)
  return template.ok ? findNodeIn(manifest, template.value, keyOf(address)) : template
}

/** The task of a key in a dag template. */
export function findTaskIn(
  manifest: ManifestView,
  template: TemplateAddress,
  key: StepKey,
): Result<TaskPlace, Refusal> {
  const found = findNodeIn(manifest, template, key)
  if (!found.ok) return found
  return isTaskPlace(found.value)
    ? ok(found.value)
    : err({ message: 'This is a step of a lane, and only tasks of a dag depend on each other.' })
}

const noLanes: Refusal = { message: 'A task of a dag has no lane.' }

function keyOf(address: StepAddress): StepKey {
  if ('step' in address) return address.step
  if ('task' in address) return { task: address.task }
  return { lane: address.lane, index: address.index }
}

/** The step or task of a key in a template. */
function findNodeIn(
  manifest: ManifestView,
  template: TemplateAddress,
  key: StepKey,
): Result<NodePlace, Refusal> {
  const view = templateAt(manifest, template)
  const name = nameOf(view, template)
  const type = view?.type
  if (type !== undefined && type !== 'steps' && type !== 'dag')
    return err({ message: `The template ${name} is a ${type} template, which has no steps.` })
  if (typeof key !== 'string') {
    const place =
      'task' in key ? { template, task: key.task } : { template, lane: key.lane, step: key.index }
    if (nodeAt(manifest, place) !== undefined) return ok(place)
    const where = isTaskPlace(place)
      ? `no task ${String(place.task + 1)}`
      : `no step ${String(place.step + 1)} in lane ${String(place.lane + 1)}`
    return err({ message: `The template ${name} has ${where}.` })
  }
  const word = type === 'dag' ? 'task' : 'step'
  const places = placesOf(view, template)
  const found = places.find((place) => nodeAt(manifest, place)?.name === key)
  if (found !== undefined) return ok(found)
  const nodes = places.flatMap((place) => nodeAt(manifest, place) ?? [])
  return err({ message: `The template ${name} has no ${word} ${key}. ${listed('It has', nodes)}` })
}

/** The places of all steps, or all tasks, of a template. */
function placesOf(view: TemplateView | undefined, template: TemplateAddress): readonly NodePlace[] {
  if (view?.type === 'dag') return view.tasks.map((_, task) => ({ template, task }))
  const lanes = view?.lanes ?? []
  return lanes.flatMap(({ steps }, lane) => steps.map((_, step) => ({ template, lane, step })))
}

/** The steps of keys in a template, each once, in the order of the lanes. */
export function findSteps(
  manifest: ManifestView,
  template: TemplateKey,
  keys: readonly StepKey[],
): Result<readonly StepPlace[], Refusal> {
  const index = findStepsTemplate(manifest, template)
  if (!index.ok) return index
  const nodes = findNodes(manifest, template, keys)
  if (!nodes.ok) return nodes
  return nodes.value.kind === 'steps' ? ok(nodes.value.places) : err(noLanes)
}

/** Steps or tasks of one template. */
export type Nodes =
  | { readonly kind: 'steps'; readonly places: readonly StepPlace[] }
  | { readonly kind: 'tasks'; readonly places: readonly TaskPlace[] }

/** The steps or tasks of keys in a template, each once, in the order of the text. */
export function findNodes(
  manifest: ManifestView,
  template: TemplateKey,
  keys: readonly StepKey[],
): Result<Nodes, Refusal> {
  const index = findTemplate(manifest, template)
  if (!index.ok) return index
  const steps = new Map<string, StepPlace>()
  const tasks = new Map<number, TaskPlace>()
  for (const key of keys) {
    const place = findNodeIn(manifest, index.value, key)
    if (!place.ok) return place
    const found = place.value
    if (isTaskPlace(found)) tasks.set(found.task, found)
    else steps.set(`${String(found.lane)}/${String(found.step)}`, found)
  }
  if (steps.size + tasks.size === 0) return err({ message: 'No step is given.' })
  if (tasks.size > 0)
    return ok({ kind: 'tasks', places: [...tasks.values()].sort((a, b) => a.task - b.task) })
  const places = [...steps.values()].sort((a, b) => a.lane - b.lane || a.step - b.step)
  return ok({ kind: 'steps', places })
}

/** The view of a step or task at a place. */
export function stepAt(manifest: ManifestView, place: NodePlace): StepView | undefined {
  return nodeAt(manifest, place)
}

/** The path of a step or task at a place. */
export function pathOf(manifest: ManifestView, place: NodePlace): readonly (string | number)[] {
  return nodePath(manifest, place)
}

/** The names of all steps or tasks of a template. */
export function stepNames(template: TemplateView | undefined): Set<string> {
  const steps = [
    ...(template?.lanes.flatMap((lane) => lane.steps) ?? []),
    ...(template?.tasks ?? []),
  ]
  return new Set(steps.flatMap(({ name }) => name ?? []))
}

/** The names of all templates. */
export function templateNames(manifest: ManifestView): Set<string> {
  return new Set(manifest.spec.templates.flatMap(({ name }) => name ?? []))
}

/** A template's name for messages. */
export function nameOf(template: TemplateView | undefined, address: TemplateAddress): string {
  if (template?.name !== undefined) return template.name
  return typeof address === 'number' ? `number ${String(address + 1)}` : 'given inline'
}

const MAX_LISTED = 12

function listed(start: string, items: readonly { readonly name: string | undefined }[]): string {
  const names = items.flatMap(({ name }) => name ?? [])
  if (names.length === 0) return `${start} none.`
  const more = names.length > MAX_LISTED ? ` and ${String(names.length - MAX_LISTED)} more` : ''
  return `${start} ${names.slice(0, MAX_LISTED).join(', ')}${more}.`
}
