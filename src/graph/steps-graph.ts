import {
  callableTemplates,
  stepNames,
  templateAt,
  type Callable,
  type LaneView,
  type ManifestView,
  type TemplateAddress,
} from '../argo/index.ts'
import { Recall } from '../base/index.ts'
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
  const isPlain = repeated.size === 0 && view.lanes.every(({ steps }) => steps.length > 0)
  const before = earlier.find(view.lanes)
  const kept =
    isPlain && before?.isPlain === true && before.callable === callable ? before : undefined
  const byName = templatesByName(manifest)
  const steps: Counts = new Map()
  const firsts: Counts = new Map()
  const graph: StepsGraph = {
    template,
    lanes: view.lanes.map((lane, index) => {
      const same = kept?.views[index] === lane ? kept.graph.lanes[index] : undefined
      if (same !== undefined) return same
      const cards = lane.steps.map((step) =>
        stepCard(step, calledBy(step, byName), isPlain ? 1 : count(steps, step.name)),
      )
      return laneOf(lane, cards, isPlain ? 1 : count(firsts, cards[0]?.id))
    }),
  }
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
