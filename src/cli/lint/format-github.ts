import type { Problem, Severity } from '../../validate/index.ts'
import { shortName, spanOf, type CheckedFile } from './checked-file.ts'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

/** The problems of files as workflow commands, which GitHub Actions makes into annotations at the lines of a pull request. */
export function formatGithub(files: readonly CheckedFile[]): string {
  return files
    .flatMap((file) => file.problems.map((problem) => `${command(file, problem)}\n`))
    .join('')
}

function command(file: CheckedFile, problem: Problem): string {
  const { start, end } = spanOf(file, problem)
  const properties = {
    file: shortName(file.name),
    line: start.line,
    endLine: end.line,
    // GitHub takes columns only within one line.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: problem.code,
  }
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  const fixes = (problem.fixes ?? []).slice(0, 1).map(({ title }) => `\nfix: ${title}`)
  return `::${commands[problem.severity]} ${list.join(',')}::${data(problem.message + fixes.join(''))}`
}

/** Text behind the second `::`, in which a line break would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** The value of a property, which also ends at a colon or a comma. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
