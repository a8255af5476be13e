import { objectIn } from './json.ts'
import { hasFailed, isCompleted, isFulfilled, type NodePhase } from '../node.ts'
import type { Dag } from './dag-scope.ts'
import type { LiveNode, RunState } from './state.ts'
import { continuesOn } from './template.ts'

/**
 * How a dag as a whole stands (Argo: `assessDAGPhase`). While anything of it runs, it runs. Then its targets decide; one that was left
 * out counts as what came before it on its branch.
 */
export function dagPhase(run: RunState, { node, template, tasks, targets }: Dag): NodePhase {
  if (run.shutdown) return 'Failed'
  // The quick answer while pods, steps or dags of it are at work, daemons left out.
  if (run.tally.of(node.id).active > (run.daemons.get(node.id)?.size ?? 0)) return 'Running'
  const branches = branchPhases(run, node)
  if (!branches) return 'Running'
  const failFast = objectIn(template, 'dag')?.['failFast'] !== false
  let result: NodePhase = 'Succeeded'
  for (const target of targets) {
    const phase = branches.get(`${node.name}.${target}`)
    if (phase === undefined) {
      result = 'Running'
      if (!failFast) break
    } else if (hasFailed(phase)) {
      if (continuesOn(tasks.get(target)?.json ?? {}, phase)) continue
      result = phase
      if (failFast) break
    }
  }
  return result
}

/**
 * For each node below a dag the last phase that something on the way to it completed with, a failure going before success; nothing
 * while any of them is at work.
 */
function branchPhases(run: RunState, dag: LiveNode): ReadonlyMap<string, NodePhase> | undefined {
  const found = new Map<string, NodePhase>()
  const seen = new Set<string>()
  const queue: (readonly [string, NodePhase])[] = dag.children.map((id) => [id, 'Succeeded'])
  for (const [id, before] of queue) {
    const key = `${id} ${before}`
    if (seen.has(key)) continue
    seen.add(key)
    const node = run.nodes.get(id)
    if (!node || !isFulfilled(node)) return undefined
    const phase = isCompleted(node) ? node.phase : before
    if (!hasFailed(found.get(node.name) ?? 'Succeeded')) found.set(node.name, phase)
    const below = node.type === 'Retry' ? belowRetry(run, node) : node.children
    for (const child of below) queue.push([child, phase])
  }
  return found
}

/** Single attempts do not count, what comes behind them does (Argo: `getRetryNodeChildrenIds`). */
function belowRetry(run: RunState, node: LiveNode): readonly string[] {
  return node.children.toReversed().flatMap((id) => {
    const child = run.nodes.get(id)
    return child?.isHooked === true ? [id] : (child?.children ?? [])
  })
}
