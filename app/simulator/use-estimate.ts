import { useEffect, useMemo } from 'react'
import { estimateOf, type Estimate } from '../../src/simulate/index.ts'
import { isGoingOn, useRun, useRuns, type ShownRun, type TraceIndex } from '../store/index.ts'

const known = new WeakMap<TraceIndex, { readonly count: number; readonly estimate: Estimate }>()

function estimateIn(index: TraceIndex): Estimate {
  const found = known.get(index)
  // A run that was resumed has more events.
  if (found?.count === index.count) return found.estimate
  const estimate = estimateOf(index.events)
  known.set(index, { count: index.count, estimate })
  return estimate
}

/** What a run takes; nothing while it goes on. */
export function useEstimate(run: ShownRun | undefined): Estimate | undefined {
  const isGoing = useRun((state) => isGoingOn(state.progress))
  const total = useRun((state) => state.count)
  return useMemo(
    () => (run === undefined || isGoing || total === 0 ? undefined : estimateIn(run.index)),
    [run, isGoing, total],
  )
}

/** Marks the nodes of the critical path, and those that they are parts of, as long as that is wanted. */
export function useMarkedPath(run: ShownRun | undefined): void {
  const { store } = useRuns()
  const isMarked = useRun((state) => state.isPathMarked)
  const estimate = useEstimate(isMarked ? run : undefined)
  useEffect(() => {
    if (run === undefined) return
    const path = estimate?.criticalPath ?? []
    const line = path.flatMap(({ node }) => run.index.lineOf(node.id))
    // The run itself is always a part of it.
    store.setState({ critical: new Set(line.filter((id) => id !== run.name)) })
  }, [store, run, estimate])
}
