import { templateAt, type StepPlace } from '../../argo/index.ts'
import { itemText, removeItems, type ItemText } from '../../yaml/index.ts'
import { anchorMessage, anchorUsedElsewhere, withoutAnchors } from '../anchors.ts'
import type { Draft } from '../draft.ts'
import { insertLanes, insertSteps } from '../insert-steps.ts'
import { pathOf } from '../places.ts'
import { laneAddress, lanesAddress, listAt, stepTexts } from '../step-texts.ts'
import {
  adapt,
  commentsOf,
  daemonReason,
  endlessReason,
  findCall,
  follow,
  outerComments,
  willGo,
  withoutCalled,
} from './inline-parts.ts'
import { togetherness } from './inlining.ts'
import { stepName, templateName } from './words.ts'

/**
 * Replaces a call of a steps template by its lanes; in a lane with other steps, by its one lane. Names are made free, inputs replaced by
 * what the call gave, and what was read of the call is read of the steps. Gives the places of the steps.
 */
export function inlineLanes(
  draft: Draft,
  place: StepPlace,
  target: number,
  keep: boolean | undefined,
): readonly StepPlace[] {
  const { manifest, document, tree } = draft
  const call = findCall(draft, place, target)
  if (manifest === undefined || call === undefined) return []
  const { from, step, called } = call
  const isAlone = from.lanes[place.lane]?.steps.length === 1
  const reason = togetherness(call, isAlone)
  if (reason !== undefined) draft.refuse(reason)
  if (target === place.template) draft.refuse(endlessReason(called))
  if (called.lanes.length === 0) draft.refuse(`The template ${templateName(called)} has no steps.`)
  if (!isAlone && called.lanes.length > 1)
    draft.refuse(
      `The step ${stepName(step)} stands beside others, and ${templateName(called)} has ${String(called.lanes.length)} lanes. Move it into a lane of its own first.`,
    )
  const daemon = daemonReason(manifest, called, 'step')
  if (daemon !== undefined) draft.refuse(daemon)
  const use = anchorUsedElsewhere(tree, document, [pathOf(manifest, place)])
  if (use !== undefined) draft.refuse(anchorMessage(`The step ${stepName(step)}`, use))
  if (draft.refused) return []

  follow(draft, place, call)
  const isKept = !willGo(draft, place, target, keep)
  const texts = textsOf(draft, place, target, isAlone, isKept)
  const placed = insert(draft, place, texts, isAlone)
  for (const inserted of placed) adapt(draft, inserted, call)
  return withoutCalled(draft, manifest, placed, target, isKept)
}

/** The texts of the lanes, or of the steps of the one lane, with the comments of the call and of what goes with it. */
function textsOf(
  draft: Draft,
  place: StepPlace,
  target: number,
  isAlone: boolean,
  isKept: boolean,
): readonly ItemText[] {
  const { manifest, document, tree } = draft
  if (manifest === undefined || draft.refused) return []
  const list = listAt(tree, lanesAddress(manifest, document, target))
  const steps = manifest.spec.templates[target]?.lanes[0]?.steps ?? []
  const found =
    list === undefined
      ? undefined
      : isAlone
        ? list.node.items.flatMap((_, lane) => itemText(tree.text, list, lane) ?? [])
        : stepTexts(
            tree,
            manifest,
            document,
            steps.map((_, step) => ({ template: target, lane: 0, step })),
          )
  if (found === undefined || found.length === 0) {
    draft.refuse(
      'The steps of the template stand behind an alias. Replace the alias by its own text first.',
    )
    return []
  }
  const [first, ...rest] = isKept ? found.map(withoutAnchors) : found
  if (first === undefined) return []
  const comments = [
    ...commentsOf(
      draft,
      isAlone ? [...pathOf(manifest, place)].slice(0, -1) : pathOf(manifest, place),
    ),
    ...(isKept ? [] : outerComments(draft, target, ['steps'])),
  ]
  return [{ ...first, comments: [...comments, ...first.comments] }, ...rest]
}

/** Puts the texts in the place of the call. */
function insert(
  draft: Draft,
  place: StepPlace,
  texts: readonly ItemText[],
  isAlone: boolean,
): readonly StepPlace[] {
  const { document } = draft
  const { template, lane, step } = place
  if (texts.length === 0) return []
  if (!isAlone) {
    const placed = insertSteps(draft, template, { lane, index: step }, texts)
    draft.plan((tree, manifest) =>
      removeItems(tree, laneAddress(manifest, document, template, lane), [step + texts.length]),
    )
    return placed
  }
  insertLanes(draft, template, lane, texts)
  draft.plan((tree, manifest) =>
    removeItems(tree, lanesAddress(manifest, document, template), [lane + texts.length]),
  )
  const lanes = templateAt(draft.manifest, template)?.lanes ?? []
  return texts.flatMap((_, index) =>
    (lanes[lane + index]?.steps ?? []).map((__, at) => ({
      template,
      lane: lane + index,
      step: at,
    })),
  )
}
