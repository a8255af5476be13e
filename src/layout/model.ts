/** A rectangle by its upper left corner. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A lane as a box. Its cards stand in it at equal distances: see `cardRect`. */
export interface LaneBox extends Rect {
  /** Left edge of the first card. */
  readonly firstX: number
  /** Top edge of the cards. */
  readonly cardY: number
  readonly count: number
  /** What stands at its corner: `1`, or `2 · parallel`. */
  readonly label: string
  /** Where the cards are, in a lane in which they are of different sizes. */
  readonly cards?: readonly Rect[]
}

export interface Size {
  readonly width: number
  readonly height: number
}

/**
 * Where everything is. The axis, on which markers, connectors and the middle of every lane lie, is at x = 0, and the start at y = 0: so
 * a lane that grows moves no other.
 */
export interface LanesLayout {
  readonly bounds: Rect
  readonly start: Rect
  readonly end: Rect
  readonly lanes: readonly LaneBox[]
  /** Whether lanes are of different heights, so that where one is cannot be told from its index. */
  readonly isUneven?: boolean
  /** Between the start, the lanes and the end: gap n stands before lane n; one more than there are lanes. */
  readonly gaps: readonly Rect[]
}

/** Where a card can be put in a graph: after some, by their indices, and before others. On an edge, it is after one and before one. */
export interface GraphPlace {
  readonly after: readonly number[]
  readonly before: readonly number[]
}

/** Where steps can be put in lanes: a new lane before the present lane n, or a place in a lane before its present step n. */
export type LanePlace =
  { readonly newLane: number } | { readonly lane: number; readonly index: number }

/** Where things can be put. */
export type DropPlace = LanePlace | GraphPlace

/** A place, and the rectangle to light up for it. */
export interface DropTarget<P extends DropPlace = DropPlace> {
  readonly place: P
  readonly rect: Rect
}

/** A step by its lane and its place in the lane. The cards of a graph are all in lane 0, in the order of the text. */
export interface CardPlace {
  readonly lane: number
  readonly step: number
}
