import type { Path } from '../base/index.ts'
import {
  sameTemplate,
  stepPath,
  type StepPlace,
  stepPlaceOf,
  type TemplateAddress,
  templateAt,
  templateAddressOf,
  templatePath,
} from './resolve.ts'
import type { ManifestView, StepView } from './view.ts'

/** Where a task is: indices of its `dag` template and of itself among the tasks. */
export interface TaskPlace {
  readonly template: TemplateAddress
  readonly task: number
}

/** Where a container of a `containerSet` template is. */
export interface ContainerPlace {
  readonly template: TemplateAddress
  readonly container: number
}

/** Where something is that calls a template: a step of a lane, or a task of a dag. */
export type NodePlace = StepPlace | TaskPlace

/** Whether a place is that of a task. */
export function isTaskPlace(place: NodePlace): place is TaskPlace {
  return 'task' in place
}

/** Path of a task of a `dag` template. */
export function taskPath(manifest: ManifestView, template: TemplateAddress, task: number): Path {
  return [...templatePath(manifest, template), 'dag', 'tasks', task]
}

/** Path of a container of a `containerSet` template. */
export function containerPath(
  manifest: ManifestView,
  template: TemplateAddress,
  container: number,
): Path {
  return [...templatePath(manifest, template), 'containerSet', 'containers', container]
}

/** Reads a path that leads to a task, or into one; nothing when it leads elsewhere. */
export function taskPlaceOf(manifest: ManifestView, path: Path): TaskPlace | undefined {
  const template = templateAddressOf(manifest, path)
  if (template === undefined) return undefined
  const [dag, tasks, task] = path.slice(templatePath(manifest, template).length)
  const isTask = dag === 'dag' && tasks === 'tasks' && typeof task === 'number'
  if (isTask && templateAt(manifest, template)?.tasks[task]) return { template, task }
  // All else of an inline template is a part of the task that gives it.
  return typeof template === 'object' ? taskPlaceOf(manifest, template.slice(0, -1)) : undefined
}

/** Reads a path that leads to a container of a `containerSet`, or into one. */
export function containerPlaceOf(manifest: ManifestView, path: Path): ContainerPlace | undefined {
  const template = templateAddressOf(manifest, path)
  if (template === undefined) return undefined
  const [set, containers, container] = path.slice(templatePath(manifest, template).length)
  if (set !== 'containerSet' || containers !== 'containers') return undefined
  if (typeof container !== 'number') return undefined
  return templateAt(manifest, template)?.containers[container] === undefined
    ? undefined
    : { template, container }
}

/** Reads a path that leads to a step or a task, or into one. */
export function nodePlaceOf(manifest: ManifestView, path: Path): NodePlace | undefined {
  const step = stepPlaceOf(manifest, path)
  const task = taskPlaceOf(manifest, path)
  if (step === undefined || task === undefined) return step ?? task
  // Of a task in a step, or a step in a task, the inner one.
  const isInner = depthOf(manifest, task) > depthOf(manifest, step)
  return isInner ? task : step
}

function depthOf(manifest: ManifestView, { template }: NodePlace): number {
  return templatePath(manifest, template).length
}

/** The view of the step or task at a place. */
export function nodeAt(manifest: ManifestView, place: NodePlace): StepView | undefined {
  const template = templateAt(manifest, place.template)
  return isTaskPlace(place)
    ? template?.tasks[place.task]
    : template?.lanes[place.lane]?.steps[place.step]
}

/** The path of the step or task at a place. */
export function nodePath(manifest: ManifestView, place: NodePlace): Path {
  return isTaskPlace(place)
    ? taskPath(manifest, place.template, place.task)
    : stepPath(manifest, place.template, place.lane, place.step)
}

/** Whether two places are the same. */
export function isSameNode(a: NodePlace, b: NodePlace): boolean {
  if (!sameTemplate(a.template, b.template)) return false
  if (isTaskPlace(a)) return isTaskPlace(b) && a.task === b.task
  return !isTaskPlace(b) && a.lane === b.lane && a.step === b.step
}
