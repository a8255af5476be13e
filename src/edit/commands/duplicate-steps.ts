import type { Result } from '../../base/index.ts'
import { freeName, isTaskPlace, nameProblem, type NodePlace, templateAt } from '../../argo/index.ts'
import { insertItems, itemText, type Address } from '../../yaml/index.ts'
import { withoutAnchors } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command, Edit, Refusal } from '../command.ts'
import { Draft } from '../draft.ts'
import { followRename } from '../follow.ts'
import {
  findNodeAt,
  findNodes,
  nameOf,
  pathOf,
  stepAt,
  stepNames,
  type StepAddress,
  type StepKey,
  type TemplateKey,
} from '../places.ts'
import { setName } from '../set-name.ts'
import { laneAddress, listAt, tasksAddress } from '../step-texts.ts'

export type DuplicateStepArguments = StepAddress & {
  /** The copy's name; without one, a free name after the original's. */
  readonly name?: string | undefined
}

export interface DuplicateStepsArguments {
  readonly template: TemplateKey
  readonly steps: readonly StepKey[]
}

/**
 * Puts a copy of a step right after it, in the same lane, or of a task after it, depending on the same others. The comments above the
 * step stay with the original.
 */
export const duplicateStep: Command<DuplicateStepArguments> = (context, { name, ...address }) => {
  const draft = new Draft(context)
  const { manifest } = draft
  const place = manifest && draft.take(findNodeAt(manifest, address))
  if (manifest === undefined || place === undefined) return draft.finish()
  const template = templateAt(manifest, place.template)
  const problem = name === undefined ? undefined : nameProblem(name)
  if (problem !== undefined) draft.refuse(`“${name ?? ''}” is no name for a step. ${problem}`)
  if (name !== undefined && stepNames(template).has(name))
    draft.refuse(`The template ${nameOf(template, place.template)} has a step ${name} already.`)
  return duplicate(draft, [place], name)
}

/** Puts copies of several steps each right after its original. */
export const duplicateSteps: Command<DuplicateStepsArguments> = (context, { template, steps }) => {
  const draft = new Draft(context)
  const nodes = draft.manifest && draft.take(findNodes(draft.manifest, template, steps))
  return duplicate(draft, nodes?.places ?? [], undefined)
}

export function readDuplicateStep(read: ArgumentReader): DuplicateStepArguments {
  return { ...read.step(), name: read.optionalText('name') }
}

export function readDuplicateSteps(read: ArgumentReader): DuplicateStepsArguments {
  return { template: read.template(), steps: read.steps() }
}

function duplicate(
  draft: Draft,
  places: readonly NodePlace[],
  name: string | undefined,
): Result<Edit, Refusal> {
  const { document, manifest } = draft
  if (manifest === undefined || draft.refused) return draft.finish()
  for (const place of places.toReversed()) copyBelow(draft, place)
  const taken = stepNames(templateAt(manifest, places[0]?.template ?? 0))
  const selection: Address[] = []
  for (const [index, place] of places.entries()) {
    const before = places.slice(0, index).filter((other) => isBeside(other, place)).length
    const copy = isTaskPlace(place)
      ? { ...place, task: place.task + before + 1 }
      : { ...place, step: place.step + before + 1 }
    const scope = isTaskPlace(place) ? 'tasks' : 'steps'
    const address = { document, path: pathOf(manifest, copy) }
    const old = stepAt(manifest, place)?.name
    if (old !== undefined) {
      const fresh = name ?? freeName(old, taken)
      taken.add(fresh)
      draft.plan((tree) => setName(tree, address, fresh))
      // Where a step speaks of itself, as in a hook, the copy speaks of itself too.
      draft.plan((tree) => followRename(tree, address, { scope, step: old }, fresh))
    }
    selection.push(address)
  }
  return draft.finish(selection)
}

/** Whether two steps stand in the same list. */
function isBeside(a: NodePlace, b: NodePlace): boolean {
  return isTaskPlace(a) ? isTaskPlace(b) : !isTaskPlace(b) && a.lane === b.lane
}

function copyBelow(draft: Draft, place: NodePlace): void {
  draft.plan((tree, manifest) => {
    const [address, index] = isTaskPlace(place)
      ? [tasksAddress(manifest, draft.document, place.template), place.task]
      : [laneAddress(manifest, draft.document, place.template, place.lane), place.step]
    const list = listAt(tree, address)
    const own = list === undefined ? undefined : itemText(tree.text, list, index)
    const copy = own === undefined ? [] : [withoutAnchors({ ...own, comments: [] })]
    return insertItems(tree, address, index + 1, copy)
  })
}
