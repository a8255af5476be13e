import { isFinal, type RunNode } from './node.ts'
import { stepTimes, type StepTime } from './timing/step-times.ts'
import type { TraceEvent } from './trace.ts'

/** The greatest amount of something, and when it is first reached: milliseconds since 1970. */
export interface Peak {
  readonly amount: number
  readonly at: number
}

/** One node of the critical path, and how long nothing of the path ran before it. */
export interface CriticalStep {
  readonly node: RunNode
  /** Milliseconds between the end of the one before, or the start of the run, and its start: waits and pauses of retries. */
  readonly wait: number
}

/** What a workflow costs in time and room, by a run of it. */
export interface Estimate {
  /** Milliseconds from start to end. */
  readonly duration: number
  /** The steps that decide how long it takes: if one of them were faster, so would be the whole, as long as no other path is as long. */
  readonly criticalPath: readonly CriticalStep[]
  /** Pods at once. */
  readonly pods: Peak
  /** Cores that pods ask for at once. */
  readonly cpu: Peak
  /** Bytes that pods ask for at once. */
  readonly memory: Peak
  /** How long each of the steps took, and who says so. */
  readonly steps: readonly StepTime[]
}

/** Works out what a run takes. It is as good as the durations that the run was given. In: the run's trace from its start to its end. */
export function estimateOf(trace: readonly TraceEvent[]): Estimate {
  const start = trace[0]?.at ?? 0
  const nodes = new Map<string, RunNode>()
  for (const event of trace) if (event.kind === 'node') nodes.set(event.node.id, event.node)
  const duration = (trace.at(-1)?.at ?? start) - start
  const all = [...nodes.values()]
  return {
    duration,
    criticalPath: criticalPath(all, start),
    ...peaks(trace),
    steps: stepTimes(all),
  }
}

/** What takes time itself: pods and the like, waits of suspended nodes included. */
function takesTime({ type, finishedAt, startedAt }: RunNode): boolean {
  const isWork = type === 'Pod' || type === 'Suspend' || type === 'HTTP' || type === 'Plugin'
  return isWork && finishedAt !== undefined && finishedAt > startedAt
}

/** From the node that ends last back to the start: before each the one that ended last before it began. */
function criticalPath(nodes: readonly RunNode[], start: number): readonly CriticalStep[] {
  const work = nodes.filter(takesTime).sort((a, b) => endOf(a) - endOf(b))
  const path: CriticalStep[] = []
  // Whatever ends before a node begins stands before it, too.
  for (let at = work.length - 1; at >= 0;) {
    const node = work[at]
    if (node === undefined) break
    const begin = node.startedAt
    do at -= 1
    while (endOf(work[at] ?? node) > begin && at >= 0)
    const before = work[at]
    path.push({ node, wait: begin - (before === undefined ? start : endOf(before)) })
  }
  return path.reverse()
}

function endOf({ finishedAt, startedAt }: RunNode): number {
  return finishedAt ?? startedAt
}

function peaks(trace: readonly TraceEvent[]): Pick<Estimate, 'pods' | 'cpu' | 'memory'> {
  const active = new Map<string, RunNode>()
  const sum = { pods: 0, cpu: 0, memory: 0 }
  const start = trace[0]?.at ?? 0
  const found = { pods: zero(start), cpu: zero(start), memory: zero(start) }
  const count = (node: RunNode, by: 1 | -1): void => {
    sum.pods += by
    sum.cpu += by * (node.resources?.cpu ?? 0)
    sum.memory += by * (node.resources?.memory ?? 0)
  }
  for (const [index, event] of trace.entries()) {
    if (event.kind === 'node' && event.node.podName !== undefined) {
      const { node } = event
      const before = active.get(node.id)
      if (before && isFinal(node.phase)) {
        active.delete(node.id)
        count(before, -1)
      } else if (!before && !isFinal(node.phase)) {
        active.set(node.id, node)
        count(node, 1)
      }
    }
    // What ends and what begins at one moment is never there at once.
    if (trace[index + 1]?.at === event.at) continue
    for (const of of ['pods', 'cpu', 'memory'] as const)
      if (sum[of] > found[of].amount + 1e-9) found[of] = { amount: sum[of], at: event.at }
  }
  return found
}

function zero(at: number): Peak {
  return { amount: 0, at }
}
