import { templateAt, type ManifestView, type StepView, type TemplateView } from '../argo/index.ts'
import { chipsOf } from './chips.ts'
import type { DagGraph, GraphLane, NodeCard, StepCard, StepsGraph } from './model.ts'
import { missingInputs } from './missing-inputs.ts'

/** The template of another manifest that a step calls, when that is known. */
export type FindTemplate = (step: StepView) => TemplateView | undefined

/**
 * A graph whose cards know what they call in other manifests: its type, which of its inputs lack an argument, and what is special about it.
 * Cards and lanes that call nothing elsewhere are the same objects, and so is a graph of such cards alone.
 */
export function withReferences(graph: StepsGraph, find: FindTemplate): StepsGraph {
  const lanes = graph.lanes.map((lane) => laneWith(lane, find))
  return lanes.every((lane, index) => lane === graph.lanes[index]) ? graph : { ...graph, lanes }
}

/** The same of the tasks of a dag. While what is called stays the same, so does the graph. */
export function dagWithReferences(
  graph: DagGraph,
  manifest: ManifestView,
  find: FindTemplate,
): DagGraph {
  if (!graph.cards.some(({ kind }) => kind === 'templateRef')) return graph
  const tasks = templateAt(manifest, graph.template)?.tasks ?? []
  const cards = graph.cards.map((card, index) => taskWith(card, tasks[index], find))
  if (isSame(cards, graph.cards)) return graph
  const before = knownDags.get(graph)
  if (before !== undefined && isSame(cards, before.cards)) return before
  const made = { ...graph, cards }
  knownDags.set(graph, made)
  return made
}

const knownDags = new WeakMap<DagGraph, DagGraph>()
const known = new WeakMap<GraphLane, GraphLane>()

function laneWith(lane: GraphLane, find: FindTemplate): GraphLane {
  if (!lane.cards.some(({ kind }) => kind === 'templateRef')) return lane
  const cards = lane.cards.map((card) => stepWith(card, card.step, find))
  const before = known.get(lane)
  if (before !== undefined && isSame(cards, before.cards)) return before
  if (isSame(cards, lane.cards)) return lane
  const made = { ...lane, cards }
  known.set(lane, made)
  return made
}

const stepWith = resolver<StepCard>()
const taskWith = resolver<NodeCard>()

/** Makes cards that know what they call elsewhere; the same card and template give the same one. */
function resolver<C extends NodeCard>() {
  const resolved = new WeakMap<C, { readonly template: TemplateView; readonly card: C }>()
  return (card: C, step: StepView | undefined, find: FindTemplate): C => {
    const template = step !== undefined && card.kind === 'templateRef' ? find(step) : undefined
    if (step === undefined || template?.type === undefined) return card
    const before = resolved.get(card)
    if (before?.template === template) return before.card
    const made = {
      ...card,
      kind: template.type,
      chips: chipsOf(step, template),
      missing: missingInputs(step, template),
      isElsewhere: true,
    }
    resolved.set(card, { template, card: made })
    return made
  }
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
