import { groupBy } from '../base/index.ts'
import { isFinal, type DurationSource, type RunNode } from './node.ts'
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
  /** How many steps there are whose durations are known from where. One with several nodes counts as made up if one of them is. */
  readonly sources: Readonly<Record<DurationSource | 'madeUp', number>>
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
    sources: sourcesOf(all),
  }
}

/** Whether it took its time because something was at work: a pod, or what stands for one. Suspended nodes only wait. */
export function hasDuration({ type, durationFrom, finishedAt, startedAt }: RunNode): boolean {
  if (type !== 'Pod' && type !== 'HTTP' && type !== 'Plugin') return false
  return durationFrom !== undefined || (finishedAt ?? startedAt) > startedAt
}

function sourcesOf(nodes: readonly RunNode[]): Estimate['sources'] {
  const counts = { said: 0, script: 0, earlier: 0, madeUp: 0 }
  const steps = groupBy(nodes.filter(hasDuration), ({ origin: { source, document, path } }) =>
    [source, document, ...path].join('/'),
  )
  for (const step of steps.values()) {
    const from = new Set(step.map(({ durationFrom = 'madeUp' }) => durationFrom))
    const worst = (['madeUp', 'earlier', 'script'] as const).find((one) => from.has(one))
    counts[worst ?? 'said'] += 1
  }
  return counts
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
  let node = work.at(-1)
  while (node) {
    const begin: number = node.startedAt
    const before: RunNode | undefined = work.findLast((one) => endOf(one) <= begin)
    path.unshift({ node, wait: begin - (before ? endOf(before) : start) })
    node = before
  }
  return path
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
