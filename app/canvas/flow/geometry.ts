import { templatePath, type ManifestView, type TemplateAddress } from '../../../src/argo/index.ts'
import { samePath, type Path } from '../../../src/base/index.ts'
import type { DagGraph } from '../../../src/graph/index.ts'
import {
  cardsWithin,
  dagCardsWithin,
  rectOf,
  type DagLayout,
  type FrameBox,
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

/** Lanes in the picture: those of the drawn template, and of each that is unfolded in a card. */
interface Lanes {
  readonly template: Path
  readonly layout: LanesLayout
  /** Where their own coordinates begin. */
  readonly origin: Point
}

/** The geometry of lanes, with what is unfolded in their cards. Of a template that is unfolded twice the first is meant. */
export function lanesGeometry(
  manifest: ManifestView,
  address: TemplateAddress | undefined,
  layout: LanesLayout,
  frames: readonly FrameBox[],
): CardGeometry {
  const drawn = address === undefined ? undefined : templatePath(manifest, address)
  const all: Lanes[] = [
    ...(drawn === undefined ? [] : [{ template: drawn, layout, origin: { x: 0, y: 0 } }]),
    ...frames.flatMap(({ unfolded, inside, origin }) =>
      inside?.kind === 'steps'
        ? [{ template: templatePath(manifest, unfolded.template), layout: inside.layout, origin }]
        : [],
    ),
  ]
  return {
    rectOf: (path) => {
      const [list, lane, step] = path.slice(-3)
      if (list !== 'steps' || typeof lane !== 'number' || typeof step !== 'number') return undefined
      const owner = path.slice(0, -3)
      const lanes = all.find(({ template }) => samePath(template, owner))
      if (lanes === undefined) return undefined
      const rect = rectOf(lanes.layout, { lane, step })
      return rect && { ...rect, x: rect.x + lanes.origin.x, y: rect.y + lanes.origin.y }
    },
    stepAt: ({ x, y }) => {
      // The innermost first: a card lies on the card around it.
      for (const { template, layout: lanes, origin } of all.toReversed()) {
        const at = { x: x - origin.x, y: y - origin.y, width: 1, height: 1 }
        const place = cardsWithin(lanes, at)[0]
        if (place !== undefined) return [...template, 'steps', place.lane, place.step]
      }
      return undefined
    },
    endsOf: (template) =>
      drawn !== undefined && samePath(template, drawn)
        ? { inputs: layout.start, outputs: layout.end }
        : {},
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
