import type { DagGraph } from '../../../src/graph/index.ts'

const words = new WeakMap<DagGraph, ReadonlyMap<number, string>>()

/** The names of what each card of a graph waits for, by its index; nothing for those that wait for none. */
export function afterWords(graph: DagGraph): ReadonlyMap<number, string> {
  const known = words.get(graph)
  if (known !== undefined) return known
  const made = new Map<number, string>()
  for (const { from, to } of graph.edges) {
    const before = made.get(to)
    const title = graph.cards[from]?.title ?? ''
    made.set(to, before === undefined ? title : `${before} and ${title}`)
  }
  words.set(graph, made)
  return made
}
