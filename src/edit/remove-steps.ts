import { templateAt, type StepPlace } from '../argo/index.ts'
import { removeItems } from '../yaml/index.ts'
import type { Draft } from './draft.ts'
import { laneAddress, lanesAddress } from './step-texts.ts'

/** Removes steps of one template, and the lanes that this leaves empty. */
export function removeSteps(draft: Draft, places: readonly StepPlace[]): void {
  const template = places[0]?.template
  const lanes =
    template === undefined || draft.manifest === undefined
      ? undefined
      : templateAt(draft.manifest, template)?.lanes
  if (template === undefined || lanes === undefined) return
  const emptied: number[] = []
  for (const [lane, { steps }] of [...lanes.entries()].reverse()) {
    const indices = places.filter((place) => place.lane === lane).map(({ step }) => step)
    if (indices.length === 0) continue
    if (indices.length === steps.length) {
      emptied.push(lane)
      continue
    }
    draft.plan((tree, manifest) =>
      removeItems(tree, laneAddress(manifest, draft.document, template, lane), indices),
    )
  }
  draft.plan((tree, manifest) =>
    removeItems(tree, lanesAddress(manifest, draft.document, template), emptied),
  )
}
