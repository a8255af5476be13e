import { samePath, type Path } from '../base/index.ts'
import type { TemplateView } from '../argo/index.ts'
import { localPath, localSteps } from './owner.ts'
import { readersOf, readsOfOutputs, readsOfStep, type Read } from './reads.ts'

/** One end of an edge: a step or task by its path in the template, or what stands around the steps. */
export type EdgeEnd = Path | 'inputs' | 'outputs'

/** Data that goes from one step of a template to another, or from its inputs, or to its outputs. */
export interface DataEdge {
  readonly from: EdgeEnd
  readonly to: EdgeEnd
  /** What goes there: names of outputs and inputs, each once. */
  readonly labels: readonly string[]
}

const known = new WeakMap<TemplateView, readonly DataEdge[]>()

/**
 * The data edges of a template, from what its steps name. Steps that name one that is not there have no edge. Kept with the view;
 * what a step reads is kept with the step, so that after an edit little is done again.
 */
export function edgesOf(view: TemplateView): readonly DataEdge[] {
  const found = known.get(view)
  if (found !== undefined) return found
  const edges: DataEdge[] = []
  for (const { view: step, path } of localSteps(view))
    for (const read of readsOfStep(step)) edges.push(...edge(view, read, path))
  for (const read of readsOfOutputs(view)) edges.push(...edge(view, read, 'outputs'))
  known.set(view, edges)
  return edges
}

/** The data edges that begin or end at one step or task, by its path in the template. */
export function edgesAround(view: TemplateView, path: Path): readonly DataEdge[] {
  const [first, second, third] = path
  const step =
    first === 'steps' && typeof second === 'number' && typeof third === 'number'
      ? view.lanes[second]?.steps[third]
      : typeof third === 'number'
        ? view.tasks[third]
        : undefined
  if (step === undefined) return []
  const edges = readsOfStep(step).flatMap((read) => edge(view, read, path))
  const { name } = step
  // Of several steps of one name the first is meant.
  const own = name === undefined ? undefined : localPath(view, name)
  if (name === undefined || own === undefined || !samePath(own, path)) return edges
  const isMeant = (read: Read): boolean => read.step === name
  for (const reader of readersOf(view, name))
    for (const read of readsOfStep(reader.view).filter(isMeant))
      edges.push(...edge(view, read, reader.path))
  for (const read of readsOfOutputs(view).filter(isMeant))
    edges.push(...edge(view, read, 'outputs'))
  return edges
}

function edge(view: TemplateView, read: Read, to: EdgeEnd): readonly DataEdge[] {
  const { step, scope, labels } = read
  if (step === undefined) return to === 'outputs' ? [] : [{ from: 'inputs', to, labels }]
  const from =
    scope === (view.type === 'dag' ? 'tasks' : 'steps') ? localPath(view, step) : undefined
  // A hook that reads its own step goes nowhere.
  if (from === undefined || (typeof to !== 'string' && samePath(from, to))) return []
  return [{ from, to, labels }]
}
