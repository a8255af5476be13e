import type { JsonObject } from '../yaml/index.ts'
import type { DurationSource, RunNode } from './node.ts'

/** One or more lines that a step wrote. */
export interface LogLine {
  readonly source: 'stdout' | 'stderr' | 'run'
  readonly text: string
}

/** The content of an artifact: the bytes of a file, or those of the files of a folder by their relative paths. */
export type ArtifactContent =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'folder'
      readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
    }

/** A text file as an artifact. */
export function textFile(text: string): ArtifactContent {
  return { kind: 'file', bytes: new TextEncoder().encode(text) }
}

/** How a pod, or what stands for one (http, plugin), ended. */
export interface Outcome {
  readonly phase: 'Succeeded' | 'Failed' | 'Error'
  readonly message?: string
  /** Nothing for what has none, such as http. */
  readonly exitCode?: number
  /** What the step wrote to standard output, for `outputs.result`. */
  readonly result?: string
  /** Output parameters by name. One that is missing takes the default of its `valueFrom`, or ends the step as an error. */
  readonly parameters: Readonly<Record<string, string>>
  readonly artifacts: Readonly<Record<string, ArtifactContent>>
  /** In the time of the run: milliseconds from start to end. */
  readonly duration: number
  /** Nothing where the duration is made up. */
  readonly durationFrom?: DurationSource
  readonly log: readonly LogLine[]
  /** Exit codes of the containers of a set, by their names; one that is not there ended well, or as the pod did if it is the last. */
  readonly containers?: Readonly<Record<string, number>>
  /** Nobody said how it ends: success with placeholders for outputs. */
  readonly isInvented: boolean
  /** Milliseconds of real time, where something really ran. */
  readonly took?: number
}

/** Whether a daemon with that outcome ends by itself: it does not go well, or somebody says when it ends, or it was run and has ended. */
export function endsItself({ phase, durationFrom, took }: Outcome): boolean {
  return phase !== 'Succeeded' || durationFrom === 'said' || took !== undefined
}

/** A pod, or what stands for one, that starts and whose outcome the run asks for. */
export interface OutcomeRequest {
  readonly node: RunNode
  /** The template with everything filled in. */
  readonly template: JsonObject
  /** Whether somebody reads `outputs.result`. */
  readonly needsResult: boolean
  /** Contents of input artifacts by name, where they are known. */
  readonly artifacts: Readonly<Record<string, ArtifactContent>>
  /** For chance in scripts: the same for the same node and seed. */
  readonly seed: number
  /** When it starts, in the time of the run. */
  readonly now: number
}
