import { allSteps, isTaskPlace, nameProblem, templateAt, templatePath } from '../../argo/index.ts'
import { setEntry } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { followTaskName } from '../dependencies.ts'
import { followRename } from '../follow.ts'
import { findNodeAt, nameOf, pathOf, stepAt, stepNames, type StepAddress } from '../places.ts'

export type RenameStepArguments = StepAddress & {
  /** The new name. */
  readonly name: string
}

/** Renames a step or task; every reference to it in its template follows, in what tasks depend on too. Refused for names that Argo does not take, and taken ones. */
export const renameStep: Command<RenameStepArguments> = (context, { name, ...address }) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const template = templateAt(manifest, place.template)
  const path = pathOf(manifest, place)
  const old = stepAt(manifest, place)?.name
  const problem = nameProblem(name)
  const use = anchorUsedElsewhere(tree, document, [[...path, 'name']])
  const word = isTaskPlace(place) ? 'task' : 'step'
  if (problem !== undefined) draft.refuse(`“${name}” is no name for a ${word}. ${problem}`)
  else if (old === name) draft.refuse(`The ${word} is called ${name} already.`)
  else if (stepNames(template).has(name))
    draft.refuse(`The template ${nameOf(template, place.template)} has a ${word} ${name} already.`)
  else if (use !== undefined) draft.refuse(anchorMessage('The name', use))
  draft.plan((current) => setEntry(current, { document, path }, 'name', name, { after: [] }))
  // Of two steps of one name nobody knows which is meant.
  const all = template === undefined ? [] : allSteps(template)
  if (old !== undefined && all.filter((step) => step.name === old).length === 1) {
    const whole = { document, path: templatePath(manifest, place.template) }
    const scope = isTaskPlace(place) ? 'tasks' : 'steps'
    draft.plan((current) => followRename(current, whole, { scope, step: old }, name))
    if (isTaskPlace(place)) followTaskName(draft, place.template, old, name)
  }
  return draft.finish([{ document, path }])
}

export function readRenameStep(read: ArgumentReader): RenameStepArguments {
  return { ...read.step(), name: read.text('name') }
}
