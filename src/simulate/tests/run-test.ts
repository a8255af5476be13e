import { err } from '../../base/index.ts'
import type { DriveOptions } from '../drive.ts'
import { documentToRun, dryRun, type DryRun, type DryRunOptions } from '../dry-run.ts'
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

/** What a test is run with, beside its workflow. */
export interface TestOptions extends Pick<DriveOptions, 'signal' | 'pause'> {
  /** Who really runs steps that are not mocked. */
  readonly scripts?: ProvideSome | undefined
}

/** What the run of a test is made from; the workflow is the first of the sources. */
export function testRunOptions(
  { seed, now = USUAL_NOW, parameters, runName, mocks }: WorkflowTest,
  file: Pick<TestFile, 'mocks'>,
  sources: RunOptions['sources'],
): RunOptions & Pick<DryRunOptions, 'mocks'> {
  const [first] = sources
  return {
    sources,
    document: first === undefined ? 0 : documentToRun(first.tree),
    seed,
    now,
    parameters,
    ...(runName === undefined ? {} : { name: runName }),
    mocks: [...mocks, ...file.mocks],
  }
}

/** Runs a test of a file with the workflow, which is the first of the sources, and judges what came of it. */
export async function runTest(
  test: WorkflowTest,
  file: Pick<TestFile, 'mocks'>,
  sources: RunOptions['sources'],
  options: TestOptions = {},
): Promise<TestResult> {
  const ran = await dryRun({ ...testRunOptions(test, file, sources), ...options })
  return ran.ok ? judgeTest(test, ran.value) : { status: 'refused', test, reason: ran.error }
}

/** Judges what came of the run of a test. */
export function judgeTest(test: WorkflowTest, ran: DryRun): TestResult {
  const failures = [
    ...judge(ran.run, test.checks),
    ...ran.problems.map((problem) => ({
      what: 'mocks of suspended nodes',
      expected: 'values that the node takes',
      got: problem,
      at: test.range,
      path: test.path,
      instead: err('Change the values that the mock resumes with.'),
    })),
  ]
  if (failures.length === 0) return { status: 'passed', test, ran }
  return { status: 'failed', test, ran, failures }
}
