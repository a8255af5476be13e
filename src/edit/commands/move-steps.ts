import { assertNever, type Result } from '../../base/index.ts'
import {
  templateAt,
  type ManifestView,
  type StepPlace,
  type TemplateAddress,
} from '../../argo/index.ts'
import { itemText, type ItemText } from '../../yaml/index.ts'
import { arrangementOf, isSameArrangement, placeIn, rearranged } from '../arrange.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command, Edit, Refusal } from '../command.ts'
import { Draft } from '../draft.ts'
import { insertLanes, insertSteps, settled } from '../insert-steps.ts'
import {
  findStepAt,
  findSteps,
  pathOf,
  type Destination,
  type StepAddress,
  type StepKey,
  type TemplateKey,
} from '../places.ts'
import { removeSteps } from '../remove-steps.ts'
import { lanesAddress, listAt, sharedAmong, stepTexts } from '../step-texts.ts'

/** `up` and `down`: into the lane before or after, or out of the outermost lane into a new one. */
export type MoveStepArguments = StepAddress & { readonly to: Destination | 'up' | 'down' }

export interface MoveStepsArguments {
  readonly template: TemplateKey
  readonly steps: readonly StepKey[]
  readonly to: Destination
}

/** Moves a step. Its text moves as it is written, with its comments; a lane that it leaves empty goes. */
export const moveStep: Command<MoveStepArguments> = (context, args) => {
  const draft = new Draft(context)
  const place = draft.manifest && draft.take(findStepAt(draft.manifest, args))
  if (place === undefined) return draft.finish()
  const to = typeof args.to === 'string' ? neighbour(draft, place, args.to) : args.to
  return to === undefined ? draft.finish() : move(draft, [place], to)
}

/** Moves several steps together to one place, in the order in which they stood. */
export const moveSteps: Command<MoveStepsArguments> = (context, { template, steps, to }) => {
  const draft = new Draft(context)
  const places = draft.manifest && draft.take(findSteps(draft.manifest, template, steps))
  return places === undefined ? draft.finish() : move(draft, places, to)
}

export function readMoveStep(read: ArgumentReader): MoveStepArguments {
  const address = read.step()
  const word = read.isText('to') ? read.oneOf('to', ['up', 'down'] as const) : undefined
  return { ...address, to: word ?? read.destination() }
}

export function readMoveSteps(read: ArgumentReader): MoveStepsArguments {
  return { template: read.template(), steps: read.steps(), to: read.destination() }
}

function move(
  draft: Draft,
  moved: readonly StepPlace[],
  wanted: Destination,
): Result<Edit, Refusal> {
  const template = moved[0]?.template ?? 0
  const to = settled(draft, template, wanted)
  const { manifest, document } = draft
  if (to === undefined || manifest === undefined) return draft.finish()
  const before = arrangementOf(template, sizesOf(manifest, template))
  const after = rearranged(before, moved, to)
  if (isSameArrangement(before, after)) {
    const what = moved.length === 1 ? 'The step is' : 'The steps are'
    return draft.refuse(`${what} there already.`).finish()
  }
  const texts = stepTexts(draft.tree, manifest, document, moved)
  if (texts === undefined)
    return draft.refuse(sharedAmong(draft.tree, manifest, document, moved) ?? SHARED).finish()
  const whole = wholeLane(draft, manifest, moved)
  if ('newLane' in to && whole !== undefined) insertLanes(draft, template, to.newLane, [whole])
  else insertSteps(draft, template, to, texts)
  removeSteps(
    draft,
    moved.map((place) => shifted(place, to, moved.length)),
  )
  const selection = moved.flatMap((place) => placeIn(after, place) ?? [])
  return draft.finish(selection.map((place) => ({ document, path: pathOf(manifest, place) })))
}

const SHARED =
  'The step stands behind an alias, so it is shared with other places. Replace the alias by its own text first.'

function sizesOf(manifest: ManifestView, template: TemplateAddress): number[] {
  return (templateAt(manifest, template)?.lanes ?? []).map(({ steps }) => steps.length)
}

/** The text of a lane when exactly its steps are moved. */
function wholeLane(
  draft: Draft,
  manifest: ManifestView,
  moved: readonly StepPlace[],
): ItemText | undefined {
  const first = moved[0]
  if (first === undefined || moved.some(({ lane }) => lane !== first.lane)) return undefined
  const { template, lane } = first
  if (sizesOf(manifest, template)[lane] !== moved.length) return undefined
  const lanes = listAt(draft.tree, lanesAddress(manifest, draft.document, template))
  return lanes === undefined ? undefined : itemText(draft.tree.text, lanes, lane)
}

/** Where a step is after copies of `count` steps were put in. */
function shifted(place: StepPlace, to: Destination, count: number): StepPlace {
  if ('newLane' in to) return to.newLane <= place.lane ? { ...place, lane: place.lane + 1 } : place
  const behind = to.lane === place.lane && place.step >= (to.index ?? 0)
  return behind ? { ...place, step: place.step + count } : place
}

function neighbour(draft: Draft, place: StepPlace, to: 'up' | 'down'): Destination | undefined {
  const lanes = (draft.manifest && templateAt(draft.manifest, place.template))?.lanes ?? []
  const alone = lanes[place.lane]?.steps.length === 1
  switch (to) {
    case 'down':
      if (place.lane + 1 < lanes.length) return { lane: place.lane + 1 }
      if (!alone) return { newLane: lanes.length }
      break
    case 'up':
      if (place.lane > 0) return { lane: place.lane - 1 }
      if (!alone) return { newLane: 0 }
      break
    default:
      return assertNever(to)
  }
  const end = to === 'down' ? 'last' : 'first'
  draft.refuse(`The step stands alone in the ${end} lane already, so it cannot go further ${to}.`)
  return undefined
}
