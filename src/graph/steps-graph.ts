import type { LaneView, ManifestView, StepView, TemplateView } from '../argo/index.ts'
import type { GraphLane, StepCard, StepsGraph } from './model.ts'
import { stepCard } from './step-card.ts'

const graphs = new WeakMap<ManifestView, Map<number, StepsGraph>>()
const lanes = new WeakMap<LaneView, GraphLane>()

/**
 * A `steps` template as lanes of cards, by its index in the manifest; other templates and a wrong index give no lanes. Cards and lanes
 * that an edit did not concern are the same objects as before it.
 */
export function stepsGraph(manifest: ManifestView, template: number): StepsGraph {
  const known = graphs.get(manifest) ?? new Map<number, StepsGraph>()
  graphs.set(manifest, known)
  const made = known.get(template) ?? makeGraph(manifest, template)
  known.set(template, made)
  return made
}

function makeGraph(manifest: ManifestView, template: number): StepsGraph {
  const byName = templatesByName(manifest)
  const ids = new Ids()
  const views = manifest.spec.templates[template]?.lanes ?? []
  return {
    template,
    lanes: views.map((view) => {
      const cards = view.steps.map((step) =>
        stepCard(step, called(step, byName), ids.next('step', step.name)),
      )
      return lane(view, cards, ids.next('lane', cards[0]?.id))
    }),
  }
}

function lane(view: LaneView, cards: readonly StepCard[], id: string): GraphLane {
  const known = lanes.get(view)
  const isSame =
    known?.id === id &&
    known.cards.length === cards.length &&
    known.cards.every((card, index) => card === cards[index])
  if (isSame) return known
  const made = { id, cards, isList: view.node.kind === 'seq' }
  lanes.set(view, made)
  return made
}

function called(
  step: StepView,
  byName: ReadonlyMap<string, TemplateView>,
): TemplateView | undefined {
  if (step.inline !== undefined) return step.inline
  return step.template === undefined ? undefined : byName.get(step.template)
}

/** Of several templates of one name the first, which is the one that Argo takes. */
function templatesByName(manifest: ManifestView): ReadonlyMap<string, TemplateView> {
  const byName = new Map<string, TemplateView>()
  for (const template of manifest.spec.templates) {
    if (template.name !== undefined && !byName.has(template.name))
      byName.set(template.name, template)
  }
  return byName
}

/** Gives ids that follow names; things of one name, or of none, are told apart by counting. */
class Ids {
  private readonly counts = new Map<string, number>()
  private readonly taken = new Set<string>()

  next(kind: 'step' | 'lane', name: string | undefined): string {
    const base = name === undefined ? `${kind}/` : `${kind}:${name}`
    let count = (this.counts.get(base) ?? 0) + 1
    let id = count === 1 ? base : `${base}/${String(count)}`
    // A name may itself look like a counted one.
    while (this.taken.has(id)) {
      count += 1
      id = `${base}/${String(count)}`
    }
    this.counts.set(base, count)
    this.taken.add(id)
    return id
  }
}
