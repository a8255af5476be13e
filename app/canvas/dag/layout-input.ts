import type { DagGraph } from '../../../src/graph/index.ts'
import { metrics, type DagInput } from '../../../src/layout/index.ts'

/** What the layout of a graph depends on: sizes and edges by index, and how wide the words on edges are. Names do not matter. */
export function layoutInput({ cards, edges }: DagGraph): DagInput {
  const { cardWidth: width, cardHeight: height } = metrics
  return {
    nodes: cards.map(() => ({ width, height })),
    edges: edges.map(({ from, to, words }) => ({ from, to, label: labelWidth(words) })),
  }
}

/** About how wide a condition is on its edge, with its frame. */
export function labelWidth(words: string): number {
  return words === '' ? 0 : Math.min(180, 18 + words.length * 6.4)
}

/** Inputs that give the same layout have the same key. */
export function layoutKey({ nodes, edges }: DagInput): string {
  return `${String(nodes.length)};${edges
    .map(({ from, to, label }) => `${String(from)},${String(to)},${String(label)}`)
    .join(';')}`
}
