import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { TestFailure } from '../../../src/simulate/index.ts'

/** What became of a test. */
export type TestVerdict =
  | { readonly status: 'passed' }
  /** The paths of failures count from the test. */
  | { readonly status: 'failed'; readonly failures: readonly TestFailure[] }
  /** The run could not even begin. */
  | { readonly status: 'refused'; readonly reason: string }

/** What became of a test, and of what texts that is true. */
export interface KeptVerdict {
  /** Id of the open file that the test is in. */
  readonly file: number
  readonly name: string
  readonly verdict: TestVerdict
  /** Milliseconds of the real clock. */
  readonly took: number
  /** The test, what is around it, and the workflow with its other manifests: of others the verdict says nothing. */
  readonly texts: readonly string[]
}

/** The tests that run just now. */
export interface TestProgress {
  readonly file: number
  /** Which of its tests, from 0. */
  readonly index: number
  readonly done: number
  readonly total: number
  /** What is fetched before it can go on; amounts are bytes. */
  readonly loading:
    { readonly what: string; readonly done: number; readonly total: number } | undefined
}

export interface TestState {
  readonly progress: TestProgress | undefined
  readonly verdicts: readonly KeptVerdict[]
  /** Why the tests could not run. */
  readonly problem: string | undefined
}

/** Makes the store of tests, none of which has run. */
export function createTestStore(): StoreApi<TestState> {
  return createStore<TestState>()(() => ({
    progress: undefined,
    verdicts: [],
    problem: undefined,
  }))
}

/** A part of what is known of the tests. */
export function useTestState<T>(store: StoreApi<TestState>, selector: (state: TestState) => T): T {
  return useStore(store, selector)
}
