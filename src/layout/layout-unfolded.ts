import type { Unfolded, UnfoldedGraph } from '../graph/index.ts'
import { firstLaneY, layoutLanes } from './layout-lanes.ts'
import { metrics } from './metrics.ts'
import type { CardPlace, LanesLayout, Point, Rect, Size } from './model.ts'

/** A card that is unfolded, and where what it shows is. */
export interface FrameBox {
  readonly unfolded: Unfolded
  /** Key of the card around it; empty in the drawn template. */
  readonly within: string
  readonly place: CardPlace
  /** 1 in the drawn template. */
  readonly depth: number
  /** In the coordinates of the whole picture. */
  readonly rect: Rect
  /** Its lanes, if it shows any, and where their own coordinates begin in those of the picture. */
  readonly layout: LanesLayout | undefined
  readonly origin: Point
}

export interface UnfoldedLayout {
  readonly layout: LanesLayout
  /** All unfolded cards, outer ones first. */
  readonly frames: readonly FrameBox[]
}

const { frameHead, framePad, frameLabel, frameLeast, stubHeight } = metrics

/** What lies in a card, measured before the card has a place. */
interface Measured extends Size {
  readonly unfolded: Unfolded
  readonly inner: { readonly layout: LanesLayout; readonly cards: Cards } | undefined
}

type Cards = ReadonlyMap<string, Measured>

/**
 * Puts the lanes of a template one below the other, with what unfolded cards show inside of them. Takes time linear in what is shown; with nothing
 * unfolded the layout is that of `layoutLanes`.
 */
export function layoutUnfolded(shown: UnfoldedGraph): UnfoldedLayout {
  const { layout, cards } = layOut(shown)
  const frames: FrameBox[] = []
  place(frames, shown, layout, cards, { x: 0, y: 0 }, '', 1)
  return { layout, frames }
}

function layOut({ graph, inner }: UnfoldedGraph): {
  readonly layout: LanesLayout
  readonly cards: Cards
} {
  const cards = new Map([...inner].map(([id, unfolded]) => [id, measure(unfolded)]))
  return { layout: layoutLanes(graph, cards), cards }
}

function measure(unfolded: Unfolded): Measured {
  const { content } = unfolded
  const inner = content.kind === 'steps' ? layOut(content.shown) : undefined
  const lanes = inner?.layout.lanes ?? []
  const last = lanes.at(-1)
  const high = last === undefined ? stubHeight : frameLabel + last.y + last.height - firstLaneY
  const wide = lanes.length === 0 ? 0 : (inner?.layout.bounds.width ?? 0)
  return {
    unfolded,
    inner,
    width: Math.max(frameLeast, wide + 2 * framePad),
    height: frameHead + high + framePad,
  }
}

function place(
  frames: FrameBox[],
  { graph }: UnfoldedGraph,
  layout: LanesLayout,
  cards: Cards,
  origin: Point,
  within: string,
  depth: number,
): void {
  if (cards.size === 0) return
  for (const [lane, { cards: row }] of graph.lanes.entries())
    for (const [step, { id }] of row.entries()) {
      const measured = cards.get(id)
      const own = layout.lanes[lane]?.cards?.[step]
      if (measured === undefined || own === undefined) continue
      const { unfolded, inner } = measured
      const rect = { ...own, x: own.x + origin.x, y: own.y + origin.y }
      const inside = {
        x: rect.x + rect.width / 2,
        y: rect.y + frameHead + frameLabel - firstLaneY,
      }
      frames.push({
        unfolded,
        within,
        place: { lane, step },
        depth,
        rect,
        layout: inner?.layout,
        origin: inside,
      })
      if (inner !== undefined && unfolded.content.kind === 'steps')
        place(
          frames,
          unfolded.content.shown,
          inner.layout,
          inner.cards,
          inside,
          unfolded.key,
          depth + 1,
        )
    }
}
