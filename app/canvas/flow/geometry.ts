import { stepPath, templatePath, type ManifestView } from '../../../src/argo/index.ts'
import { samePath, type Path } from '../../../src/base/index.ts'
import {
  cardsWithin,
  rectOf,
  type LanesLayout,
  type Point,
  type Rect,
} from '../../../src/layout/index.ts'

/**
 * Where the cards of a picture are, whatever picture it is. Paths are those of steps and tasks in the document; rectangles are in
 * coordinates of the layout. Every picture that shows steps gives one to `DataFlow`.
 */
export interface CardGeometry {
  /** The card of a step; nothing when it is not in the picture. */
  readonly rectOf: (step: Path) => Rect | undefined
  /** The step whose card is at a point. */
  readonly stepAt: (point: Point) => Path | undefined
  /** What stands for the inputs of a template, and for its outputs. */
  readonly endsOf: (template: Path) => { readonly inputs?: Rect; readonly outputs?: Rect }
}

/** The geometry of lanes. */
export function lanesGeometry(
  manifest: ManifestView,
  templateIndex: number | undefined,
  layout: LanesLayout,
): CardGeometry {
  const owner = templateIndex === undefined ? undefined : templatePath(manifest, templateIndex)
  return {
    rectOf: (path) => {
      if (owner === undefined || path.length !== owner.length + 3) return undefined
      const [steps, lane, step] = path.slice(owner.length)
      const isHere = owner.every((part, index) => part === path[index]) && steps === 'steps'
      return isHere && typeof lane === 'number' && typeof step === 'number'
        ? rectOf(layout, { lane, step })
        : undefined
    },
    stepAt: (point) => {
      const place = cardsWithin(layout, { ...point, width: 1, height: 1 })[0]
      if (place === undefined || templateIndex === undefined) return undefined
      return stepPath(manifest, templateIndex, place.lane, place.step)
    },
    endsOf: (template) =>
      owner !== undefined && samePath(template, owner)
        ? { inputs: layout.start, outputs: layout.end }
        : {},
  }
}
