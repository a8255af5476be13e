import { createContext, useContext, type ComponentType } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Mock, Timing } from '../../../src/simulate/index.ts'
import type { TraceIndex } from './trace-index.ts'

/** One of the texts that a run was made from. */
export interface RunFile {
  /** The open file that it is; nothing for those of the cluster. */
  readonly id: number | undefined
  readonly text: string
}

/** A dry run that is shown, whether it goes on or has ended. */
export interface ShownRun {
  /** A number for each run. */
  readonly id: number
  readonly name: string
  readonly index: TraceIndex
  /** What the run was made from: the text that runs first, then those whose templates it may use. */
  readonly files: readonly RunFile[]
  /** The text that runs. */
  readonly text: string
  /** Which document of it. */
  readonly document: number
  readonly seed: number
  /** Values that were given for parameters of the workflow. */
  readonly parameters: Readonly<Record<string, string>>
  /** What its durations are from, beside mocks. */
  readonly timing: Timing
  /** The run that this one repeats in a changed way, to tell what is different. */
  readonly before: TraceIndex | undefined
  /** What this run was made for, in words, where that is not simply to run. */
  readonly purpose: string | undefined
}

/** What a person said about the runs of a file. Kept in memory; parameters and mocks also in this browser. */
export interface RunSettings {
  readonly parameters: Readonly<Record<string, string>>
  /** The seed of every run; nothing for a new one each time. */
  readonly seed: number | undefined
  /** What steps give, where they do not run. */
  readonly mocks: readonly Mock[]
  /** How long steps take, beside what mocks say. */
  readonly timing: Timing
}

export const usualRun: RunSettings = {
  parameters: {},
  seed: undefined,
  mocks: [],
  timing: { said: [], runs: [] },
}

/** What a run is doing. */
export type RunProgress =
  | { readonly kind: 'none' }
  /** Something is fetched before it can go on; amounts are bytes. */
  | {
      readonly kind: 'loading'
      readonly what: string
      readonly done: number
      readonly total: number | undefined
    }
  | { readonly kind: 'running' }
  /** Suspended nodes wait for a person. */
  | { readonly kind: 'waiting' }
  /** The workflow itself is suspended, and waits for a person, too. */
  | { readonly kind: 'suspended' }
  /** It would wait forever; the sentences tell for what. */
  | { readonly kind: 'stuck'; readonly reasons: readonly string[] }
  | { readonly kind: 'ended' }

export interface RunState {
  readonly shown: ShownRun | undefined
  readonly progress: RunProgress
  /** How many events of the trace there are. */
  readonly count: number
  /** After how many of them the run is looked at; nothing at its end, which goes along. */
  readonly cursor: number | undefined
  /** Nodes whose scripts run just now, by their ids, each with the moment when it began: milliseconds as `performance.now` counts them. */
  readonly working: ReadonlyMap<string, number>
  /** The node that is looked at. */
  readonly chosen: string | undefined
  /** Why the last run could not start, or broke off. */
  readonly problem: string | undefined
  /** What the shown run takes for granted, a sentence each. */
  readonly notes: readonly string[]
  /** Whether what is asked before a run is open. */
  readonly isAsking: boolean
  /** Whether beside the nodes the estimate is shown: it stays when a run is followed by another. */
  readonly isEstimateShown: boolean
  /** Whether the critical path is marked, on cards and in the list of nodes. */
  readonly isPathMarked: boolean
  /** The nodes on it, with those above them; empty where it is not marked, or not known yet. */
  readonly critical: ReadonlySet<string>
  /** By open files, see `settingsOf`. */
  readonly settings: ReadonlyMap<string, RunSettings>
  /** Which of them are those of the file on the canvas; nothing until that is known. */
  readonly file: string | undefined
}

/** What the frame does with runs. It is fetched when it is first wanted. */
export interface RunDesk {
  /** Starts a run of the text as it is now, or asks first for what the workflow needs. */
  start(): void
  /** Ends the run early. */
  stop(): void
  /** Starts the run once more, with the same seed. */
  again(): void
  /** Opens what is asked before a run: parameters, seed. */
  ask(): void
  /** Opens the tests of the file on the canvas, and runs them. */
  test(): void
}

/** Dry runs, for the panes that show something of them. */
export interface Runs {
  readonly store: StoreApi<RunState>
  readonly desk: () => Promise<RunDesk>
  /** What a click on the state of a card shows: why it is so, and what can be done. */
  readonly Details: ComponentType<{ readonly id: string }>
  /** What the canvas shows in place of a picture where the file holds tests. */
  readonly TestFile: ComponentType
}

const noRun: RunState = {
  shown: undefined,
  progress: { kind: 'none' },
  count: 0,
  cursor: undefined,
  chosen: undefined,
  problem: undefined,
  notes: [],
  working: new Map(),
  isAsking: false,
  isEstimateShown: false,
  isPathMarked: false,
  critical: new Set(),
  settings: new Map(),
  file: undefined,
}

/** Makes the store of runs, of which there is none yet. */
export function createRunStore(): StoreApi<RunState> {
  return createStore<RunState>()(() => noRun)
}

/** Holds the runs for the tree of components below it. */
export const RunsContext = createContext<Runs | undefined>(undefined)

/** The runs. Throws outside of their context, which is a bug. */
export function useRuns(): Runs {
  const runs = useContext(RunsContext)
  if (runs === undefined) throw new Error('no runs around this component')
  return runs
}

/** A part of what is known of the run that is shown. */
export function useRun<T>(selector: (state: RunState) => T): T {
  return useStore(useRuns().store, selector)
}

/** After how many of its events the run is looked at. */
export function seenCount({ cursor, count }: RunState): number {
  return cursor ?? count
}

/** Whether a run goes on. */
export function isGoingOn({ kind }: RunProgress): boolean {
  return kind !== 'none' && kind !== 'stuck' && kind !== 'ended'
}
