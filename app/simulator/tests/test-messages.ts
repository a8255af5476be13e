import type { ScriptResult, ScriptRun } from '../../../src/simulate/index.ts'
import type { TestVerdict } from '../../store/index.ts'

/** Tests of one file that are to run. */
export interface TestOrder {
  /** The file of tests. */
  readonly tests: string
  /** The workflow, and behind it the other manifests that it refers to. */
  readonly sources: readonly string[]
  /** Which tests, from 0. */
  readonly indexes: readonly number[]
}

/** What the worker of tests is told. */
export type TestCall =
  | { readonly type: 'start'; readonly orders: readonly TestOrder[] }
  /** A script that was asked for has run. */
  | { readonly type: 'ran'; readonly id: number; readonly result: ScriptResult }

/** What it says; `order` is which of the orders it is about. */
export type TestReport =
  | { readonly type: 'begun'; readonly order: number; readonly index: number }
  | {
      readonly type: 'done'
      readonly order: number
      readonly index: number
      readonly verdict: TestVerdict
      /** Milliseconds of the real clock. */
      readonly took: number
    }
  /** Asks for a script to be run. */
  | { readonly type: 'script'; readonly id: number; readonly script: ScriptRun }
  /** All have run. */
  | { readonly type: 'over' }
