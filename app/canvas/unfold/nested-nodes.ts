import type { Node } from '@xyflow/react'
import { sameTemplate, type ManifestView, type TemplateAddress } from '../../../src/argo/index.ts'
import {
  canUnfold,
  cardKey,
  describeCard,
  describeNode,
  recursiveCalls,
  stepInGraph,
  type DagGraph,
  type GraphLane,
  type NodeCard,
  type StepCard,
  type StepsGraph,
  type Unfolded,
} from '../../../src/graph/index.ts'
import {
  cardRect,
  dagCardsWithin,
  dagPanel,
  lanesWithin,
  movedBy,
  placesWithin,
  touches,
  type CardPlace,
  type DagLayout,
  type FrameBox,
  type Inside,
  type LaneBox,
  type Rect,
} from '../../../src/layout/index.ts'
import { afterWords } from '../dag/after-words.ts'
import { cardShape, shapeOf } from '../minimap-scale.ts'
import { placed } from '../placed.ts'
import type { Band } from '../viewport.ts'

export type NestedCardNode = Node<
  {
    readonly card: NodeCard
    /** Through all cards around it. */
    readonly cardKey: string
    readonly template: TemplateAddress
    readonly lane: number
    readonly step: number
    /** What it is and where, for those who cannot see it. */
    readonly words: string
    readonly what: 'step' | 'task' | 'container'
    readonly isSelected: boolean
    readonly isRenaming: boolean
    readonly unfolded: Unfolded | undefined
    /** How it comes to call the template again in which it stands. */
    readonly recursion: readonly string[] | undefined
  },
  'nestedCard'
>
/** A lane in an unfolded card. From afar its cards are a part of it, as shapes. */
export type NestedLaneNode = Node<
  {
    readonly label: string
    readonly count: number
    readonly isFirst: boolean
    readonly shape: string
    readonly template: TemplateAddress
    readonly lane: number
    /** What the card around it calls. */
    readonly of: string
    /** Key of the card around it. */
    readonly frame: string
  },
  'nestedLane'
>
/** The ground of a graph in an unfolded card, and its edges. From afar its cards are a part of it, as shapes. */
export type NestedDagNode = Node<
  {
    readonly graph: DagGraph
    readonly layout: DagLayout
    /** Indices of the selected cards. */
    readonly near: string
    readonly shape: string
    /** Key of the card around it. */
    readonly frame: string
  },
  'nestedDag'
>
export type NestedNode = NestedCardNode | NestedLaneNode | NestedDagNode

/** What is selected in unfolded cards: places in the graph of one template. */
export interface NestedSelection {
  readonly template: TemplateAddress | undefined
  readonly places: readonly CardPlace[]
}

export interface NestedInput {
  readonly manifest: ManifestView
  readonly frames: readonly FrameBox[]
  readonly band: Band
  readonly nested: NestedSelection
  readonly renaming: string | undefined
}

/** What a card shows inside of it. */
export function unfoldedOf(frames: readonly FrameBox[], key: string): Unfolded | undefined {
  return frames.find(({ unfolded }) => unfolded.key === key)?.unfolded
}

/** What is in sight of the lanes and graphs in unfolded cards. */
export function nestedNodes(input: NestedInput): NestedNode[] {
  return input.frames.flatMap((frame) => {
    const { inside, rect } = frame
    if (inside === undefined || !touches(rect, input.band)) return []
    return inside.kind === 'steps'
      ? laneNodes(input, frame, inside)
      : dagNodes(input, frame, inside)
  })
}

function laneNodes(
  input: NestedInput,
  frame: FrameBox,
  inside: Extract<Inside, { readonly kind: 'steps' }>,
): NestedNode[] {
  const { band } = input
  const { unfolded, origin, depth } = frame
  const { layout, shown } = inside
  const { lanes } = shown.graph
  const nodes: NestedNode[] = []
  const sight = { ...band, x: band.x - origin.x, y: band.y - origin.y }
  const { firstLane, lastLane } = lanesWithin(layout, sight)
  for (let lane = firstLane; lane <= lastLane; lane++) {
    const box = layout.lanes[lane]
    const graphLane = lanes[lane]
    if (box === undefined || graphLane === undefined) continue
    const { from, to } = placesWithin(layout, lane, sight)
    const steps = Array.from({ length: to - from }, (_, at) => from + at)
    const shape = band.isFar ? cardShape(box, steps) : ''
    nodes.push({
      ...placed(`${unfolded.key}/>${graphLane.id}`, movedBy(box, origin)),
      zIndex: depth * 3,
      type: 'nestedLane',
      data: {
        label: box.label,
        count: box.count,
        isFirst: lane === 0,
        shape,
        template: shown.graph.template,
        lane,
        of: unfolded.name,
        frame: unfolded.key,
      },
    })
    if (!band.isFar)
      for (const step of steps)
        nodes.push(
          ...cardNode(input, frame, inside, laneCard(graphLane, lane, step, lanes.length, box)),
        )
  }
  return nodes
}

