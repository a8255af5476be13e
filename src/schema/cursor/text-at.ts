import type { Path } from '../../base/index.ts'
import { chainTo, type Link } from './chain.ts'
import { cursorAt, pathOf } from './cursor.ts'
import { readLine, startOfLine, type Line } from './line.ts'

/** A text in which a cursor is, told from the source alone. */
export interface TextAt {
  /** Of the text in its document. */
  readonly path: Path
  /** Where the part of it begins that stands in the cursor's line, behind its quote, and where the line ends. */
  readonly from: number
  readonly to: number
  /** What it is written in: quotes, a block or several lines, or nothing at all. */
  readonly style: 'single' | 'double' | 'lines' | 'plain'
  /** Whether it begins in this line. */
  readonly isStart: boolean
}

/**
 * The value that an offset is in, even while it is only begun: of one line, in brackets, in quotes, a block or a text of several lines. The
 * source may be broken there. Nothing in keys and comments.
 */
export function textAt(text: string, offset: number): TextAt | undefined {
  const line = readLine(text, startOfLine(text, offset))
  return linesAt(text, offset, line) ?? quotedAt(text, offset, line) ?? plainAt(text, offset, line)
}

/** In a block, or a later line of a text: a key above has its value in its own line already, which goes on here. */
function linesAt(text: string, offset: number, line: Line): TextAt | undefined {
  const column = line.key?.column ?? (line.content < line.end ? line.content : offset) - line.start
  const chain = chainTo(text, line, column)
  const taken = chain.findIndex((link) => holdsText(text, link, line))
  if (taken < 0) return undefined
  const path = chain
    .slice(0, taken + 1)
    .map((link) => (link.kind === 'key' ? link.name : link.index))
  return { path, from: line.start, to: line.end, style: 'lines', isStart: false }
}

function holdsText(text: string, { kind, line }: Link, cursor: Line): boolean {
  if (line.start === cursor.start || line.content >= line.contentEnd) return false
  if (kind === 'item' && line.key !== undefined) return false
  // Brackets that go on over lines hold no text of their own.
  return !/^[[{](?!\{)/.test(text.slice(line.content, line.content + 2))
}

/** In quotes that begin in this line: the cursor where they begin tells where they are. */
function quotedAt(text: string, offset: number, line: Line): TextAt | undefined {
  for (let at = offset - 1; at >= line.start; at--) {
    const quote = text[at]
    if (quote !== '"' && quote !== "'") continue
    const before = text.slice(line.start, at)
    if (!/(?:^|[-:,[{])\s*$/.test(before)) continue
    if (isClosed(text.slice(at + 1, offset), quote)) continue
    const cursor = cursorAt(text, at)
    if (cursor === undefined || cursor.slot === 'key') continue
    return {
      path: pathOf(cursor.way),
      from: at + 1,
      to: line.end,
      style: quote === '"' ? 'double' : 'single',
      isStart: true,
    }
  }
  return undefined
}

function isClosed(inner: string, quote: string): boolean {
  return inner.replace(quote === '"' ? /\\./g : /''/g, '').includes(quote)
}

/** In a value without quotes. One that begins with braces is a map to YAML, but a tag to whoever writes it. */
function plainAt(text: string, offset: number, line: Line): TextAt | undefined {
  const open = text.lastIndexOf('{{', offset - 1)
  const cursor = cursorAt(text, open < line.start ? offset : open)
  if (cursor === undefined || cursor.slot === 'key') return undefined
  const { way, from } = cursor
  return { path: pathOf(way), from, to: line.end, style: 'plain', isStart: true }
}
