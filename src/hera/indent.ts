import { linesInsideStrings, type PythonTree } from './tree.ts'

/** One line of a code: where it begins, and its text without the line end. */
interface Line {
  readonly from: number
  readonly text: string
}

function linesOf(code: string, from: number, to: number): Line[] {
  const lines: Line[] = []
  const breaks = /\r\n|\n|\r/g
  breaks.lastIndex = from
  let start = from
  for (let found = breaks.exec(code); found && found.index < to; found = breaks.exec(code)) {
    lines.push({ from: start, text: code.slice(start, found.index) })
    start = breaks.lastIndex
  }
  lines.push({ from: start, text: code.slice(start, to) })
  return lines
}

/**
 * Takes an indentation off every line of a range of code. Lines that are indented less (comments, lines inside
 * brackets) lose what they have of it. Lines that begin inside a string stay as they are: taking white space
 * off them would change the string, and Python lets them begin anywhere. Line ends become LF.
 */
export function dedentRange(
  code: string,
  tree: PythonTree,
  range: { readonly from: number; readonly to: number },
  indentation: string,
): string {
  const inside = linesInsideStrings(code, tree)
  return linesOf(code, range.from, range.to)
    .map(({ from, text }) => {
      if (inside.has(from)) return text
      let common = 0
      while (common < indentation.length && text[common] === indentation[common]) common++
      return text.slice(common)
    })
    .join('\n')
}

/** The reverse: puts an indentation before every line that is not empty and does not begin inside a string. */
export function indentCode(code: string, tree: PythonTree, indentation: string): string {
  const inside = linesInsideStrings(code, tree)
  return linesOf(code, 0, code.length)
    .map(({ from, text }) => (text === '' || inside.has(from) ? text : indentation + text))
    .join('\n')
}
