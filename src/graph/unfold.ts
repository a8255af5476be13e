import {
  calledAddress,
  containerPath,
  stepPath,
  taskPath,
  templateAt,
  type ManifestView,
  type StepView,
  type TemplateAddress,
  type TemplateView,
} from '../argo/index.ts'
import type { Path } from '../base/index.ts'
import { containerSetGraph, dagGraph } from './dag-graph.ts'
import type { DagGraph, NodeCard, StepsGraph } from './model.ts'
import { stepsGraph } from './steps-graph.ts'

interface WithInner<G> {
  readonly graph: G
  /** What stands inside of cards, by the ids of the cards. */
  readonly inner: ReadonlyMap<string, Unfolded>
}

/** A template that is drawn as lanes, with the templates of some of its cards drawn in place. */
export type UnfoldedLanes = WithInner<StepsGraph>
/** The same of a dag or a set of containers. */
export type UnfoldedDag = WithInner<DagGraph>
export type UnfoldedGraph = UnfoldedLanes | UnfoldedDag

/** What a step or task calls, drawn in its card. */
export interface Unfolded {
  /** Of the card, through all cards around it: unique in the picture. */
  readonly key: string
  readonly template: TemplateAddress
  /** What the template is called; an inline one has the name of its step. */
  readonly name: string
  readonly content: UnfoldedContent
}

export type UnfoldedContent =
  | { readonly kind: 'steps'; readonly shown: UnfoldedLanes }
  /** Tasks of a dag, or containers of a set. */
  | { readonly kind: 'dag'; readonly shown: UnfoldedDag }
  /** The template is unfolded around this card already, or drawn: the names of the templates from there to here. */
  | { readonly kind: 'recursion'; readonly through: readonly string[]; readonly outer: string }

/** The key of a card in another, or at the top (`within` is empty). Ids have no lone slash, so no two cards share a key. */
export function cardKey(within: string, id: string): string {
  return within === '' ? id : `${within}/>${id}`
}

/** The key of the card around one; empty for a card of the drawn template. */
export function outerKey(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/>')))
}

/** Whether there is something to draw inside of a card: not for what another manifest has, whose cards could not be edited here. */
export function canUnfold({ kind, isElsewhere }: NodeCard): boolean {
  if (isElsewhere === true) return false
  return kind === 'steps' || kind === 'dag' || kind === 'containerSet'
}

/** Whether a template is drawn as lanes. */
export function hasLanes(shown: UnfoldedGraph): shown is UnfoldedLanes {
  return 'lanes' in shown.graph
}

/** A card of a graph with its place: its lane and its step there; of a dag all are in lane 0. */
export interface PlacedCard {
  readonly card: NodeCard
  readonly lane: number
  readonly step: number
}

/** All cards of a graph, in reading order. */
export function cardsOf(graph: StepsGraph | DagGraph): readonly PlacedCard[] {
  if ('lanes' in graph)
    return graph.lanes.flatMap(({ cards }, lane) =>
      cards.map((card, step) => ({ card, lane, step })),
    )
  return graph.cards.map((card, step) => ({ card, lane: 0, step }))
}

/** The card at a place of a graph; of a dag, only the step of the place counts. */
export function cardInGraph(
  graph: StepsGraph | DagGraph,
  { lane, step }: Pick<PlacedCard, 'lane' | 'step'>,
): NodeCard | undefined {
  return 'lanes' in graph ? graph.lanes[lane]?.cards[step] : graph.cards[step]
}

/** The path of the step, task or container of a card. */
export function pathInGraph(
  manifest: ManifestView,
  graph: StepsGraph | DagGraph,
  { lane, step }: Pick<PlacedCard, 'lane' | 'step'>,
): Path {
  if ('lanes' in graph) return stepPath(manifest, graph.template, lane, step)
  return graph.kind === 'tasks'
    ? taskPath(manifest, graph.template, step)
    : containerPath(manifest, graph.template, step)
}

/** The step or task of a card; nothing for a container, which calls nothing. */
export function stepInGraph(
  manifest: ManifestView,
  graph: StepsGraph | DagGraph,
  { lane, step }: Pick<PlacedCard, 'lane' | 'step'>,
): StepView | undefined {
  const template = templateAt(manifest, graph.template)
  if ('lanes' in graph) return template?.lanes[lane]?.steps[step]
  return graph.kind === 'tasks' ? template?.tasks[step] : undefined
}

/** The template of this file that a card calls, or gives inline. */
export function calledInGraph(
  manifest: ManifestView,
  graph: StepsGraph | DagGraph,
  place: Pick<PlacedCard, 'lane' | 'step'>,
): TemplateAddress | undefined {
  const step = stepInGraph(manifest, graph, place)
  return step && calledAddress(manifest, step, pathInGraph(manifest, graph, place))
}

/** The templates around a place, from the drawn one inwards. */
interface Around {
  readonly key: string
  readonly template: TemplateAddress
  readonly view: TemplateView | undefined
  readonly name: string
}

