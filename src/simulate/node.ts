import type { JsonObject, JsonValue } from '../yaml/index.ts'

/** The phases of a node, by Argo's names. */
export type NodePhase =
  'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Error' | 'Skipped' | 'Omitted'

/** The types of a node, by Argo's names. */
export type NodeType =
  | 'Pod'
  | 'Container'
  | 'Steps'
  | 'StepGroup'
  | 'DAG'
  | 'TaskGroup'
  | 'Retry'
  | 'Skipped'
  | 'Suspend'
  | 'HTTP'
  | 'Plugin'

/** An output or input parameter as a node shows it; of Argo's shape. */
export type ParameterValue = JsonObject

/** An artifact as a node shows it; of Argo's shape. What it holds is known by its location: `Run.contentOf`. */
export type ArtifactValue = JsonObject

export interface NodeInputs {
  readonly parameters: readonly ParameterValue[]
  readonly artifacts: readonly ArtifactValue[]
}

export interface NodeOutputs extends NodeInputs {
  readonly result?: string
  readonly exitCode?: string
}

/**
 * Who tells how long a step takes: somebody said it, its script by sleeping, or an earlier run. What nobody tells is made up.
 */
export type DurationSource = 'said' | 'script' | 'earlier'

/** How a `when` came out. */
export interface Verdict {
  /** As it stands in the manifest. */
  readonly text: string
  /** With its tags filled in. */
  readonly filled: string
  /** What each tag was replaced by, in order. */
  readonly values: readonly { readonly tag: string; readonly value: string }[]
  readonly holds: boolean
  /** Why it has no answer, in Argo's words. */
  readonly error?: string
}

/** Where in the manifests a node comes from. */
export interface Origin {
  /** Which of the run's sources: 0 is the manifest that runs, the others are where its `templateRef`s lead. */
  readonly source: number
  readonly document: number
  /** The path of the step, the task or the hook that made the node; of the template itself for the entrypoint. */
  readonly path: readonly (string | number)[]
}

/** The item of a loop. */
export interface LoopItem {
  readonly index: number
  readonly value: JsonValue
}

/** A node of a run. An immutable value: whatever changes makes a new one, which the trace keeps. */
export interface RunNode {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly type: NodeType
  readonly phase: NodePhase
  readonly message: string
  readonly templateName?: string
  readonly templateRef?: JsonObject
  /** The template that was given in place, with what the step or task refers to filled in. */
  readonly inline?: JsonObject
  /** `local/` or `namespaced/NAME` or `cluster/NAME`: where the names of templates are looked up. */
  readonly templateScope: string
  readonly boundaryID: string
  /** Milliseconds since 1970, in the time of the run. */
  readonly startedAt: number
  readonly finishedAt?: number
  readonly inputs?: NodeInputs
  readonly outputs?: NodeOutputs
  readonly children: readonly string[]
  readonly outboundNodes?: readonly string[]
  readonly isDaemoned: boolean
  readonly isHooked: boolean
  readonly isRetried: boolean
  readonly podName?: string
  /** What its pod asks of the cluster, where the template says it: cores of CPU, bytes of memory. */
  readonly resources?: { readonly cpu: number; readonly memory: number }
  /** Who says how long it takes; nothing where that is made up, or it has not begun. */
  readonly durationFrom?: DurationSource
  readonly memoization?: { readonly hit: boolean; readonly key: string; readonly cacheName: string }
  /** The lock that it waits for. */
  readonly waitingFor?: string
  readonly origin: Origin
  readonly verdict?: Verdict
  readonly item?: LoopItem
  /** Which attempt of a retry it is, from 0. */
  readonly attempt?: number
  /** Whether its outputs were made up, since nobody said what it gives. */
  readonly isInvented: boolean
}

/** Whether a phase is final, skipped and left out included. */
export function isFinal(phase: NodePhase): boolean {
  return phase !== 'Pending' && phase !== 'Running'
}

/** Whether a node was passed over: skipped, or omitted. */
export function isPassedOver({ phase }: Pick<RunNode, 'phase'>): boolean {
  return phase === 'Skipped' || phase === 'Omitted'
}

/** Whether others need not wait for a node any more: it has ended, or is a daemon that is up. */
export function isFulfilled({ phase, isDaemoned }: RunNode): boolean {
  return isFinal(phase) || (isDaemoned && phase !== 'Pending')
}

/** Whether a node really ran to its end; Argo's `Completed`, which leaves out Skipped and Omitted. */
export function isCompleted({ phase }: RunNode): boolean {
  return phase === 'Succeeded' || hasFailed(phase)
}

export function hasFailed(phase: NodePhase): boolean {
  return phase === 'Failed' || phase === 'Error'
}
