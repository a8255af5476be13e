import { LineIndex } from '../../base/index.ts'
import { toldBy, type FileReport } from './test-report.ts'

/** The results of tests as a JSON list; each failure with its place in the file. */
export function formatResultsJson(reports: readonly FileReport[]): string {
  const results = reports.flatMap(({ name: file, tree, results: timed }) => {
    const lines = new LineIndex(tree.text)
    return timed.map(({ result }) => ({
      file,
      line: lines.at(result.test.range.from).line,
      name: result.test.name,
      status: result.status,
      failures: toldBy(result).map(({ message, at }) => ({ file, ...lines.at(at), message })),
    }))
  })
  return `${JSON.stringify(results, null, 2)}\n`
}
