import { nameProblem, templatePath } from '../../argo/index.ts'
import { setEntry } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { followRename } from '../follow.ts'
import { findStepAt, nameOf, pathOf, stepAt, stepNames, type StepAddress } from '../places.ts'

export type RenameStepArguments = StepAddress & {
  /** The new name. */
  readonly name: string
}

/** Renames a step; every reference to it in its template follows. Refused for names that Argo does not take, and taken ones. */
export const renameStep: Command<RenameStepArguments> = (context, { name, ...address }) => {
  const draft = new Draft(context)
  const { manifest, document, tree } = draft
  const place = manifest && draft.take(findStepAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const template = manifest.spec.templates[place.template]
  const path = pathOf(manifest, place)
  const old = stepAt(manifest, place)?.name
  const problem = nameProblem(name)
  const use = anchorUsedElsewhere(tree, document, [[...path, 'name']])
  if (problem !== undefined) draft.refuse(`“${name}” is no name for a step. ${problem}`)
  else if (old === name) draft.refuse(`The step is called ${name} already.`)
  else if (stepNames(template).has(name))
    draft.refuse(`The template ${nameOf(template, place.template)} has a step ${name} already.`)
  else if (use !== undefined) draft.refuse(anchorMessage('The name', use))
  draft.plan((current) => setEntry(current, { document, path }, 'name', name, { after: [] }))
  // Of two steps of one name nobody knows which is meant.
  const isOnly =
    template?.lanes.flatMap(({ steps }) => steps).filter((step) => step.name === old).length === 1
  if (old !== undefined && isOnly) {
    const whole = { document, path: templatePath(manifest, place.template) }
    draft.plan((current) => followRename(current, whole, { scope: 'steps', step: old }, name))
  }
  return draft.finish([{ document, path }])
}

export function readRenameStep(read: ArgumentReader): RenameStepArguments {
  return { ...read.step(), name: read.text('name') }
}
