import { counted } from '../lint/format-text.ts'
import { placeOf } from '../dry-run/read-inputs.ts'
import { countOf, toldBy, type FileReport } from './test-report.ts'

/**
 * The results of tests for people: each with its name, and under it what was not as expected, where that is written. Of tests that were
 * rewritten, what stands there now and what could not be rewritten.
 */
export function formatResults(reports: readonly FileReport[]): string {
  return reports
    .map(({ name, tree, results }) => {
      const lines = results.flatMap(({ result, update }) =>
        [
          `  ${result.status === 'passed' ? '✔' : '✖'} ${result.test.name}`,
          ...(update?.rewritten ?? []),
          ...(update === undefined ? toldBy(result) : update.left),
        ].map((line) =>
          typeof line === 'string'
            ? line
            : `      ${placeOf(name, tree, line.at)}: ${line.message}`,
        ),
      )
      return `${[name, ...lines].join('\n')}\n`
    })
    .join('')
}

/** What the tests came to, in one line. */
export function summaryOf(reports: readonly FileReport[]): string {
  const all = countOf(reports, 'passed', 'failed', 'refused')
  const parts = [
    `${String(countOf(reports, 'passed'))} passed`,
    `${String(countOf(reports, 'failed', 'refused'))} failed`,
  ]
  return `${counted(reports.length, 'file')}, ${counted(all, 'test')}: ${parts.join(', ')}`
}
