import { hasFailed, isFinal, type NodePhase, type RunNode } from '../../../src/simulate/index.ts'
import type { RunState } from './run-store.ts'
import type { TraceIndex } from './trace-index.ts'

/** How a card looks in a run: the phases of nodes, a wait for a person, and what never came to be. */
export type CardPhase = NodePhase | 'Waiting' | 'Unreached'

/** What a run says of a card. Flat, so that two are easily compared. */
export interface RunMark {
  readonly phase: CardPhase
  /** The node that stands for the card; nothing where none came to be. */
  readonly node: string | undefined
  /** Of a loop, how many items there are, how many of them have ended, and how many ended badly; 0 where there is no loop. */
  readonly items: number
  readonly done: number
  readonly failed: number
  /** How often it was tried; 0 where it is not tried again. */
  readonly attempts: number
  /** How its `when` came out, in words; empty where there is none. */
  readonly verdict: string
  readonly message: string
  readonly isInvented: boolean
  /** Whether it is marked as a part of the critical path. */
  readonly isCritical: boolean
}

/** The mark of the nodes that a place made within a call; nothing before the first came to be. */
export function markOf(
  index: TraceIndex,
  count: number,
  call: string,
  key: string,
  critical: ReadonlySet<string> = new Set(),
  working: RunState['working'] = new Map(),
): RunMark | undefined {
  const nodes = index
    .inPlace(call, key)
    .flatMap((id) => index.nodeAt(id, count) ?? [])
    .map((node) => asWorking(node, working))
  const attempts = nodes.filter(({ attempt }) => attempt !== undefined)
  const whole = nodes.filter(({ attempt }) => attempt === undefined)
  const items = whole.filter(({ item }) => item !== undefined)
  const [first] = whole.filter(({ item }) => item === undefined)
  const shown = first ?? items[0]
  if (shown === undefined) return undefined
  return {
    phase: first === undefined ? phaseOfAll(items) : cardPhase(first),
    node: shown.id,
    items: items.length,
    done: items.filter(({ phase }) => isFinal(phase)).length,
    failed: items.filter(({ phase }) => hasFailed(phase)).length,
    attempts: shown.type === 'Retry' ? attempts.length : 0,
    verdict: verdictWords(shown),
    message: shown.message,
    isInvented: [...attempts, ...whole].some(({ isInvented }) => isInvented),
    isCritical: nodes.some(({ id }) => critical.has(id)),
  }
}

/** A node as it is seen while its script runs: in the time of the run it begins only when it is known how that ended. */
export function asWorking(node: RunNode, working: RunState['working']): RunNode {
  return node.phase === 'Pending' && working.has(node.id) ? { ...node, phase: 'Running' } : node
}

/** The phase of a node as a card shows it: one that is suspended waits. */
export function cardPhase({ phase, type }: RunNode): CardPhase {
  return type === 'Suspend' && phase === 'Running' ? 'Waiting' : phase
}

/** The phase of a loop, by those of its items. */
function phaseOfAll(nodes: readonly RunNode[]): CardPhase {
  const phases = new Set(nodes.map(cardPhase))
  for (const phase of ['Waiting', 'Running', 'Pending', 'Error', 'Failed', 'Succeeded'] as const)
    if (phases.has(phase)) return phase
  return phases.has('Skipped') ? 'Skipped' : 'Omitted'
}

/** How a `when` came out: with its values filled in, and the answer. */
function verdictWords({ verdict }: Pick<RunNode, 'verdict'>): string {
  if (verdict === undefined) return ''
  const { filled, holds, error } = verdict
  if (error !== undefined) return `${filled}: ${error}`
  return `${filled} is ${holds ? 'true' : 'false'}`
}
