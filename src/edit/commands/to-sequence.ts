import { lanePath, templateAt, type StepPlace, type TemplateAddress } from '../../argo/index.ts'
import { removeItems, wrapItems } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { insertLanes } from '../insert-steps.ts'
import { findSteps, pathOf, type StepKey, type TemplateKey } from '../places.ts'
import { partByDashes } from '../refactor/lane-dashes.ts'
import { laneAddress, sharedAmong, stepTexts } from '../step-texts.ts'

export interface ToSequenceArguments {
  readonly template: TemplateKey
  /** Steps of the lane, or lanes, that are spread; each of these lanes is taken whole. */
  readonly steps: readonly StepKey[]
}

/**
 * Gives each step of a lane a lane of its own, in their order, so that they run one after the other. Refused for lanes of one step.
 * `toParallel` puts them back.
 */
export const toSequence: Command<ToSequenceArguments> = (context, { template, steps }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const given = manifest && draft.take(findSteps(manifest, template, steps))
  const first = given?.[0]
  if (manifest === undefined || given === undefined || first === undefined) return draft.finish()
  const view = templateAt(manifest, first.template)
  const sizeOf = (lane: number): number => view?.lanes[lane]?.steps.length ?? 0
  const lanes = [...new Set(given.map(({ lane }) => lane))].filter((lane) => sizeOf(lane) > 1)
  if (lanes.length === 0)
    draft.refuse('There is one step in the lane, so it runs after the lane before it already.')
  const placed: StepPlace[] = []
  let added = 0
  for (const lane of lanes) {
    const rest = Array.from({ length: sizeOf(lane) - 1 }, (_, index) => index + 1)
    const places = rest.map((step) => ({ template: first.template, lane, step }))
    part(draft, first.template, lane + added, places)
    for (let index = 0; index <= rest.length; index++)
      placed.push({ template: first.template, lane: lane + added + index, step: 0 })
    added += rest.length
  }
  return draft.finish(
    placed.map((place) => ({
      document,
      path: [...lanePath(manifest, place.template, place.lane), 0],
    })),
  )
}

export function readToSequence(read: ArgumentReader): ToSequenceArguments {
  return { template: read.template(), steps: read.steps() }
}

/** Gives the steps of a lane at places lanes of their own behind it. */
function part(
  draft: Draft,
  template: TemplateAddress,
  lane: number,
  before: readonly StepPlace[],
): void {
  const { manifest, document, tree } = draft
  if (manifest === undefined) return
  const dashes = partByDashes(tree, manifest, document, template, lane)
  if (dashes !== undefined) {
    draft.change(dashes)
    return
  }
  const places = before.map((place) => ({ ...place, lane }))
  const paths = places.map((place) => pathOf(manifest, place))
  const use = anchorUsedElsewhere(tree, document, paths)
  if (use !== undefined) draft.refuse(anchorMessage('One of the steps', use))
  const texts = stepTexts(tree, manifest, document, places)
  if (texts === undefined) {
    draft.refuse(sharedAmong(tree, manifest, document, places) ?? SHARED)
    return
  }
  insertLanes(
    draft,
    template,
    lane + 1,
    texts.map((text) => wrapItems([text])),
  )
  draft.plan((current, whole) =>
    removeItems(
      current,
      laneAddress(whole, document, template, lane),
      places.map(({ step }) => step),
    ),
  )
}

const SHARED =
  'One of the steps stands behind an alias, so it is shared with other places. Replace the alias by its own text first.'
