import {
  demandsOf,
  templateAt,
  type ManifestView,
  type SetContainerView,
  type StepView,
  type TemplateAddress,
} from '../argo/index.ts'
import { calledBy, templatesByName } from './called.ts'
import { count, type Counts } from './counts.ts'
import { idOf } from './id.ts'
import type { DagGraph, GraphEdge, NodeCard } from './model.ts'
import { perTemplate } from './per-template.ts'
import { stepCard } from './step-card.ts'

const containerCards = new WeakMap<SetContainerView, NodeCard>()

/** A `dag` template as cards and edges, by its address in the manifest. Cards that an edit did not concern are the same objects as before. */
export const dagGraph: (manifest: ManifestView, template: TemplateAddress) => DagGraph =
  perTemplate(makeDag)

/** The same of a `containerSet` template: its containers, and which wait for which. */
export const containerSetGraph: (manifest: ManifestView, template: TemplateAddress) => DagGraph =
  perTemplate(makeSet)

function makeDag(manifest: ManifestView, template: TemplateAddress): DagGraph {
  const tasks = templateAt(manifest, template)?.tasks ?? []
  const byName = templatesByName(manifest)
  const counts: Counts = new Map()
  const cards = tasks.map((task) =>
    stepCard(task, calledBy(task, byName), count(counts, task.name)),
  )
  const edges = edgesOf(cards, (index) => demandsOfTask(tasks[index]))
  return { template, kind: 'tasks', cards, edges }
}

function demandsOfTask(task: StepView | undefined): readonly Demand[] {
  return task === undefined
    ? []
    : demandsOf(task).map((demand) => ({ ...demand, words: wordsOf(demand.results) }))
}

/** What is asked of a task, in words: `Failed or Errored`, `not Skipped`; the empty text for any good end. */
function wordsOf(results: readonly string[]): string {
  if (results.every((result) => result === '')) return ''
  return results
    .map((result) => (result === '' ? 'ended well' : result))
    .map((result) => (result.startsWith('!') ? `not ${result.slice(1) || 'ended well'}` : result))
    .join(' or ')
}

function makeSet(manifest: ManifestView, template: TemplateAddress): DagGraph {
  const containers = templateAt(manifest, template)?.containers ?? []
  const counts: Counts = new Map()
  const cards = containers.map((container) =>
    containerCard(container, count(counts, container.name)),
  )
  const edges = edgesOf(cards, (index) =>
    [...new Set(containers[index]?.dependencies)].map((task) => ({
      task,
      words: '',
      isOptional: false,
    })),
  )
  return { template, kind: 'containers', cards, edges }
}

function containerCard(container: SetContainerView, ordinal: number): NodeCard {
  const id = idOf('step', container.name, ordinal)
  const known = containerCards.get(container)
  if (known?.id === id) return known
  const { name, image } = container
  const card: NodeCard = {
    id,
    name,
    title: name === undefined || name === '' ? '(no name)' : name,
    calls: image,
    kind: 'container',
    isInline: true,
    chips: [],
    missing: [],
  }
  containerCards.set(container, card)
  return card
}

interface Demand {
  readonly task: string
  readonly words: string
  readonly isOptional: boolean
}

function edgesOf(
  cards: readonly NodeCard[],
  demands: (index: number) => readonly Demand[],
): readonly GraphEdge[] {
  const byName = new Map<string, number>()
  for (const [index, { name }] of cards.entries())
    if (name !== undefined && !byName.has(name)) byName.set(name, index)
  return cards.flatMap(({ id }, to) =>
    demands(to).flatMap(({ task, words, isOptional }): GraphEdge[] => {
      const from = byName.get(task)
      const first = from === undefined ? undefined : cards[from]
      if (from === undefined || first === undefined) return []
      return [{ id: `${first.id} ${id}`, from, to, words, isOptional }]
    }),
  )
}
