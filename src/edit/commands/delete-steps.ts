import type { Result } from '../../base/index.ts'
import type { StepPlace } from '../../argo/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command, Edit, Refusal } from '../command.ts'
import { Draft } from '../draft.ts'
import {
  findStepAt,
  findSteps,
  pathOf,
  stepAt,
  type StepAddress,
  type StepKey,
  type TemplateKey,
} from '../places.ts'
import { removeSteps } from '../remove-steps.ts'

export interface DeleteStepsArguments {
  readonly template: TemplateKey
  readonly steps: readonly StepKey[]
}

/** Deletes a step with the comments that are its own; a lane that is left empty goes. References to it stay and become problems. */
export const deleteStep: Command<StepAddress> = (context, address) => {
  const draft = new Draft(context)
  const place = draft.manifest && draft.take(findStepAt(draft.manifest, address))
  return remove(draft, place === undefined ? [] : [place])
}

/** Deletes several steps, as `deleteStep` does. */
export const deleteSteps: Command<DeleteStepsArguments> = (context, { template, steps }) => {
  const draft = new Draft(context)
  const places = draft.manifest && draft.take(findSteps(draft.manifest, template, steps))
  return remove(draft, places ?? [])
}

export function readDeleteStep(read: ArgumentReader): StepAddress {
  return read.step()
}

export function readDeleteSteps(read: ArgumentReader): DeleteStepsArguments {
  return { template: read.template(), steps: read.steps() }
}

function remove(draft: Draft, places: readonly StepPlace[]): Result<Edit, Refusal> {
  const { manifest, tree, document } = draft
  if (manifest === undefined || draft.refused) return draft.finish()
  const paths = places.map((place) => pathOf(manifest, place))
  const use = anchorUsedElsewhere(tree, document, paths)
  if (use !== undefined) {
    const names = places.map((place) => stepAt(manifest, place)?.name ?? 'without a name')
    const what = names.length === 1 ? 'The step' : 'One of the steps'
    return draft.refuse(anchorMessage(`${what} ${names.join(', ')}`, use)).finish()
  }
  removeSteps(draft, places)
  return draft.finish()
}
