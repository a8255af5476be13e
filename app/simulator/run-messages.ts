import type {
  Mock,
  RunEntry,
  ScriptResult,
  ScriptRun,
  Timing,
  TraceEvent,
} from '../../src/simulate/index.ts'
import type { JsonObject } from '../../src/yaml/index.ts'
import type { RunProgress } from '../store/index.ts'
import type { Answer } from './pins.ts'

/** What a run is made from, as the worker gets it. */
export interface RunOrder {
  /** The text that runs, and behind it those whose templates it may use. */
  readonly texts: readonly string[]
  readonly document: number
  readonly parameters: Readonly<Record<string, string>>
  readonly seed: number
  readonly now: number
  readonly name?: string
  readonly namespace?: string
  readonly entry?: RunEntry
  readonly mocks: readonly Mock[]
  /** How long steps take, beside what mocks say. */
  readonly timing: Timing
  /** How steps ended in the run that this one repeats. */
  readonly pins: ReadonlyMap<string, Answer>
}

/** What the worker of runs is told. `run` is a number for each run: what is said of an older one does not matter any more. */
export type RunCall =
  | { readonly type: 'start'; readonly run: number; readonly order: RunOrder }
  | { readonly type: 'stop'; readonly run: number }
  /** What was told last is taken in. */
  | { readonly type: 'more'; readonly run: number }
  | {
      readonly type: 'resume'
      readonly run: number
      readonly id: string
      readonly parameters: Readonly<Record<string, string>>
    }
  | { readonly type: 'reject'; readonly run: number; readonly id: string }
  /** Lets a workflow go on that is itself suspended. */
  | { readonly type: 'unsuspend'; readonly run: number }
  /** Asks for a test that the run passes; with the names of the files of its texts. */
  | { readonly type: 'record'; readonly run: number; readonly files: readonly string[] }
  /** A script that was asked for has run. */
  | {
      readonly type: 'ran'
      readonly run: number
      /** Which of those that were asked for. */
      readonly id: number
      readonly result: ScriptResult
    }

/** A test that a run passes, and the names of the files that it needs beside its workflow. */
export interface RecordedTest {
  readonly test: JsonObject
  readonly sources: readonly string[]
}

/** What the worker says. */
export type RunReport = { readonly run: number } & (
  | { readonly type: 'started'; readonly name: string }
  /** Why it cannot be run. */
  | { readonly type: 'refused'; readonly problem: string }
  /** What has happened since, and how steps ended, by the names of nodes. */
  | {
      readonly type: 'events'
      readonly events: readonly TraceEvent[]
      readonly answers: readonly (readonly [string, Answer])[]
    }
  /** Asks for the script of a node to be run. */
  | {
      readonly type: 'script'
      readonly id: number
      readonly node: string
      readonly script: ScriptRun
    }
  /** It goes on, or does not for a reason. */
  | { readonly type: 'progress'; readonly progress: RunProgress }
  /** What is taken for granted about the cluster, and which decisions about suspended nodes could not be taken. */
  | { readonly type: 'notes'; readonly notes: readonly string[] }
  /** How a person's answer was taken: what is wrong with it, or nothing. */
  | { readonly type: 'resumed'; readonly id: string; readonly problem: string | undefined }
  | { readonly type: 'recorded'; readonly recorded: RecordedTest }
  /** Something is wrong with Stepwright. */
  | { readonly type: 'broken'; readonly problem: string }
)
