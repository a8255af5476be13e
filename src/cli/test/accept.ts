import { assertNever } from '../../base/index.ts'
import { ChangeSet } from '../../document/index.ts'
import {
  judgeTest,
  readTestFile,
  updateTest,
  type TestResult,
  type TestUpdate,
  type ToldExpectation,
} from '../../simulate/index.ts'
import { locate, parseTree, type YamlTree } from '../../yaml/index.ts'
import { replaceFile } from '../files.ts'
import type { FileReport, TimedResult, Told } from './test-report.ts'

/**
 * Rewrites in a file of tests what failed tests expect by what came, and judges the same runs again by that. Throws a Misuse where the file
 * cannot be written.
 */
export async function acceptInto(report: FileReport): Promise<FileReport> {
  const { name, tree, results } = report
  const updates = results.map(({ result }) =>
    result.status === 'failed' ? updateTest(tree, result.failures) : undefined,
  )
  const changes = updates.flatMap((update) => update?.changes ?? [])
  if (changes.length > 0) {
    const text = ChangeSet.of(changes, tree.text.length).apply(tree.text)
    await replaceFile(name, text)
    return judgedAgain(report, parseTree(text), updates)
  }
  return judgedAgain(report, tree, updates)
}

function judgedAgain(
  { name, results }: FileReport,
  tree: YamlTree,
  updates: readonly (TestUpdate | undefined)[],
): FileReport {
  const { tests } = readTestFile(tree).file
  return {
    name,
    tree,
    results: results.map((timed, index): TimedResult => {
      const [test, update] = [tests[index], updates[index]]
      const result = test === undefined ? timed.result : resultOf(timed.result, test)
      return {
        ...timed,
        result,
        ...(update && {
          update: { rewritten: placed(tree, update.rewritten), left: placed(tree, update.left) },
        }),
      }
    }),
  }
}

/** The same run, judged by the test as it is now. */
function resultOf(result: TestResult, test: TestResult['test']): TestResult {
  switch (result.status) {
    case 'refused':
      return { ...result, test }
    case 'passed':
    case 'failed':
      return judgeTest(test, result.ran)
    default:
      return assertNever(result)
  }
}

function placed(tree: YamlTree, told: readonly ToldExpectation[]): readonly Told[] {
  return told.map(({ message, path }) => ({
    message,
    at: locate(tree, { document: 0, path })?.start ?? 0,
  }))
}
