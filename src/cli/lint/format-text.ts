import { styleText } from 'node:util'
import type { Problem, Severity } from '../../validate/index.ts'
import { lineEnd } from '../../yaml/index.ts'
import { linesOf, placeAt, type CheckedFile } from './checked-file.ts'
import { markLine, printable } from './source-lines.ts'

/** How many ways to mend a problem are shown. */
const MOST_FIXES = 3

const colours = { error: 'red', warning: 'yellow', info: 'blue' } as const

/**
 * The problems of files for people: for each the place, the severity, the message and the code, the line with marks under it, and
 * what mends it.
 */
export function formatText(files: readonly CheckedFile[], hasColours: boolean): string {
  const style = hasColours ? coloured : plain
  return files
    .flatMap((file) => file.problems.map((problem) => describe(file, problem, style)))
    .join('')
}

type Style = (format: Parameters<typeof styleText>[0], text: string) => string

const plain: Style = (_, text) => text
const coloured: Style = (format, text) => styleText(format, text, { validateStream: false })

function describe({ name, tree }: CheckedFile, problem: Problem, style: Style): string {
  const { severity, message, code, range, fixes = [] } = problem
  const { text } = tree
  const { line, column } = placeAt(tree, range.from)
  const start = linesOf(tree).lineStart(line)
  const isBehindMark = line === 1 && text.startsWith('\uFEFF')
  const lineFrom = isBehindMark ? start + 1 : start
  const { source, marks } = markLine(text.slice(lineFrom, lineEnd(text, start)), {
    from: Math.max(0, range.from - lineFrom),
    to: Math.min(range.to, lineEnd(text, start)) - lineFrom,
  })
  const place = `${printable(name)}:${String(line)}:${String(column)}:`
  const head = [style('bold', place), style(colours[severity], `${severity}:`)]
  const mended = fixes.slice(0, MOST_FIXES).map(({ title, isSafe }) => {
    const how = isSafe ? style('dim', ' (--fix does it)') : ''
    return `    ${style('green', 'fix:')} ${printable(title)}${how}`
  })
  const lines = [
    `${head.join(' ')} ${printable(message)} ${style('dim', `[${code}]`)}`,
    `    ${source}`,
    `    ${style(colours[severity], marks)}`,
    ...mended,
  ]
  return `${lines.join('\n')}\n`
}

/** What a run came to, in one line: how many files, and how many problems of each severity. */
export function summary(files: readonly CheckedFile[], left: number, hasFixes: boolean): string {
  const problems = files.flatMap((file) => file.problems)
  const of = (severity: Severity): number =>
    problems.filter((problem) => problem.severity === severity).length
  const notes = of('info')
  const counts = [
    counted(of('error'), 'error'),
    counted(of('warning'), 'warning'),
    ...(notes === 0 ? [] : [counted(notes, 'note')]),
  ]
  const safe = problems.filter(({ fixes }) => fixes?.[0]?.isSafe === true).length
  return [
    `${counted(files.length, 'file')}: ${counts.join(', ')}`,
    ...(hasFixes && safe > 0 ? [`--fix mends ${String(safe)} of them`] : []),
    ...(left > 0 ? [`${counted(left, 'file')} without an object of Argo left out`] : []),
  ].join('; ')
}

/** A number of things in words. */
export function counted(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`
}
