import { columnOf, splitLines } from '../lines.ts'
import type { JsonValue } from '../to-value.ts'
import type { Located, YamlSeq } from '../tree.ts'
import { extentOf, type Extent } from './extent.ts'
import { printBlock } from './print.ts'
import type { TextStyle } from './style.ts'

/** The text of an item of a block list, free of any place: it can be put into another list, at any column. */
export interface ItemText {
  /** Comment lines that stand above the item, without indentation. */
  readonly comments: readonly string[]
  /** The item's lines; the first begins with its dash, the others are indented relative to it. */
  readonly lines: readonly string[]
}

/** The text of an item that is new. */
export function newItem(value: JsonValue, style: TextStyle): ItemText {
  const [first = '', ...rest] = printBlock([value], { ...style, dashIndent: 0 })
  return { comments: [], lines: [first, ...rest] }
}

/** An item that holds a list of the given items, as a group of steps does. The comments of its first item become its own. */
export function wrapItems(items: readonly ItemText[]): ItemText {
  const [first] = items
  const comments = first?.comments ?? []
  const inner = items.flatMap((item, index) => [
    ...(index === 0 ? [] : item.comments),
    ...item.lines,
  ])
  return {
    comments,
    lines: inner.map((line, index) => (index === 0 ? `- ${line}` : indentLine(line, 2))),
  }
}

/** Copies the text of an item of a list as it stands, comments included. */
export function itemText(text: string, seq: Located<YamlSeq>, index: number): ItemText | undefined {
  const item = seq.node.items[index]
  if (item === undefined) return undefined
  const start = seq.start + item.valueAt
  const end = start + item.value.length
  if (seq.node.flow) {
    const column = columnOf(text, start)
    const [first = '', ...rest] = splitLines(text.slice(start, end))
    // Between brackets lines may stand anywhere; behind a dash they must not begin at its column.
    const below = rest.map((line) => outdentLine(line, Math.max(0, column - 2)))
    return {
      comments: [],
      lines: [`- ${first}`, ...below.map((line) => line.replace(/^ ?(?=\S)/, '  '))],
    }
  }
  const extent = itemExtent(text, seq, index)
  if (extent === undefined) return undefined
  const own = splitLines(text.slice(extent.at, extent.to))
  if (own.at(-1) === '' && /[\r\n]$/.test(text.slice(extent.at, extent.to))) own.pop()
  const above = splitLines(text.slice(extent.from, extent.at))
  return {
    comments: above.slice(0, -1).map((line) => line.trim()),
    lines: own.map((line, position) => (position === 0 ? line : outdentLine(line, extent.column))),
  }
}

/** The lines of an item of a block list. */
export function itemExtent(text: string, seq: Located<YamlSeq>, index: number): Extent | undefined {
  const item = seq.node.items[index]
  if (item === undefined) return undefined
  const end = Math.max(item.at + 1, item.valueAt + item.value.length)
  return extentOf(text, seq.start + item.at, seq.start + end)
}

/** Indents a line, but leaves an empty one empty. */
export function indentLine(line: string, columns: number): string {
  return line === '' ? '' : ' '.repeat(columns) + line
}

/** Takes up to so many blanks from the start of a line: lines may stand further left than their item. */
function outdentLine(line: string, columns: number): string {
  const blanks = /^ */.exec(line)?.[0].length ?? 0
  return line.slice(Math.min(blanks, columns))
}
