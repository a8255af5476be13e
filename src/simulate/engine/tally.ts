import { hasFailed, isFinal, type RunNode } from '../node.ts'

/** How many nodes of a boundary are at work; what limits and `failFast` look at (Argo: `node_counters.go`). */
export interface Counts {
  /** Pods that were made and have not ended. */
  pods: number
  /** Pods, steps and dags that have begun and not ended. */
  active: number
  /** Pods, steps and dags that failed. */
  failed: number
}

type Counted = Pick<RunNode, 'type' | 'phase' | 'boundaryID' | 'podName' | 'waitingFor'>

/** Keeps the counts while nodes change, so that nobody has to look at all of them. */
export class Tally {
  readonly all: Counts = { pods: 0, active: 0, failed: 0 }
  private readonly byBoundary = new Map<string, Counts>()

  of(boundary: string): Counts {
    let counts = this.byBoundary.get(boundary)
    if (!counts) this.byBoundary.set(boundary, (counts = { pods: 0, active: 0, failed: 0 }))
    return counts
  }

  /** Counts a node in (`by` 1) or out (-1). */
  count(node: Counted, by: 1 | -1): void {
    if (node.type !== 'Pod' && node.type !== 'Steps' && node.type !== 'DAG') return
    const isActive = !isFinal(node.phase)
    const isPod =
      isActive && node.type === 'Pod' && node.podName !== undefined && node.waitingFor === undefined
    for (const counts of [this.all, this.of(node.boundaryID)]) {
      if (isPod) counts.pods += by
      if (isActive) counts.active += by
      if (hasFailed(node.phase)) counts.failed += by
    }
  }
}
