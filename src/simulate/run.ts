import type { JsonObject, YamlTree } from '../yaml/index.ts'
import type { ArtifactValue, NodeOutputs, RunNode } from './node.ts'
import type { ArtifactContent, Outcome, OutcomeRequest } from './outcome.ts'
import type { TraceEvent, WorkflowPhase } from './trace.ts'

/** When a run starts of which nobody says it: always the same moment, so that the same words give the same run. */
export const USUAL_NOW: number = Date.UTC(2025, 0, 1)

/** What a node calls, in the words of the node: a template by its name, by `templateRef` or in place, and where that is looked up. */
export type NodeCall = Pick<
  RunNode,
  'templateName' | 'templateRef' | 'inline' | 'templateScope' | 'origin'
>

/** What runs in place of the entrypoint, and of exit handler and hooks: what a node of an earlier run of the same sources called. */
export interface RunEntry {
  readonly call: NodeCall
  /** Its inputs by name. One that is missing takes the value or default that the template has. */
  readonly parameters: Readonly<Record<string, string>>
  readonly artifacts: Readonly<Record<string, ArtifactContent>>
}

/** What a run is made from. */
export interface RunOptions {
  /** The manifest that runs comes first; behind it files whose templates it may refer to. */
  readonly sources: readonly { readonly tree: YamlTree }[]
  /** Which document of the first source runs. Its kind may be any of the four. */
  readonly document: number
  /** What runs alone; nothing when all of the workflow does. */
  readonly entry?: RunEntry
  /** Values for `spec.arguments.parameters`, in place of those in the manifest. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Makes all chance in the run: the same seed gives the same run. A whole number. */
  readonly seed: number
  /** When the run starts: milliseconds since 1970. */
  readonly now: number
  /** The run's name, in place of one that is made of the manifest's name and the seed. */
  readonly name?: string
  readonly namespace?: string
  /** Whether a workflow that is made suspended (`spec.suspend`) waits for `unsuspend`; else it goes on at once, and a note says so. */
  readonly heedsSuspend?: boolean
  /** ConfigMaps by name, for `configMapKeyRef` and the sizes of semaphores; those of the sources unless told. */
  readonly configMaps?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** ConfigMaps by name, in which `memoize` looks for outputs; those of the sources unless told. */
  readonly caches?: Readonly<Record<string, StoredCache>>
}

/** A ConfigMap that may keep outputs. */
export interface StoredCache {
  /** Its label `workflows.argoproj.io/configmap-type`, which must be `Cache`. */
  readonly type: string | undefined
  /** By key: JSON as Argo writes it, with `nodeID`, `outputs` and `creationTimestamp`. */
  readonly entries: Readonly<Record<string, string>>
}

/**
 * A dry run of a workflow as Argo's controller would run it. It has a time of its own, which goes on only by `advance`, and
 * knows nothing of what steps do: it asks by `requests` how each pod ends and goes on when all are answered. With the same
 * options and answers it does the same, in whatever order the answers come.
 */
export interface Run {
  readonly name: string
  /** The template of the run's manifest after defaults and `workflowTemplateRef`: what really runs. */
  readonly spec: JsonObject
  readonly phase: WorkflowPhase
  readonly message: string
  /** Global outputs. */
  readonly outputs: NodeOutputs
  /** By id, in the order in which they came to be. */
  readonly nodes: ReadonlyMap<string, RunNode>
  readonly trace: readonly TraceEvent[]
  readonly startedAt: number
  /** The time of the run: milliseconds since 1970. */
  readonly now: number
  /** Pods that have started and whose outcome is not known yet. */
  readonly requests: readonly OutcomeRequest[]
  /** Whether the workflow itself is suspended, so that nothing begins before `unsuspend`. */
  readonly isSuspended: boolean
  /** Suspended nodes: a person may end them; those with a duration end by themselves, too. */
  readonly waiting: readonly RunNode[]
  /**
   * Whether nothing can happen any more without a person: it has ended, waits for `resume`, or would wait forever, of which
   * `stuck` tells why.
   */
  readonly isIdle: boolean
  /** Why the run would hang forever: for each reference that never gets a value, or lock that nobody frees, a sentence. */
  readonly stuck: readonly string[]
  /** What the run takes for granted about the cluster, a sentence each. */
  readonly notes: readonly string[]
  /** What an artifact of a node holds; nothing when only the cluster or the net has it. */
  contentOf(artifact: ArtifactValue): ArtifactContent | undefined
  /** Says how a requested node ends. */
  answer(id: string, outcome: Outcome): void
  /** Goes on to the next moment at which something happens; false when there is none. Waits for all requests to be answered. */
  advance(): boolean
  /** Ends a suspended node as a person would, with values for its outputs. Gives what is wrong with them, or nothing. */
  resume(id: string, parameters?: Readonly<Record<string, string>>): string | undefined
  /** Ends a suspended node as failed, as `argo stop` with a node selector does. */
  reject(id: string, message?: string): void
  /** Lets a suspended workflow go on, as `argo resume` does. */
  unsuspend(): void
  /** Ends the run early: `Stop` still runs exit handlers, `Terminate` does not. */
  stop(strategy: 'Stop' | 'Terminate'): void
}
