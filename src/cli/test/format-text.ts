import { counted } from '../lint/format-text.ts'
import { placeOf } from '../dry-run/read-inputs.ts'
import { countOf, toldBy, type FileReport } from './test-report.ts'

/** The results of tests for people: each with its name, and under it what was not as expected, where that is written. */
export function formatResults(reports: readonly FileReport[]): string {
  return reports
    .map(({ name, tree, results }) => {
      const lines = results.flatMap(({ result }) => [
        `  ${result.status === 'passed' ? '✔' : '✖'} ${result.test.name}`,
        ...toldBy(result).map(({ message, at }) => `      ${placeOf(name, tree, at)}: ${message}`),
      ])
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
