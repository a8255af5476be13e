import { sameTemplate } from '../../../src/argo/index.ts'
import type { DagGraph } from '../../../src/graph/index.ts'
import {
  dagInput,
  dagInputKey,
  dagMetrics,
  knownDagLayout,
  type CardSizes,
  type DagEdge,
  type DagInput,
  type DagLayout,
  type Rect,
} from '../../../src/layout/index.ts'
import { createLayoutMaker, type LayoutMaker } from './layout-maker.ts'

/** A layout to draw a graph by. */
export interface ShownLayout {
  readonly layout: DagLayout
  /** False while the right one is being made, and this is the last one, mended. */
  readonly isFinal: boolean
}

/** Up to so many cards and edges together a layout is made here rather than in the worker, if cards are unfolded. */
const MOST_AT_ONCE = 400
const noSizes: CardSizes = new Map()

/** How many layouts are remembered: undo and redo, and going back to a template, find theirs. */
const REMEMBERED = 40

/**
 * Layouts of graphs. They are made elsewhere and take a moment; until then the last one stays, with new cards put where they belong, so
 * that nothing jumps or vanishes. What was asked for and is not wanted any more is not made.
 */
export class DagLayouts {
  private readonly make: LayoutMaker
  private readonly known = new Map<string, DagLayout>()
  private shown = new WeakMap<DagGraph | CardSizes, ShownLayout>()
  private last: { readonly graph: DagGraph; readonly layout: DagLayout } | undefined
  private wanted: { readonly key: string; readonly input: DagInput } | undefined
  private isBusy = false
  private readonly listeners = new Set<() => void>()
  private version = 0

  constructor(make: LayoutMaker) {
    this.make = make
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Another number whenever a layout has come. */
  readonly getVersion = (): number => this.version

  /**
   * The layout of a graph as it can be drawn now; nothing at first. `sizes` are those of its unfolded cards: then a layout that takes no time to
   * speak of is made at once, so that unfolding is one change of the picture.
   */
  layoutOf(graph: DagGraph, sizes: CardSizes = noSizes): ShownLayout | undefined {
    const owner = sizes.size === 0 ? graph : sizes
    const before = this.shown.get(owner)
    if (before?.isFinal === true) return before
    const input = dagInput(graph, sizes)
    const key = dagInputKey(input)
    const isQuick = sizes.size > 0 && input.nodes.length + input.edges.length <= MOST_AT_ONCE
    const exact =
      input.nodes.length === 0 ? nothing : isQuick ? knownDagLayout(input) : this.known.get(key)
    if (exact !== undefined) {
      this.last = { graph, layout: exact }
      const found = { layout: exact, isFinal: true }
      this.shown.set(owner, found)
      return found
    }
    if (this.wanted?.key !== key) {
      this.wanted = { key, input }
      void this.work()
    }
    if (before !== undefined) return before
    const { last } = this
    if (last === undefined || !isAlike(last.graph, graph)) return undefined
    const mended = { layout: mend(last.graph, last.layout, graph, input), isFinal: false }
    this.shown.set(owner, mended)
    return mended
  }

  private async work(): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    for (let next = this.wanted; next !== undefined; next = this.wanted) {
      const layout = await this.make(next.input)
      this.known.set(next.key, layout)
      const oldest = this.known.keys().next()
      if (this.known.size > REMEMBERED && oldest.done !== true) this.known.delete(oldest.value)
      if (this.wanted?.key === next.key) this.wanted = undefined
      this.version++
      this.listeners.forEach((listener) => listener())
    }
    this.isBusy = false
  }
}

const nothing: DagLayout = { bounds: { x: 0, y: 0, width: 0, height: 0 }, nodes: [], edges: [] }

/** The one set of layouts of the page. */
export const dagLayouts: DagLayouts = new DagLayouts(createLayoutMaker())

/** Whether one graph came of the other by an edit: at least half of its cards were there. */
function isAlike(before: DagGraph, after: DagGraph): boolean {
  if (!sameTemplate(before.template, after.template) || before.kind !== after.kind) return false
  const ids = new Set(before.cards.map(({ id }) => id))
  return after.cards.filter(({ id }) => ids.has(id)).length * 2 >= after.cards.length
}

/** The last layout for another graph: what was there stays where it was, what is new stands below what it waits for. */
function mend(
  oldGraph: DagGraph,
  old: DagLayout,
  graph: DagGraph,
  { nodes: sizes }: DagInput,
): DagLayout {
  const oldRects = new Map(oldGraph.cards.map(({ id }, index) => [id, old.nodes[index]]))
  const oldWays = new Map(oldGraph.edges.map(({ id }, index) => [id, old.edges[index]]))
  const isSameCount = oldGraph.cards.length === graph.cards.length
  const nodes: Rect[] = []
  for (const [index, { id }] of graph.cards.entries()) {
    const { width, height } = sizes[index] ?? { width: 0, height: 0 }
    // A card that is only called otherwise stays, too.
    const kept = oldRects.get(id) ?? (isSameCount ? old.nodes[index] : undefined)
    const above = graph.edges.find(({ to }) => to === index)
    const first = above === undefined ? undefined : nodes[above.from]
    const { bounds } = old
    const below =
      first === undefined
        ? { x: -width / 2, y: bounds.y + bounds.height + dagMetrics.nodeGap }
        : { x: first.x, y: first.y + first.height + dagMetrics.rowGap }
    nodes.push({ ...(kept ?? below), width, height })
  }
  const edges = graph.edges.map(({ id, from, to }): DagEdge => {
    const known = oldWays.get(id)
    const [first, last] = [nodes[from], nodes[to]]
    if (known !== undefined || first === undefined || last === undefined)
      return known ?? { points: [], label: { x: 0, y: 0 } }
    const start = { x: first.x + first.width / 2, y: first.y + first.height }
    const end = { x: last.x + last.width / 2, y: last.y }
    const label = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }
    return { points: [start, end], label }
  })
  return { bounds: old.bounds, nodes, edges }
}
