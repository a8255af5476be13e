import type { Node } from '@xyflow/react'
import type { ManifestView } from '../../../src/argo/index.ts'
import type { DagGraph, NodeCard, Unfolded } from '../../../src/graph/index.ts'
import type { CardPlace, DagLayout, FrameBox, Rect } from '../../../src/layout/index.ts'
import type { Connecting } from '../canvas-ui.ts'
import { placed } from '../placed.ts'
import type { DagEnds } from '../flow/geometry.ts'
import { isSameNode, marker, type MarkerNode } from '../to-flow.ts'
import {
  nestedNodes,
  unfoldedOf,
  type NestedNode,
  type NestedSelection,
} from '../unfold/nested-nodes.ts'
import type { Band } from '../viewport.ts'
import { afterWords } from './after-words.ts'

/** How a card looks while an edge is drawn. */
export type ConnectMark = 'source' | 'free' | 'joined' | 'circle' | 'target' | 'refused' | undefined

export type DagCardNode = Node<
  {
    readonly card: NodeCard
    readonly index: number
    /** Names of what it waits for. */
    readonly after: string
    readonly isSelected: boolean
    readonly isStop: boolean
    readonly isRenaming: boolean
    readonly mark: ConnectMark
    readonly what: 'task' | 'container'
    /** What is drawn in the card. */
    readonly unfolded: Unfolded | undefined
    /** How it comes to call itself. */
    readonly recursion: readonly string[] | undefined
  },
  'dagCard'
>
export type DagEdgesNode = Node<
  {
    readonly graph: DagGraph
    readonly layout: DagLayout
    /** Indices of the edges in sight. */
    readonly shown: string
    readonly selected: string | undefined
    /** Indices of the selected cards. */
    readonly near: string
    readonly connecting: Connecting | undefined
    readonly isFar: boolean
    readonly isStale: boolean
  },
  'dagEdges'
>
/** All cards from afar, as shapes. */
export type FarDagNode = Node<
  {
    readonly graph: DagGraph
    readonly layout: DagLayout
    readonly shown: string
    readonly selected: string
  },
  'farDag'
>
export type DagNode = DagCardNode | DagEdgesNode | FarDagNode | MarkerNode | NestedNode

export interface DagFlowInput {
  readonly manifest: ManifestView
  readonly graph: DagGraph
  readonly layout: DagLayout
  readonly ends: DagEnds
  readonly band: Band
  readonly selected: readonly CardPlace[]
  readonly current: CardPlace | undefined
  readonly renaming: string | undefined
  readonly edge: string | undefined
  readonly connecting: Connecting | undefined
  readonly marks: readonly ('source' | 'free' | 'joined' | 'circle')[] | undefined
  readonly isStale: boolean
  /** Its unfolded cards. */
  readonly frames: readonly FrameBox[]
  /** What is selected in them. */
  readonly nested: NestedSelection
  /** The ways by which tasks come to call the drawn template again, by their keys. */
  readonly recursion: ReadonlyMap<string, readonly string[]>
}

/** Turns what is in sight of a graph into nodes; a node that is the same as last time is the same object. */
export class DagFlowNodes {
  private last = new Map<string, DagNode>()

  nodes(input: DagFlowInput): DagNode[] {
    const nodes = makeNodes(input).map((node) => {
      const known = this.last.get(node.id)
      return known !== undefined && isSameNode(known, node) ? known : node
    })
    this.last = new Map(nodes.map((node) => [node.id, node]))
    return nodes
  }
}

function makeNodes(input: DagFlowInput): DagNode[] {
  const { graph, layout, ends, band, current } = input
  const isSelected = new Set(input.selected.map(({ step }) => step))
  const shown: number[] = []
  for (const [index, rect] of layout.nodes.entries()) if (touches(rect, band)) shown.push(index)
  const nodes: DagNode[] = [
    edgesNode(input),
    ...(ends.inputs ? [marker('start', 'Start', ends.inputs)] : []),
    ...(ends.outputs ? [marker('end', 'End', ends.outputs)] : []),
  ]
  if (band.isFar) {
    const data = {
      graph,
      layout,
      shown: shown.join(),
      selected: [...isSelected].join(),
    }
    nodes.push({ ...placed('far', layout.bounds), type: 'farDag', data, zIndex: 1 })
  }
  // The card with the focus stays, wherever it is, so that the focus does.
  const drawn = band.isFar ? [] : shown
  const kept = current !== undefined && !drawn.includes(current.step) ? [current.step] : []
  const after = afterWords(graph)
  for (const index of [...drawn, ...kept]) {
    const card = graph.cards[index]
    const rect = layout.nodes[index]
    if (card === undefined || rect === undefined) continue
    const data = {
      card,
      index,
      after: after.get(index) ?? '',
      isSelected: isSelected.has(index),
      isStop: current?.step === index,
      isRenaming: card.id === input.renaming,
      mark: markOf(input, index),
      what: graph.kind === 'tasks' ? ('task' as const) : ('container' as const),
      unfolded: unfoldedOf(input.frames, card.id),
      recursion: input.recursion.get(card.id),
    }
    nodes.push({ ...placed(card.id, rect), type: 'dagCard', data, zIndex: 2 })
  }
  nodes.push(...nestedNodes(input))
  return nodes
}

function markOf({ connecting, marks }: DagFlowInput, index: number): ConnectMark {
  if (connecting?.target !== index) return marks?.[index]
  return connecting.refusal === undefined ? 'target' : 'refused'
}

function edgesNode(input: DagFlowInput): DagEdgesNode {
  const { graph, layout, band, edge, selected, connecting, isStale } = input
  const shown: number[] = []
  for (const [index, { points }] of layout.edges.entries()) {
    const [first] = points
    if (first === undefined) continue
    let [left, top, right, bottom] = [first.x, first.y, first.x, first.y]
    for (const { x, y } of points) {
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    if (touches({ x: left, y: top, width: right - left, height: bottom - top }, band))
      shown.push(index)
  }
  const data = {
    graph,
    layout,
    shown: shown.join(),
    selected: edge,
    near: selected.map(({ step }) => step).join(),
    connecting,
    isFar: band.isFar,
    isStale,
  }
  return { ...placed('edges', layout.bounds), type: 'dagEdges', data, zIndex: 0 }
}

function touches(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  )
}
