import type { JsonValue } from '../../yaml/index.ts'

/** Whom a mock is for: everything that is named must fit. One that names nothing is for every pod. */
export interface MockTarget {
  readonly template?: string | undefined
  /** The name of a step or task; its hooks are `STEP.onExit` and `STEP.hooks.HOOK`. */
  readonly step?: string | undefined
  /** A node's name or display name, with `*` for any text. A name that begins with `[` or `.` counts from the run's root. */
  readonly node?: string | undefined
  /** The value of the loop's item; of a map, some of its fields are enough. */
  readonly item?: JsonValue | undefined
  /** The place of the item in its loop, from 0. */
  readonly index?: number | undefined
  /** Which attempt of a retry, from 0. */
  readonly attempt?: number | undefined
}

/** What a step does instead of running. What is left out is as the step would do it itself, or made up. */
export interface MockOutcome {
  readonly phase?: 'Succeeded' | 'Failed' | 'Error' | undefined
  readonly exitCode?: number | undefined
  readonly message?: string | undefined
  readonly result?: string | undefined
  /** Output parameters by name; null for one that the step does not write. */
  readonly parameters?: Readonly<Record<string, string | null>> | undefined
  /** Texts of output artifacts by name; null for one that the step does not write. */
  readonly artifacts?: Readonly<Record<string, string | null>> | undefined
  /** Milliseconds, in the time of the run. */
  readonly duration?: number | undefined
  readonly log?: string | undefined
  /** One of these in its place, by the chance of the run's seed. */
  readonly oneOf?: readonly MockOutcome[] | undefined
}

/** What a mocked step does, or what is decided about a suspended node. */
export interface Mock extends MockTarget {
  /** By attempt: the first for the first, and so on; the last for all that come after. */
  readonly attempts: readonly MockOutcome[]
  /** Approves a suspended node, with values for its outputs. */
  readonly resume?: Readonly<Record<string, string>> | undefined
  /** Ends a suspended node as failed, with this message. */
  readonly reject?: string | undefined
}
