import { useCallback } from 'react'
import { stepPath } from '../../src/argo/index.ts'
import type { TextRange } from '../../src/base/index.ts'
import { useDesigner, type Designer } from '../store/index.ts'
import type { FoundPlace } from './find-place.ts'

/** Brings a place into view: on the canvas always, in the YAML through `onReveal`. */
export function useShowPlace(onReveal: (range: TextRange) => void): (place: FoundPlace) => void {
  const designer = useDesigner()
  return useCallback(
    (place) => {
      showOnCanvas(designer, place)
      onReveal(place.range)
    },
    [designer, onReveal],
  )
}

/** Draws the template that a place is in and selects its step. */
export function showOnCanvas(
  { actions, scene }: Pick<Designer, 'actions' | 'scene'>,
  { address, template, step }: FoundPlace,
): void {
  if (scene().document !== address.document) actions.showDocument(address.document)
  if (template !== undefined && scene().templateIndex !== template) actions.showTemplate(template)
  if (step === undefined) return
  const { manifest } = scene()
  actions.select([
    {
      document: address.document,
      path: stepPath(manifest, step.template, step.lane, step.step),
    },
  ])
}
