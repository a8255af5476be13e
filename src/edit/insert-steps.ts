import { err, ok } from '../base/index.ts'
import {
  fieldOrder,
  keysBefore,
  templateAt,
  templatePath,
  type StepPlace,
  type TemplateAddress,
} from '../argo/index.ts'
import {
  insertItems,
  locate,
  setEntry,
  wrapItems,
  type ItemText,
  sharedMessage,
} from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { nameOf, type Destination } from './places.ts'
import { laneAddress, lanesAddress } from './step-texts.ts'

/** A destination of which it is sure that it exists; nothing, and a refusal, when it does not. In a template without lanes every lane is new. */
export function settled(
  draft: Draft,
  template: TemplateAddress,
  to: Destination,
): Destination | undefined {
  const view = draft.manifest && templateAt(draft.manifest, template)
  const lanes = view?.lanes ?? []
  const name = nameOf(view, template)
  const count = `The template ${name} has ${String(lanes.length)} lanes`
  if ('newLane' in to) {
    if (to.newLane <= lanes.length) return to
    draft.refuse(`${count}, so there is no place for a new one before lane ${String(to.newLane)}.`)
    return undefined
  }
  const lane = lanes[to.lane]
  if (lane === undefined) {
    if (lanes.length === 0) return { newLane: 0 }
    draft.refuse(`${count}, counted from 0, so there is no lane ${String(to.lane)}.`)
    return undefined
  }
  if (to.index === undefined) return { lane: to.lane, index: lane.steps.length }
  if (to.index <= lane.steps.length) return to
  draft.refuse(
    `Lane ${String(to.lane)} of the template ${name} has ${String(lane.steps.length)} steps, so there is no place ${String(to.index)} in it.`,
  )
  return undefined
}

/** Puts the texts of steps where a settled destination says, and gives their places. */
export function insertSteps(
  draft: Draft,
  template: TemplateAddress,
  to: Destination,
  texts: readonly ItemText[],
): readonly StepPlace[] {
  const lane = 'newLane' in to ? to.newLane : to.lane
  const first = 'newLane' in to ? 0 : (to.index ?? 0)
  if ('newLane' in to) insertLanes(draft, template, to.newLane, [wrapItems(texts)])
  else {
    draft.plan((tree, manifest) => {
      const address = laneAddress(manifest, draft.document, template, lane)
      const shared = sharedMessage(tree, address)
      return shared === undefined ? insertItems(tree, address, first, texts) : err(shared)
    })
  }
  return texts.map((_, index) => ({ template, lane, step: first + index }))
}

/** Puts the texts of lanes before a lane; the list of lanes is made when there is none. */
export function insertLanes(
  draft: Draft,
  template: TemplateAddress,
  before: number,
  lanes: readonly ItemText[],
): void {
  const { document } = draft
  draft.plan((tree, manifest) => {
    const shared = sharedMessage(tree, lanesAddress(manifest, document, template))
    if (shared !== undefined) return err(shared)
    const missing = locate(tree, lanesAddress(manifest, document, template)) === undefined
    const address = { document, path: templatePath(manifest, template) }
    return missing
      ? setEntry(tree, address, 'steps', [], {
          after: keysBefore(fieldOrder.template, 'steps') ?? [],
        })
      : ok([])
  })
  draft.plan((tree, manifest) =>
    insertItems(tree, lanesAddress(manifest, document, template), before, lanes),
  )
}