/**
 * A template with what its steps or tasks call drawn in place where `isOpen` says so, to any depth. A template that is around already is not
 * drawn again, so that recursion ends. Looks at no step when nothing is open. A template of a type without cards has lanes, none.
 */
export function unfoldGraph(
  manifest: ManifestView,
  template: TemplateAddress,
  isOpen: (key: string, depth: number) => boolean,
): UnfoldedGraph {
  const view = templateAt(manifest, template)
  return unfold(
    manifest,
    [{ key: '', template, view, name: view?.name ?? 'this template' }],
    isOpen,
  )
}

/** The graph of a template, whichever it has. */
export function graphOf(manifest: ManifestView, template: TemplateAddress): StepsGraph | DagGraph {
  switch (templateAt(manifest, template)?.type) {
    case 'dag':
      return dagGraph(manifest, template)
    case 'containerSet':
      return containerSetGraph(manifest, template)
    default:
      return stepsGraph(manifest, template)
  }
}

function unfold(
  manifest: ManifestView,
  around: readonly Around[],
  isOpen: (key: string, depth: number) => boolean,
): UnfoldedGraph {
  const own = around.at(-1)
  const graph = graphOf(manifest, own?.template ?? -1)
  const inner = new Map<string, Unfolded>()
  for (const placed of cardsOf(graph)) {
    const { card } = placed
    const key = cardKey(own?.key ?? '', card.id)
    if (!canUnfold(card) || !isOpen(key, around.length)) continue
    const template = calledInGraph(manifest, graph, placed)
    const view = template === undefined ? undefined : templateAt(manifest, template)
    if (template === undefined || view === undefined) continue
    const name = view.name ?? card.title
    const all = [...around, { key, template, view, name }]
    inner.set(card.id, { key, template, name, content: contentOf(manifest, all, isOpen) })
  }
  return 'lanes' in graph ? { graph, inner } : { graph, inner }
}

function contentOf(
  manifest: ManifestView,
  around: readonly Around[],
  isOpen: (key: string, depth: number) => boolean,
): UnfoldedContent {
  const own = around.at(-1)
  const outer = around.findIndex(({ view }) => view === own?.view)
  const again = around[outer]
  if (again !== undefined && again !== own)
    return {
      kind: 'recursion',
      through: around.slice(outer).map(({ name }) => name),
      outer: again.key,
    }
  const shown = unfold(manifest, around, isOpen)
  return hasLanes(shown) ? { kind: 'steps', shown } : { kind: 'dag', shown }
}

/** The most cards that are unfolded at once by those who ask for all. */
const MOST_UNFOLDED = 400

/** A template with all that can be unfolded down to a depth: 0 is nothing, 1 what its own steps call. Of a great many cards the first are unfolded. */
export function unfoldToDepth(
  manifest: ManifestView,
  template: TemplateAddress,
  depth: number,
): UnfoldedGraph {
  let left = MOST_UNFOLDED
  return unfoldGraph(manifest, template, (_, at) => at <= depth && left-- > 0)
}

/** The keys of all cards that `unfoldToDepth` unfolds, those of recursion left out. */
export function keysToDepth(
  manifest: ManifestView,
  template: TemplateAddress,
  depth: number,
): readonly string[] {
  const keys: string[] = []
  const collect = ({ inner }: UnfoldedGraph): void => {
    for (const { key, content } of inner.values()) {
      if (content.kind === 'recursion') continue
      keys.push(key)
      collect(content.shown)
    }
  }
  collect(unfoldToDepth(manifest, template, depth))
  return keys
}

/** Where an unfolded card stands: its lane and step, and those of the cards around it, outermost first. */
export type CardWay = readonly { readonly lane: number; readonly step: number }[]

/** The way to each unfolded card, by its key. */
export function waysOf(
  { graph, inner }: UnfoldedGraph,
  way: CardWay = [],
): ReadonlyMap<string, CardWay> {
  const ways = new Map<string, CardWay>()
  if (inner.size === 0) return ways
  for (const { card, lane, step } of cardsOf(graph)) {
    const unfolded = inner.get(card.id)
    if (unfolded === undefined) continue
    const own = [...way, { lane, step }]
    ways.set(unfolded.key, own)
    if (unfolded.content.kind !== 'recursion')
      for (const [key, found] of waysOf(unfolded.content.shown, own)) ways.set(key, found)
  }
  return ways
}

/** The key of the card that stands somewhere; nothing when no card does that can be unfolded. */
export function keyAt(
  manifest: ManifestView,
  template: TemplateAddress,
  way: CardWay,
): string | undefined {
  let key = ''
  let owner: TemplateAddress | undefined = template
  for (const place of way) {
    if (owner === undefined) return undefined
    const graph: StepsGraph | DagGraph = graphOf(manifest, owner)
    const card = cardInGraph(graph, place)
    if (card === undefined || !canUnfold(card)) return undefined
    key = cardKey(key, card.id)
    owner = calledInGraph(manifest, graph, place)
  }
  return key
}
