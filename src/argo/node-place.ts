import type { Path } from '../base/index.ts'
import { stepPath, stepPlaceOf, templateOfPath, templatePath, type StepPlace } from './resolve.ts'
import type { ManifestView, StepView } from './view.ts'

/** Where a task is: indices of its `dag` template and of itself among the tasks. */
export interface TaskPlace {
  readonly template: number
  readonly task: number
}

/** Where a container of a `containerSet` template is. */
export interface ContainerPlace {
  readonly template: number
  readonly container: number
}

/** Where something is that calls a template: a step of a lane, or a task of a dag. */
export type NodePlace = StepPlace | TaskPlace

/** Whether a place is that of a task. */
export function isTaskPlace(place: NodePlace): place is TaskPlace {
  return 'task' in place
}

/** Path of a task of a `dag` template. */
export function taskPath(manifest: ManifestView, template: number, task: number): Path {
  return [...templatePath(manifest, template), 'dag', 'tasks', task]
}

/** Path of a container of a `containerSet` template. */
export function containerPath(manifest: ManifestView, template: number, container: number): Path {
  return [...templatePath(manifest, template), 'containerSet', 'containers', container]
}

/** Reads a path that leads to a task, or into one; nothing when it leads elsewhere. */
export function taskPlaceOf(manifest: ManifestView, path: Path): TaskPlace | undefined {
  const template = templateOfPath(manifest, path)
  const [dag, tasks, task] = path.slice(manifest.specPath.length + 2)
  if (template === undefined || dag !== 'dag' || tasks !== 'tasks' || typeof task !== 'number')
    return undefined
  return manifest.spec.templates[template]?.tasks[task] === undefined
    ? undefined
    : { template, task }
}

/** Reads a path that leads to a container of a `containerSet`, or into one. */
export function containerPlaceOf(manifest: ManifestView, path: Path): ContainerPlace | undefined {
  const template = templateOfPath(manifest, path)
  const [set, containers, container] = path.slice(manifest.specPath.length + 2)
  if (template === undefined || set !== 'containerSet' || containers !== 'containers')
    return undefined
  if (typeof container !== 'number') return undefined
  return manifest.spec.templates[template]?.containers[container] === undefined
    ? undefined
    : { template, container }
}

/** Reads a path that leads to a step or a task, or into one. */
export function nodePlaceOf(manifest: ManifestView, path: Path): NodePlace | undefined {
  return stepPlaceOf(manifest, path) ?? taskPlaceOf(manifest, path)
}

/** The view of the step or task at a place. */
export function nodeAt(manifest: ManifestView, place: NodePlace): StepView | undefined {
  const template = manifest.spec.templates[place.template]
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
  if (a.template !== b.template) return false
  if (isTaskPlace(a)) return isTaskPlace(b) && a.task === b.task
  return !isTaskPlace(b) && a.lane === b.lane && a.step === b.step
}
