import { spanOf, type CheckedFile } from './checked-file.ts'

/** The problems of files as one JSON list, in the order of files and texts. */
export function formatJson(files: readonly CheckedFile[]): string {
  const findings = files.flatMap((file) =>
    file.problems.map((problem) => {
      const { start, end } = spanOf(file, problem)
      const { severity, code, message, path, fixes = [] } = problem
      return {
        file: file.name,
        line: start.line,
        column: start.column,
        endLine: end.line,
        endColumn: end.column,
        severity,
        code,
        message,
        path: path.map(String).join('.'),
        fixes: fixes.map(({ title, isSafe }) => ({ title, isSafe })),
      }
    }),
  )
  return `${JSON.stringify(findings, null, 2)}\n`
}
