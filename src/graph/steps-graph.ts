import {
  callableTemplates,
  stepNames,
  templateAt,
  type Callable,
  type LaneView,
  type ManifestView,
  type TemplateAddress,
} from '../argo/index.ts'
import { commonItems, Recall } from '../base/index.ts'
import { calledBy, templatesByName } from './called.ts'
import { count, type Counts } from './counts.ts'
import type { GraphLane, StepCard, StepsGraph } from './model.ts'
import { idOf } from './id.ts'
import { perTemplate } from './per-template.ts'
import { stepCard } from './step-card.ts'

const lanes = new WeakMap<LaneView, { readonly ordinal: number; readonly lane: GraphLane }>()

/** A graph with what it was made of. */
interface Made {
  readonly graph: StepsGraph
  readonly views: readonly LaneView[]
  readonly callable: Callable
  /** Whether no two steps have one name, and no lane is empty: then no id depends on other lanes. */
  readonly isPlain: boolean
}

const earlier = new Recall<LaneView, Made>()

/**
 * A `steps` template as lanes of cards, by its address in the manifest; other templates and a wrong address give no lanes. Cards and lanes
 * that an edit did not concern are the same objects as before it.
 */
export const stepsGraph: (manifest: ManifestView, template: TemplateAddress) => StepsGraph =
  perTemplate(makeGraph)

function makeGraph(manifest: ManifestView, template: TemplateAddress): StepsGraph {
  const view = templateAt(manifest, template)
  if (view === undefined) return { template, lanes: [] }
  const callable = callableTemplates(manifest)
  const { repeated } = stepNames(view)
  const before = earlier.find(view.lanes)
  const plainBefore = before?.isPlain === true ? before : undefined
  // The lanes that an edit did not touch are as many before and behind it, and none of them needs to be looked at.
  const same = commonItems(plainBefore?.views ?? [], view.lanes)
  const touched = view.lanes.slice(same.start, view.lanes.length - same.end)
  const isPlain = repeated.size === 0 && touched.every(({ steps }) => steps.length > 0)
  const kept = isPlain && plainBefore?.callable === callable ? plainBefore : undefined
  const byName = templatesByName(manifest)
  const steps: Counts = new Map()
  const firsts: Counts = new Map()
  const draw = (lane: LaneView): GraphLane => {
    const cards = lane.steps.map((step) =>
      stepCard(step, calledBy(step, byName), isPlain ? 1 : count(steps, step.name)),
    )
    return laneOf(lane, cards, isPlain ? 1 : count(firsts, cards[0]?.id))
  }
  const old = kept?.graph.lanes ?? []
  const drawn =
    kept === undefined
      ? view.lanes.map(draw)
      : old.slice(0, same.start).concat(touched.map(draw), old.slice(old.length - same.end))
  const graph: StepsGraph = { template, lanes: drawn }
  earlier.keep(view.lanes, { graph, views: view.lanes, callable, isPlain })
  return graph
}

function laneOf(view: LaneView, cards: readonly StepCard[], ordinal: number): GraphLane {
  const known = lanes.get(view)
  const isSame =
    known?.ordinal === ordinal &&
    known.lane.cards.length === cards.length &&
    known.lane.cards.every((card, index) => card === cards[index])
  if (isSame) return known.lane
  const id = idOf('lane', cards[0]?.id, ordinal)
  const made = { id, cards, isList: view.node.kind === 'seq' }
  lanes.set(view, { ordinal, lane: made })
  return made
}
