import type { Path } from '../../../src/base/index.ts'
import { outerKey, pathInGraph } from '../../../src/graph/index.ts'
import type { CardPlace, FrameBox } from '../../../src/layout/index.ts'
import type { Scene } from '../../store/index.ts'
import { cardPath, framesOf } from '../cards.ts'

/** An unfolded card, and the cards on the way to it. */
interface FrameWay {
  readonly frame: FrameBox
  /** Their paths, the outermost first, itself last. */
  readonly paths: readonly Path[]
}

const ways = new WeakMap<Scene, ReadonlyMap<string, FrameWay>>()

/** The way to a place in the unfolded card of a key: the paths of the cards around it, outermost first, and its own. */
export function pathsInFrame(
  scene: Scene,
  frameKey: string,
  place: CardPlace,
): readonly Path[] | undefined {
  const way = waysIn(scene).get(frameKey)
  const inside = way?.frame.inside
  if (way === undefined || inside === undefined) return undefined
  return [...way.paths, pathInGraph(scene.manifest, inside.shown.graph, place)]
}

/** The same for a nested card. */
export function nestedPaths(
  scene: Scene,
  cardKey: string,
  place: CardPlace,
): readonly Path[] | undefined {
  return pathsInFrame(scene, outerKey(cardKey), place)
}

function waysIn(scene: Scene): ReadonlyMap<string, FrameWay> {
  const known = ways.get(scene)
  if (known !== undefined) return known
  const found = new Map<string, FrameWay>()
  // Outer ones come first.
  for (const frame of framesOf(scene)) {
    const outer = found.get(frame.within)
    const graph = outer?.frame.inside?.shown.graph
    const own =
      frame.within === ''
        ? cardPath(scene, frame.place)
        : graph && pathInGraph(scene.manifest, graph, frame.place)
    if (own !== undefined)
      found.set(frame.unfolded.key, { frame, paths: [...(outer?.paths ?? []), own] })
  }
  // Of a graph that is not laid out yet nothing is known: it is asked again.
  if (found.size > 0) ways.set(scene, found)
  return found
}
