import type { StepView, TemplateView } from '../argo/index.ts'
import type { GraphLane, StepCard, StepsGraph } from './model.ts'
import { missingInputs } from './missing-inputs.ts'

/** The template of another manifest that a step calls, when that is known. */
export type FindTemplate = (step: StepView) => TemplateView | undefined

const resolved = new WeakMap<
  StepCard,
  { readonly template: TemplateView; readonly card: StepCard }
>()

/**
 * A graph whose cards know what they call in other manifests: its type, and which of its inputs lack an argument. Cards and lanes that
 * call nothing elsewhere are the same objects, and so is a graph of such cards alone.
 */
export function withReferences(graph: StepsGraph, find: FindTemplate): StepsGraph {
  const lanes = graph.lanes.map((lane) => laneWith(lane, find))
  return lanes.every((lane, index) => lane === graph.lanes[index]) ? graph : { ...graph, lanes }
}

const known = new WeakMap<GraphLane, GraphLane>()

function laneWith(lane: GraphLane, find: FindTemplate): GraphLane {
  if (!lane.cards.some(({ kind }) => kind === 'templateRef')) return lane
  const cards = lane.cards.map((card) => cardWith(card, find))
  const before = known.get(lane)
  if (before?.cards.every((card, index) => card === cards[index]) === true) return before
  if (cards.every((card, index) => card === lane.cards[index])) return lane
  const made = { ...lane, cards }
  known.set(lane, made)
  return made
}

function cardWith(card: StepCard, find: FindTemplate): StepCard {
  const template = card.kind === 'templateRef' ? find(card.step) : undefined
  if (template?.type === undefined) return card
  const before = resolved.get(card)
  if (before?.template === template) return before.card
  const made = { ...card, kind: template.type, missing: missingInputs(card.step, template) }
  resolved.set(card, { template, card: made })
  return made
}
