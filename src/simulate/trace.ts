import type { LogLine } from './outcome.ts'
import type { RunNode } from './node.ts'

/** The phases of a workflow, by Argo's names. */
export type WorkflowPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Error'

/** One thing that happened in a run. Events stand in the order in which they happened; `at` never goes back. */
export type TraceEvent =
  /** A node came to be or changed; this is what it is from now on. */
  | { readonly kind: 'node'; readonly at: number; readonly node: RunNode }
  | {
      readonly kind: 'workflow'
      readonly at: number
      readonly phase: WorkflowPhase
      readonly message: string
    }
  /** What a node wrote, at its end. */
  | {
      readonly kind: 'log'
      readonly at: number
      readonly id: string
      readonly lines: readonly LogLine[]
    }

/** What a run looks like at one moment. */
export interface Snapshot {
  readonly phase: WorkflowPhase
  readonly message: string
  readonly nodes: ReadonlyMap<string, RunNode>
}

/** The state after the first `count` events of a trace. */
export function snapshotAt(trace: readonly TraceEvent[], count: number): Snapshot {
  const nodes = new Map<string, RunNode>()
  let phase: WorkflowPhase = 'Pending'
  let message = ''
  for (const event of trace.slice(0, count)) {
    if (event.kind === 'node') nodes.set(event.node.id, event.node)
    else if (event.kind === 'workflow') ({ phase, message } = event)
  }
  return { phase, message, nodes }
}
