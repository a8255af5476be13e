import { templatePath, type ManifestView } from '../../../src/argo/index.ts'
import { samePath, type Path } from '../../../src/base/index.ts'
import {
  cardsWithin,
  dagCardsWithin,
  metrics,
  movedBy,
  rectInside,
  type CardPlace,
  type FrameBox,
  type Inside,
  type Point,
  type Rect,
} from '../../../src/layout/index.ts'
import type { CardGeometry } from '../flow/geometry.ts'

/** A template that is unfolded in a card, with the path of its map. */
interface Nested {
  readonly owner: Path
  readonly frame: FrameBox
  readonly inside: Inside
}

/**
 * The geometry of a picture with what is unfolded in its cards. Of a template that is unfolded twice the first is meant. The inputs of an unfolded
 * template are the head of its card, its outputs the foot.
 */
export function withFrames(
  base: CardGeometry,
  manifest: ManifestView,
  frames: readonly FrameBox[],
): CardGeometry {
  if (frames.length === 0) return base
  const all = frames.flatMap((frame): readonly Nested[] => {
    const { inside, unfolded } = frame
    return inside === undefined
      ? []
      : [{ owner: templatePath(manifest, unfolded.template), frame, inside }]
  })
  const ownerOf = (path: Path): Nested | undefined => all.find(({ owner }) => samePath(owner, path))
  const nestedAt = (step: Path): Nested | undefined =>
    placeIn(step) === undefined ? undefined : ownerOf(step.slice(0, -3))
  return {
    rectOf: (step) => {
      const own = base.rectOf(step)
      const place = placeIn(step)
      const nested = nestedAt(step)
      if (own !== undefined || place === undefined || nested === undefined) return own
      const rect = rectInside(nested.inside, place)
      return rect && movedBy(rect, nested.frame.origin)
    },
    stepAt: (point) => {
      // The innermost first: a card lies on the card around it.
      for (const { owner, frame, inside } of all.toReversed()) {
        const found = stepIn(owner, inside, less(point, frame.origin))
        if (found !== undefined) return found
      }
      return base.stepAt(point)
    },
    endsOf: (template) => {
      const nested = ownerOf(template)
      return nested === undefined ? base.endsOf(template) : headAndFoot(nested.frame.rect)
    },
    depthOf: (step) => nestedAt(step)?.frame.depth ?? 0,
  }
}

/** The place of a step or task by the end of its path. */
function placeIn(step: Path): CardPlace | undefined {
  const [list, lane, index] = step.slice(-3)
  if (typeof index !== 'number') return undefined
  if (list === 'steps' && typeof lane === 'number') return { lane, step: index }
  return list === 'dag' && lane === 'tasks' ? { lane: 0, step: index } : undefined
}

/** The step at a point of a template's own coordinates. Containers hand on no data. */
function stepIn(owner: Path, inside: Inside, point: Point): Path | undefined {
  const at = { ...point, width: 1, height: 1 }
  if (inside.kind === 'steps') {
    const [place] = cardsWithin(inside.layout, at)
    return place && [...owner, 'steps', place.lane, place.step]
  }
  const [task] = dagCardsWithin(inside.layout, at)
  if (task === undefined || inside.shown.graph.kind !== 'tasks') return undefined
  return [...owner, 'dag', 'tasks', task]
}

function headAndFoot({ x, y, width, height }: Rect): {
  readonly inputs: Rect
  readonly outputs: Rect
} {
  const { frameHead, framePad } = metrics
  // The name stands on the left, so lines begin where it ends.
  return {
    inputs: { x, y, width, height: frameHead - framePad },
    outputs: { x, y: y + height - framePad / 2, width, height: framePad / 2 },
  }
}

function less(point: Point, by: Point): Point {
  return { x: point.x - by.x, y: point.y - by.y }
}
