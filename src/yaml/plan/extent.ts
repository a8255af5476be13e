import { columnOf, lineStart, nextLine } from '../lines.ts'

/** The lines that belong to an item of a list or an entry of a map, comments included. */
export interface Extent {
  /** Where the item itself begins: its dash or key. */
  readonly at: number
  readonly column: number
  /** Whether something else stands before it on its line, as the outer dash in `- - name: a`. */
  readonly sharesLine: boolean
  /** Start of the first line that belongs to it: of the comment directly above it, if there is one. */
  readonly from: number
  /** Start of the line after its last one. */
  readonly to: number
}

/**
 * Finds the lines of an item or entry that begins at `at` and whose value ends at `end`.
 *
 * Whose is a comment? One behind a value, or directly below it and indented more than the item, is the item's. One directly above
 * it, at its column, is its own too: it travels with it. Anything else between items, blank lines too, belongs to the list.
 */
export function extentOf(text: string, at: number, end: number): Extent {
  const column = columnOf(text, at)
  const line = lineStart(text, at)
  const sharesLine = /\S/.test(text.slice(line, at).replace('\uFEFF', ''))
  return {
    at,
    column,
    sharesLine,
    from: sharesLine ? at : leadingComments(text, line, column),
    to: trailingComments(text, nextLine(text, Math.max(at, end)), column),
  }
}

function leadingComments(text: string, line: number, column: number): number {
  let from = line
  while (from > 0) {
    const above = lineStart(text, from - (text.startsWith('\r\n', from - 2) ? 2 : 1))
    if (commentColumn(text, above) !== column) break
    from = above
  }
  return from
}

function trailingComments(text: string, after: number, column: number): number {
  let to = after
  while (to < text.length) {
    const comment = commentColumn(text, to)
    if (comment === undefined || comment <= column) break
    to = nextLine(text, to)
  }
  return to
}

/** Column of the comment that is all of a line; nothing for other lines. */
function commentColumn(text: string, line: number): number | undefined {
  let at = line
  while (text[at] === ' ' || text[at] === '\t') at++
  return text[at] === '#' ? at - line : undefined
}
