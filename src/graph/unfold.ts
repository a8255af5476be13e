import {
  calledAddress,
  stepPath,
  templateAt,
  type ManifestView,
  type TemplateAddress,
  type TemplateView,
} from '../argo/index.ts'
import type { StepCard, StepsGraph } from './model.ts'
import { stepsGraph } from './steps-graph.ts'

/** A template as it is drawn, with the templates of some of its steps drawn in place. */
export interface UnfoldedGraph {
  readonly graph: StepsGraph
  /** What stands inside of cards, by the ids of the cards. */
  readonly inner: ReadonlyMap<string, Unfolded>
}

/** What a step calls, drawn in its card. */
export interface Unfolded {
  /** Of the card, through all cards around it: unique in the picture. */
  readonly key: string
  readonly template: TemplateAddress
  /** What the template is called; an inline one has the name of its step. */
  readonly name: string
  readonly content: UnfoldedContent
}

export type UnfoldedContent =
  | { readonly kind: 'steps'; readonly shown: UnfoldedGraph }
  /** A template that has no lanes: its tasks by name. */
  | { readonly kind: 'dag'; readonly tasks: readonly string[] }
  /** The template is unfolded around this card already, or drawn: the names of the templates from there to here. */
  | { readonly kind: 'recursion'; readonly through: readonly string[]; readonly outer: string }

/** The key of a card in another, or at the top (`within` is empty). Ids have no lone slash, so no two cards share a key. */
export function cardKey(within: string, id: string): string {
  return within === '' ? id : `${within}/>${id}`
}

/** Whether there is something to draw inside of a card. */
export function canUnfold({ kind }: StepCard): boolean {
  return kind === 'steps' || kind === 'dag'
}

/** The templates around a place, from the drawn one inwards. */
interface Around {
  readonly key: string
  readonly template: TemplateAddress
  readonly view: TemplateView | undefined
  readonly name: string
}

/**
 * A `steps` template with what its steps call drawn in place where `isOpen` says so, to any depth. A template that is around already is not drawn
 * again, so that recursion ends. Looks at no step when nothing is open.
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

function unfold(
  manifest: ManifestView,
  around: readonly Around[],
  isOpen: (key: string, depth: number) => boolean,
): UnfoldedGraph {
  const own = around.at(-1)
  const graph = stepsGraph(manifest, own?.template ?? -1)
  const inner = new Map<string, Unfolded>()
  for (const [lane, { cards }] of graph.lanes.entries())
    for (const [step, card] of cards.entries()) {
      const key = cardKey(own?.key ?? '', card.id)
      if (!canUnfold(card) || !isOpen(key, around.length)) continue
      const path = stepPath(manifest, graph.template, lane, step)
      const template = calledAddress(manifest, card.step, path)
      const view = template === undefined ? undefined : templateAt(manifest, template)
      if (template === undefined || view === undefined) continue
      const name = view.name ?? card.title
      const all = [...around, { key, template, view, name }]
      inner.set(card.id, { key, template, name, content: contentOf(manifest, all, isOpen) })
    }
  return { graph, inner }
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
  if (own?.view?.type === 'dag')
    return { kind: 'dag', tasks: own.view.tasks.map(({ name }) => name ?? '(no name)') }
  return { kind: 'steps', shown: unfold(manifest, around, isOpen) }
}

/** The most cards that are unfolded at once by those who ask for all. */
const MOST_UNFOLDED = 400

/** The keys of all cards that can be unfolded down to a depth; of a great many the first, those of recursion left out. */
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
      if (content.kind === 'steps') collect(content.shown)
    }
  }
  let left = MOST_UNFOLDED
  collect(unfoldGraph(manifest, template, (_, at) => at <= depth && left-- > 0))
  return keys
}

/** Where an unfolded card stands: its lane and step, and those of the cards around it, outermost first. */
export type CardWay = readonly { readonly lane: number; readonly step: number }[]

/** The way to each unfolded card, by its key. */
export function waysOf(shown: UnfoldedGraph, way: CardWay = []): ReadonlyMap<string, CardWay> {
  const ways = new Map<string, CardWay>()
  if (shown.inner.size === 0) return ways
  for (const [lane, { cards }] of shown.graph.lanes.entries())
    for (const [step, { id }] of cards.entries()) {
      const unfolded = shown.inner.get(id)
      if (unfolded === undefined) continue
      const own = [...way, { lane, step }]
      ways.set(unfolded.key, own)
      if (unfolded.content.kind === 'steps')
        for (const [key, inner] of waysOf(unfolded.content.shown, own)) ways.set(key, inner)
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
  for (const { lane, step } of way) {
    if (owner === undefined) return undefined
    const card: StepCard | undefined = stepsGraph(manifest, owner).lanes[lane]?.cards[step]
    if (card === undefined || !canUnfold(card)) return undefined
    key = cardKey(key, card.id)
    owner = calledAddress(manifest, card.step, stepPath(manifest, owner, lane, step))
  }
  return key
}
