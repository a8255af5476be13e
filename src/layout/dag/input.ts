import type { DagGraph } from '../../graph/index.ts'
import { metrics } from '../metrics.ts'
import type { Size } from '../model.ts'
import { layoutDag } from './layout-dag.ts'
import type { DagInput, DagLayout } from './model.ts'

/** What is known of the sizes of cards: by id, those that are bigger than others. */
export type CardSizes = ReadonlyMap<string, Size>

export const usualSizes: CardSizes = new Map()

/** What the layout of a graph depends on: sizes and edges by index, and how wide the words on edges are. Names do not matter. */
export function dagInput({ cards, edges }: DagGraph, sizes: CardSizes = usualSizes): DagInput {
  return {
    nodes: cards.map(({ id }) => {
      const { width, height } = sizes.get(id) ?? usual
      return { width, height }
    }),
    edges: edges.map(({ from, to, words }) => ({ from, to, label: labelWidth(words) })),
  }
}

const usual: Size = { width: metrics.cardWidth, height: metrics.cardHeight }

/** About how wide a condition is on its edge, with its frame. */
export function labelWidth(words: string): number {
  return words === '' ? 0 : Math.min(180, 18 + words.length * 6.4)
}

/** The words on an edge, cut to what its label has room for. */
export function edgeWords(words: string): string {
  return words.length > 25 ? `${words.slice(0, 24)}…` : words
}

/** Inputs that give the same layout have the same key. */
export function dagInputKey({ nodes, edges }: DagInput): string {
  const ends = edges.map(({ from, to, label }) => `${String(from)},${String(to)},${String(label)}`)
  const sizes = nodes.flatMap(({ width, height }, index) =>
    width === usual.width && height === usual.height
      ? []
      : `${String(index)},${String(width)},${String(height)}`,
  )
  return `${String(nodes.length)};${ends.join(';')};${sizes.join(';')}`
}

const known = new Map<string, DagLayout>()
const MOST_KNOWN = 200

/** The same as `layoutDag`; of graphs that differ in nothing but names, it is made once. For small graphs, of which many are drawn at a time. */
export function knownDagLayout(input: DagInput): DagLayout {
  const key = dagInputKey(input)
  const found = known.get(key)
  // What was asked for last is forgotten last.
  if (found !== undefined) known.delete(key)
  const layout = found ?? layoutDag(input)
  known.set(key, layout)
  const oldest = known.keys().next()
  if (known.size > MOST_KNOWN && oldest.done !== true) known.delete(oldest.value)
  return layout
}