interface CardToDraw extends CardPlace {
  readonly card: NodeCard
  readonly rect: Rect
  readonly words: string
  readonly what: 'step' | 'task' | 'container'
}

function laneCard(
  { cards }: GraphLane,
  lane: number,
  step: number,
  count: number,
  box: LaneBox,
): CardToDraw | undefined {
  const card: StepCard | undefined = cards[step]
  const words = card && describeCard(card, lane, count)
  if (card === undefined || words === undefined) return undefined
  return { card, lane, step, rect: cardRect(box, step), words, what: 'step' }
}

function dagNodes(
  input: NestedInput,
  frame: FrameBox,
  inside: Extract<Inside, { readonly kind: 'dag' }>,
): NestedNode[] {
  const { band } = input
  const { unfolded, origin, depth } = frame
  const { layout, shown } = inside
  const { graph } = shown
  if (graph.cards.length === 0) return []
  const sight = { ...band, x: band.x - origin.x, y: band.y - origin.y }
  const inSight = dagCardsWithin(layout, sight)
  const near = chosenIn(input, graph.template).map(({ step }) => step)
  const nodes: NestedNode[] = [
    {
      ...placed(`${unfolded.key}/>graph`, movedBy(dagPanel(layout), origin)),
      zIndex: depth * 3,
      type: 'nestedDag',
      data: {
        graph,
        layout,
        near: near.join(),
        frame: unfolded.key,
        shape: band.isFar ? shapeOf(inSight.flatMap((index) => layout.nodes[index] ?? [])) : '',
      },
    },
  ]
  if (band.isFar) return nodes
  const after = afterWords(graph)
  const what = graph.kind === 'tasks' ? 'task' : 'container'
  for (const step of inSight) {
    const card = graph.cards[step]
    const rect = layout.nodes[step]
    if (card === undefined || rect === undefined) continue
    const first = after.get(step)
    const words = describeNode(card, first === undefined ? [] : [first])
    nodes.push(...cardNode(input, frame, inside, { card, lane: 0, step, rect, words, what }))
  }
  return nodes
}

function cardNode(
  input: NestedInput,
  { unfolded, origin, depth }: FrameBox,
  { shown }: Inside,
  drawn: CardToDraw | undefined,
): readonly NestedCardNode[] {
  if (drawn === undefined) return []
  const { card, lane, step, rect, words, what } = drawn
  const key = cardKey(unfolded.key, card.id)
  const { template } = shown.graph
  const isSelected = chosenIn(input, template).some(
    (place) => place.lane === lane && place.step === step,
  )
  const data = {
    card,
    cardKey: key,
    template,
    lane,
    step,
    words: `${words} of ${unfolded.name}`,
    what,
    isSelected,
    isRenaming: key === input.renaming,
    unfolded: shown.inner.get(card.id) && unfoldedOf(input.frames, key),
    recursion: canUnfold(card) ? recursionIn(input.manifest, shown.graph, drawn) : undefined,
  }
  return [
    { ...placed(key, movedBy(rect, origin)), zIndex: depth * 3 + 2, type: 'nestedCard', data },
  ]
}

function recursionIn(
  manifest: ManifestView,
  graph: StepsGraph | DagGraph,
  place: CardPlace,
): readonly string[] | undefined {
  const called = stepInGraph(manifest, graph, place)?.template
  return called === undefined ? undefined : recursiveCalls(manifest, graph.template).get(called)
}

function chosenIn({ nested }: NestedInput, template: TemplateAddress): readonly CardPlace[] {
  return sameTemplate(nested.template, template) ? nested.places : none
}

const none: readonly CardPlace[] = []
