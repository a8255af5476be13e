import { lanePath, templateAt, type StepPlace, type TemplateAddress } from '../../argo/index.ts'
import { removeItems } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere } from '../anchors.ts'
import type { ArgumentReader } from '../arguments.ts'
import type { Command } from '../command.ts'
import { Draft } from '../draft.ts'
import { insertSteps } from '../insert-steps.ts'
import { findSteps, pathOf, type StepKey, type TemplateKey } from '../places.ts'
import { joinByDashes } from '../refactor/lane-dashes.ts'
import { orderReason } from '../refactor/order.ts'
import { lanesAddress, sharedAmong, stepTexts } from '../step-texts.ts'

export interface ToParallelArguments {
  readonly template: TemplateKey
  /** Steps of the lanes that become one; each of these lanes is taken whole. */
  readonly steps: readonly StepKey[]
}

/**
 * Puts the steps of several lanes into one lane, so that they run at the same time. Refused where one of them reads another, whether
 * in a condition, an argument, a loop, a hook or through an output of the workflow: the reference is named. A lane between two of the
 * lanes must be taken as well.
 */
export const toParallel: Command<ToParallelArguments> = (context, { template, steps }) => {
  const draft = new Draft(context)
  const { manifest, document } = draft
  const given = manifest && draft.take(findSteps(manifest, template, steps))
  const first = given?.[0]
  if (manifest === undefined || given === undefined || first === undefined) return draft.finish()
  const lanes = [...new Set(given.map(({ lane }) => lane))]
  const view = templateAt(manifest, first.template)
  if (lanes.length < 2)
    draft.refuse('These steps share one lane already. Take steps of two lanes or more.')
  const gap = lanes.find((lane, index) => index + 1 < lanes.length && lanes[index + 1] !== lane + 1)
  if (gap !== undefined)
    draft.refuse(
      `Lane ${String(gap + 2)} stands between the lanes that are to become one. Take its steps too, or move it away first.`,
    )
  const placesOf = (lane: number): StepPlace[] =>
    (view?.lanes[lane]?.steps ?? []).map((_, step) => ({ template: first.template, lane, step }))
  const moved = lanes.slice(1).flatMap(placesOf)
  for (const place of draft.refused ? [] : moved) {
    const earlier = lanes.filter((lane) => lane < place.lane).flatMap(placesOf)
    const reason = orderReason(draft, place, earlier)
    if (reason !== undefined) draft.refuse(reason, { document, path: pathOf(manifest, place) })
  }
  if (draft.refused) return draft.finish()
  join(draft, first.template, lanes, moved)
  const count = lanes.flatMap(placesOf).length
  const all = Array.from({ length: count }, (_, step) => ({ ...first, step }))
  return draft.finish(all.map((place) => ({ document, path: pathOf(manifest, place) })))
}

export function readToParallel(read: ArgumentReader): ToParallelArguments {
  return { template: read.template(), steps: read.steps() }
}

/** Makes the steps of lanes part of the first of them. */
function join(
  draft: Draft,
  template: TemplateAddress,
  lanes: readonly number[],
  moved: readonly StepPlace[],
): void {
  const { manifest, document, tree } = draft
  const lane = lanes[0]
  if (manifest === undefined || lane === undefined) return
  const dashes = joinByDashes(tree, manifest, document, template, lanes.slice(1))
  if (dashes !== undefined) {
    draft.change(dashes)
    return
  }
  const gone = lanes.slice(1).map((from) => lanePath(manifest, template, from))
  const use = anchorUsedElsewhere(tree, document, gone)
  if (use !== undefined) draft.refuse(anchorMessage('One of the lanes', use))
  const texts = stepTexts(tree, manifest, document, moved)
  if (texts === undefined) {
    draft.refuse(sharedAmong(tree, manifest, document, moved) ?? SHARED)
    return
  }
  const index = templateAt(manifest, template)?.lanes[lane]?.steps.length ?? 0
  insertSteps(draft, template, { lane, index }, texts)
  draft.plan((current, now) =>
    removeItems(current, lanesAddress(now, document, template), lanes.slice(1)),
  )
}

const SHARED =
  'One of the steps stands behind an alias, so it is shared with other places. Replace the alias by its own text first.'
