/** A key in a line, before its colon. */
export interface LineKey {
  readonly column: number
  readonly name: string
  readonly from: number
  readonly to: number
  /** After the colon. */
  readonly after: number
}

/** One line of block style, as far as it can be told from itself: dashes, perhaps a key, and what comes then. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Columns of dashes that begin items. */
  readonly dashes: readonly number[]
  readonly key: LineKey | undefined
  /** Where the value begins, or whatever stands after the dashes; blanks, anchors and tags are left out. */
  readonly content: number
  /** Where that ends: before blanks and a comment. */
  readonly contentEnd: number
}

const KEY =
  /("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|[^\s"'#{}[\],&*!|>%@`?](?:(?! #)[^\r\n])*?)[ \t]*:(?=[ \t\r\n]|$)/y
const MARKS = /(?:[&!][^\s,[\]{}]*[ \t]+)*(?:[&!][^\s,[\]{}]*(?=[\r\n]|$))?/y
const BLANKS = /[ \t]*/y

/** Reads the line that begins at `start`. */
export function readLine(text: string, start: number): Line {
  const end = endOfLine(text, start)
  let at = skip(BLANKS, text, start)
  const dashes: number[] = []
  while (at < end && isDash(text, at)) {
    dashes.push(at - start)
    at = skip(BLANKS, text, at + 1)
  }
  const inner = skip(MARKS, text, at)
  const key = readKey(text, inner, start)
  const content = key === undefined ? inner : skip(MARKS, text, skip(BLANKS, text, key.after))
  const contentEnd = Math.max(content, endOfContent(text, content, end))
  return { start, end, dashes, key, content: Math.min(content, end), contentEnd }
}

/** The column of the first thing in a line that is neither blank nor comment; nothing when there is none. */
export function indentOf(text: string, start: number): number | undefined {
  let at = start
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
  const code = text.charCodeAt(at)
  return Number.isNaN(code) || code === 10 || code === 13 || code === 35 ? undefined : at - start
}

/** Where the line before the one that begins at `start` begins; nothing for the first line. */
export function lineBefore(text: string, start: number): number | undefined {
  if (start === 0 || text.charCodeAt(start - 1) !== 10) return undefined
  return startOfLine(text, start - 1)
}

/** Where the line after the one that begins at `start` begins; nothing for the last line. */
export function lineAfter(text: string, start: number): number | undefined {
  const feed = text.indexOf('\n', start)
  return feed < 0 ? undefined : feed + 1
}

/** Whether a dash that begins an item stands at an offset. */
export function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 45) return false
  const next = text.charCodeAt(at + 1)
  return Number.isNaN(next) || next === 32 || next === 9 || next === 10 || next === 13
}

/** Where the line of an offset begins. A byte order mark belongs to no line. */
export function startOfLine(text: string, offset: number): number {
  const feed = offset === 0 ? -1 : text.lastIndexOf('\n', offset - 1)
  return feed < 0 && text.startsWith('\uFEFF') ? Math.min(1, offset) : feed + 1
}

/** Whether a document begins or ends at a line. */
export function isBoundary(text: string, start: number): boolean {
  const mark = text.slice(start, start + 3)
  if (mark !== '---' && mark !== '...') return false
  return start + 3 >= text.length || /\s/.test(text[start + 3] ?? '')
}

/** The text of a scalar as it stands in the source, without its quotes. */
export function unquoted(source: string): string {
  const quote = source[0]
  if ((quote !== '"' && quote !== "'") || !source.endsWith(quote) || source.length < 2)
    return source
  return source.slice(1, -1)
}

function readKey(text: string, at: number, start: number): LineKey | undefined {
  KEY.lastIndex = at
  const match = KEY.exec(text)
  const source = match?.[1]
  if (match === null || source === undefined) return undefined
  const name = unquoted(source)
  return { column: at - start, name, from: at, to: at + source.length, after: KEY.lastIndex }
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from)
  const end = feed < 0 ? text.length : feed
  return end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end
}

/** Where a value on one line ends, before blanks and a comment. Quotes are looked through. */
function endOfContent(text: string, from: number, end: number): number {
  const source = text.slice(from, end)
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(source)?.[0]
  if (quoted !== undefined) return from + quoted.length
  const comment = /(?:^|[ \t])#/.exec(source)
  return from + source.slice(0, comment?.index ?? source.length).trimEnd().length
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
