import type { Result } from '../../base/index.ts'
import { isTaskPlace, type TaskPlace, templateAt } from '../../argo/index.ts'
import { removeItems } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command, Edit, Refusal } from '../command.ts'
import { removeFromTarget, removeFromTask } from '../dependencies.ts'
import { Draft } from '../draft.ts'
import {
  findNodeAt,
  findNodes,
  pathOf,
  stepAt,
  type Nodes,
  type StepAddress,
  type StepKey,
  type TemplateKey,
} from '../places.ts'
import { removeSteps } from '../remove-steps.ts'
import { tasksAddress } from '../step-texts.ts'

export interface DeleteStepsArguments {
  readonly template: TemplateKey
  readonly steps: readonly StepKey[]
}

/**
 * Deletes a step with the comments that are its own; a lane that is left empty goes. References to it stay and become problems. Of a
 * task, those that depended on it do so no more.
 */
export const deleteStep: Command<StepAddress> = (context, address) => {
  const draft = new Draft(context)
  const place = draft.manifest && draft.take(findNodeAt(draft.manifest, address))
  if (place === undefined) return draft.finish()
  const nodes: Nodes = isTaskPlace(place)
    ? { kind: 'tasks', places: [place] }
    : { kind: 'steps', places: [place] }
  return remove(draft, nodes)
}

/** Deletes several steps, as `deleteStep` does. */
export const deleteSteps: Command<DeleteStepsArguments> = (context, { template, steps }) => {
  const draft = new Draft(context)
  const nodes = draft.manifest && draft.take(findNodes(draft.manifest, template, steps))
  return nodes === undefined ? draft.finish() : remove(draft, nodes)
}

export function readDeleteStep(read: ArgumentReader): StepAddress {
  return read.step()
}

export function readDeleteSteps(read: ArgumentReader): DeleteStepsArguments {
  return { template: read.template(), steps: read.steps() }
}

function remove(draft: Draft, nodes: Nodes): Result<Edit, Refusal> {
  const { manifest, tree, document } = draft
  if (manifest === undefined || draft.refused) return draft.finish()
  const { places, kind } = nodes
  const paths = places.map((place) => pathOf(manifest, place))
  const use = anchorUsedElsewhere(tree, document, paths)
  if (use !== undefined) {
    const names = places.map((place) => stepAt(manifest, place)?.name ?? 'without a name')
    const word = kind === 'steps' ? 'step' : 'task'
    const what = names.length === 1 ? `The ${word}` : `One of the ${word}s`
    return draft.refuse(anchorMessage(`${what} ${names.join(', ')}`, use)).finish()
  }
  if (kind === 'steps') removeSteps(draft, nodes.places)
  else removeTasks(draft, nodes.places)
  return draft.finish()
}

/** Removes tasks of one dag, and their names from what the others depend on. */
function removeTasks(draft: Draft, places: readonly TaskPlace[]): void {
  const { manifest, document } = draft
  const template = places[0]?.template
  if (manifest === undefined || template === undefined) return
  const tasks = templateAt(manifest, template)?.tasks ?? []
  const gone = new Set(places.map(({ task }) => task))
  const stays = new Set(tasks.flatMap(({ name }, task) => (gone.has(task) ? [] : (name ?? []))))
  // A name that another task has as well still means that one.
  const names = new Set(places.flatMap(({ task }) => tasks[task]?.name ?? []))
  for (const name of stays) names.delete(name)
  for (const task of tasks.keys()) {
    if (gone.has(task)) continue
    for (const name of names) removeFromTask(draft, template, task, name)
  }
  removeFromTarget(draft, template, names)
  draft.plan((tree) => removeItems(tree, tasksAddress(manifest, document, template), [...gone]))
}
