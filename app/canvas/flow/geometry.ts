import { templatePath, type ManifestView, type TemplateAddress } from '../../../src/argo/index.ts'
import { samePath, type Path } from '../../../src/base/index.ts'
import type { DagGraph } from '../../../src/graph/index.ts'
import {
  cardsWithin,
  dagCardsWithin,
  rectOf,
  type DagLayout,
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
  /** How many cards a step stands in, for those who draw above these; none if this is not said. */
  readonly depthOf?: (step: Path) => number
}

/** The geometry of lanes. What is unfolded in their cards is added by `withFrames`. */
export function lanesGeometry(
  manifest: ManifestView,
  address: TemplateAddress | undefined,
  layout: LanesLayout,
): CardGeometry {
  if (address === undefined) return nowhere
  const owner = templatePath(manifest, address)
  const isOwn = (path: Path): boolean => samePath(path, owner)
  return {
    rectOf: (path) => {
      const [list, lane, step] = path.slice(-3)
      if (list !== 'steps' || typeof lane !== 'number' || typeof step !== 'number') return undefined
      return isOwn(path.slice(0, -3)) ? rectOf(layout, { lane, step }) : undefined
    },
    stepAt: (point) => {
      const [place] = cardsWithin(layout, { ...point, width: 1, height: 1 })
      return place && [...owner, 'steps', place.lane, place.step]
    },
    endsOf: (template) => (isOwn(template) ? { inputs: layout.start, outputs: layout.end } : {}),
  }
}

/** What stands for the inputs and outputs of a dag: above all rows and below them. */
export interface DagEnds {
  readonly inputs?: Rect
  readonly outputs?: Rect
}

/** The geometry of a dag. Containers of a set hand on no data, so a set has nothing in it. */
export function dagGeometry(
  manifest: ManifestView,
  { template, kind }: DagGraph,
  layout: DagLayout | undefined,
  ends: DagEnds,
): CardGeometry {
  if (kind !== 'tasks' || layout === undefined) return nowhere
  const owner = templatePath(manifest, template)
  const isOwn = (path: Path): boolean => samePath(path, owner)
  return {
    rectOf: (path) => {
      const [dag, list, task] = path.slice(-3)
      if (dag !== 'dag' || list !== 'tasks' || typeof task !== 'number') return undefined
      return isOwn(path.slice(0, -3)) ? layout.nodes[task] : undefined
    },
    stepAt: (point) => {
      const [task] = dagCardsWithin(layout, { ...point, width: 1, height: 1 })
      return task === undefined ? undefined : [...owner, 'dag', 'tasks', task]
    },
    endsOf: (path) => (isOwn(path) ? ends : {}),
  }
}

const nowhere: CardGeometry = {
  rectOf: () => undefined,
  stepAt: () => undefined,
  endsOf: () => ({}),
}
