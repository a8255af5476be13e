import type { Point, Rect } from '../model.ts'

/** What is to be laid out: boxes of given sizes, and which comes before which. Names do not matter here. */
export interface DagInput {
  readonly nodes: readonly { readonly width: number; readonly height: number }[]
  readonly edges: readonly DagInputEdge[]
}

export interface DagInputEdge {
  readonly from: number
  readonly to: number
  /** Width of the words on it; 0 for none. */
  readonly label: number
}

/** Where everything is. The first row begins at y = 0; all rows stand around x = 0. */
export interface DagLayout {
  readonly bounds: Rect
  /** As many as there are nodes, in their order. */
  readonly nodes: readonly Rect[]
  /** As many as there are edges, in their order. */
  readonly edges: readonly DagEdge[]
}

/** The way of an edge. */
export interface DagEdge {
  /** From the lower edge of one box to the upper edge of the other. Between two points it is a curve that begins and ends upright. */
  readonly points: readonly Point[]
  /** Where the middle of its words is, and of the button on it. */
  readonly label: Point
}

export const dagMetrics = {
  /** Between two cards side by side, and between a card and an edge that passes it. */
  nodeGap: 28,
  edgeGap: 20,
  /** Between two rows. */
  rowGap: 64,
  labelHeight: 18,
  /** How many cards that nothing is connected with stand in a row. */
  looseRow: 4,
} as const
