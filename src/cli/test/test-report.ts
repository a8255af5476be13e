import type { TestResult } from '../../simulate/index.ts'
import type { YamlTree } from '../../yaml/index.ts'

/** What became of the tests of one file. */
export interface FileReport {
  readonly name: string
  readonly tree: YamlTree
  readonly results: readonly TimedResult[]
}

export interface TimedResult {
  readonly result: TestResult
  /** Milliseconds of the real clock. */
  readonly took: number
  /** What was rewritten in the file, and what stays though it is not met; nothing of tests that were not touched. */
  readonly update?: { readonly rewritten: readonly Told[]; readonly left: readonly Told[] }
}

/** A failure of any kind, with its place in the file. */
export interface Told {
  readonly message: string
  readonly at: number
}

/** What a test has to tell: nothing when it passed. */
export function toldBy(result: TestResult): readonly Told[] {
  switch (result.status) {
    case 'passed':
      return []
    case 'refused':
      return [{ message: `cannot be run: ${result.reason}`, at: result.test.range.from }]
    case 'failed':
      return result.failures.map(({ what, expected, got, at }) => ({
        message: `${what}: expected ${expected}, got ${got}`,
        at: at.from,
      }))
  }
}

/** How many tests came to a status. */
export function countOf(
  reports: readonly FileReport[],
  ...statuses: readonly TestResult['status'][]
): number {
  return reports
    .flatMap(({ results }) => results)
    .filter(({ result }) => statuses.includes(result.status)).length
}
