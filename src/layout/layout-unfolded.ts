import {
  cardsOf,
  hasLanes,
  type Unfolded,
  type UnfoldedDag,
  type UnfoldedGraph,
  type UnfoldedLanes,
} from '../graph/index.ts'
import { dagInput, knownDagLayout, type CardSizes } from './dag/input.ts'
import type { DagLayout } from './dag/model.ts'
import { firstLaneY, layoutLanes, rectOf } from './layout-lanes.ts'
import { metrics } from './metrics.ts'
import type { CardPlace, LanesLayout, Point, Rect, Size } from './model.ts'
import { movedBy } from './rect.ts'

/** A template as it is drawn, with where its cards are in coordinates of its own. */
export type Inside =
  | { readonly kind: 'steps'; readonly shown: UnfoldedLanes; readonly layout: LanesLayout }
  | { readonly kind: 'dag'; readonly shown: UnfoldedDag; readonly layout: DagLayout }

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
  /** Its lanes or its graph; nothing where it shows words only. */
  readonly inside: Inside | undefined
  /** Where their own coordinates begin in those of the picture. */
  readonly origin: Point
}

export interface UnfoldedLayout {
  readonly layout: LanesLayout
  /** All unfolded cards, outer ones first. */
  readonly frames: readonly FrameBox[]
}

const { frameHead, framePad, frameLabel, frameLeast, stubHeight, lanePadX, lanePadY } = metrics

/** What lies in a card, measured before the card has a place. */
interface Measured extends Size {
  readonly unfolded: Unfolded
  readonly inside: (Inside & { readonly cards: MeasuredCards }) | undefined
}

/** How big the unfolded cards of a graph are, by their ids, with what is in them. */
export type MeasuredCards = ReadonlyMap<string, Measured> & CardSizes

/**
 * Puts the lanes of a template one below the other, with what unfolded cards show inside of them. Takes time linear in what is shown, but for graphs,
 * which take the time of `layoutDag`, once for each structure; with nothing unfolded the layout is that of `layoutLanes`.
 */
export function layoutUnfolded(shown: UnfoldedLanes): UnfoldedLayout {
  const cards = measureCards(shown)
  const layout = layoutLanes(shown.graph, cards)
  return { layout, frames: framesIn({ kind: 'steps', shown, layout }, cards) }
}

/** The same of a dag or a set of containers. */
export function layoutUnfoldedDag(shown: UnfoldedDag): {
  readonly layout: DagLayout
  readonly frames: readonly FrameBox[]
} {
  const cards = measureCards(shown)
  const layout = knownDagLayout(dagInput(shown.graph, cards))
  return { layout, frames: framesIn({ kind: 'dag', shown, layout }, cards) }
}

/** A template as it is drawn, with its unfolded cards, outer ones first. */
export interface DrawnTemplate {
  readonly drawn: Inside
  readonly frames: readonly FrameBox[]
}

/** The same of any template. */
export function layoutTemplate(shown: UnfoldedGraph): DrawnTemplate {
  if (hasLanes(shown)) {
    const { layout, frames } = layoutUnfolded(shown)
    return { drawn: { kind: 'steps', shown, layout }, frames }
  }
  const { layout, frames } = layoutUnfoldedDag(shown)
  return { drawn: { kind: 'dag', shown, layout }, frames }
}

/** How big the unfolded cards of a graph become: for those who lay it out themselves. */
export function measureCards({ inner }: UnfoldedGraph): MeasuredCards {
  return new Map([...inner].map(([id, unfolded]) => [id, measure(unfolded)]))
}

/** All unfolded cards of a template whose layout is there, outer ones first. */
export function framesIn(drawn: Inside, cards: MeasuredCards): readonly FrameBox[] {
  const frames: FrameBox[] = []
  place(frames, drawn, cards, { x: 0, y: 0 }, '', 1)
  return frames
}

/** Where the card of a template that is drawn is, in the template's own coordinates. */
export function rectInside(inside: Inside, at: CardPlace): Rect | undefined {
  return inside.kind === 'steps' ? rectOf(inside.layout, at) : inside.layout.nodes[at.step]
}

/** The box around a graph in an unfolded card, in the graph's own coordinates. */
export function dagPanel({ bounds: { x, y, width, height } }: DagLayout): Rect {
  return {
    x: x - lanePadX,
    y: y - lanePadY,
    width: width + 2 * lanePadX,
    height: height + 2 * lanePadY,
  }
}

function measure(unfolded: Unfolded): Measured {
  const inside = measureInside(unfolded)
  const { width, height } = inside === undefined ? { width: 0, height: 0 } : sizeOf(inside)
  return {
    unfolded,
    inside,
    width: Math.max(frameLeast, width + 2 * framePad),
    height: frameHead + (height === 0 ? stubHeight : height) + framePad,
  }
}

function measureInside({ content }: Unfolded): Measured['inside'] {
  if (content.kind === 'recursion') return undefined
  const cards = measureCards(content.shown)
  if (content.kind === 'steps') {
    const { shown } = content
    return { kind: 'steps', shown, layout: layoutLanes(shown.graph, cards), cards }
  }
  const { shown } = content
  return { kind: 'dag', shown, layout: knownDagLayout(dagInput(shown.graph, cards)), cards }
}

/** How much room a template takes in a card; none when it has no cards. */
function sizeOf(inside: Inside): Size {
  if (inside.kind === 'dag')
    return inside.layout.nodes.length === 0 ? { width: 0, height: 0 } : dagPanel(inside.layout)
  const { lanes, bounds } = inside.layout
  const last = lanes.at(-1)
  return last === undefined
    ? { width: 0, height: 0 }
    : { width: bounds.width, height: frameLabel + last.y + last.height - firstLaneY }
}

function place(
  frames: FrameBox[],
  drawn: Inside,
  cards: MeasuredCards,
  origin: Point,
  within: string,
  depth: number,
): void {
  if (cards.size === 0) return
  for (const { card, lane, step } of cardsOf(drawn.shown.graph)) {
    const measured = cards.get(card.id)
    const own = measured && rectInside(drawn, { lane, step })
    if (measured === undefined || own === undefined) continue
    const { unfolded, inside } = measured
    const rect = movedBy(own, origin)
    const start = inside === undefined ? { x: rect.x, y: rect.y } : originIn(rect, inside)
    frames.push({
      unfolded,
      within,
      place: { lane, step },
      depth,
      rect,
      inside,
      origin: start,
    })
    if (inside !== undefined) place(frames, inside, inside.cards, start, unfolded.key, depth + 1)
  }
}

/** Where the coordinates of what a card shows begin: below its head, around its middle. */
function originIn(rect: Rect, inside: Inside): Point {
  const x = rect.x + rect.width / 2
  const y = rect.y + frameHead
  if (inside.kind === 'steps') return { x, y: y + frameLabel - firstLaneY }
  const panel = dagPanel(inside.layout)
  return { x: x - panel.x - panel.width / 2, y: y - panel.y }
}
