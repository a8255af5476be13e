import { documentToRun, dryRun, type DryRun } from '../dry-run.ts'
import type { ProvideSome } from '../provide.ts'
import { USUAL_NOW, type RunOptions } from '../run.ts'
import { judge, type TestFailure } from './judge.ts'
import type { TestFile, WorkflowTest } from './workflow-test.ts'

/** What became of a test. */
export type TestResult =
  | { readonly status: 'passed'; readonly test: WorkflowTest; readonly ran: DryRun }
  | {
      readonly status: 'failed'
      readonly test: WorkflowTest
      readonly ran: DryRun
      readonly failures: readonly TestFailure[]
    }
  /** The run could not even begin. */
  | { readonly status: 'refused'; readonly test: WorkflowTest; readonly reason: string }

/** Runs a test of a file with the workflow, which is the first of the sources, and judges what came of it. */
export async function runTest(
  test: WorkflowTest,
  file: Pick<TestFile, 'mocks'>,
  sources: RunOptions['sources'],
  scripts?: ProvideSome,
  signal?: AbortSignal,
): Promise<TestResult> {
  const { seed, now = USUAL_NOW, parameters, runName } = test
  const [first] = sources
  const ran = await dryRun({
    sources,
    document: first === undefined ? 0 : documentToRun(first.tree),
    seed,
    now,
    parameters,
    ...(runName === undefined ? {} : { name: runName }),
    mocks: [...test.mocks, ...file.mocks],
    scripts,
    signal,
  })
  if (!ran.ok) return { status: 'refused', test, reason: ran.error }
  const failures = [
    ...judge(ran.value.run, test.checks),
    ...ran.value.problems.map((problem) => ({
      what: 'mocks of suspended nodes',
      expected: 'values that the node takes',
      got: problem,
      at: test.range,
    })),
  ]
  if (failures.length === 0) return { status: 'passed', test, ran: ran.value }
  return { status: 'failed', test, ran: ran.value, failures }
}
