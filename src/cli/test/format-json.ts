import { LineIndex } from '../../base/index.ts'
import { toldBy, type FileReport, type Told } from './test-report.ts'

/** The results of tests as a JSON list; each failure with its place in the file. */
export function formatResultsJson(reports: readonly FileReport[]): string {
  const results = reports.flatMap(({ name: file, tree, results: timed }) => {
    const lines = new LineIndex(tree.text)
    const placed = (told: readonly Told[]) =>
      told.map(({ message, at }) => ({ file, ...lines.at(at), message }))
    return timed.map(({ result, update }) => ({
      file,
      line: lines.at(result.test.range.from).line,
      name: result.test.name,
      status: result.status,
      failures: placed(toldBy(result)),
      ...(update && { updated: placed(update.rewritten), left: placed(update.left) }),
    }))
  })
  return `${JSON.stringify(results, null, 2)}\n`
}
