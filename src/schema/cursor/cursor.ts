import type { Path } from '../../base/index.ts'
import { chainTo, entriesAround, type Link } from './chain.ts'
import { readFlow, type FlowFrame } from './flow.ts'
import {
  indentOf,
  isBoundary,
  lineBefore,
  readLine,
  startOfLine,
  unquoted,
  type Line,
} from './line.ts'

/** A key or index on the way to a place, with the map that it is in. */
export interface Step {
  readonly part: string | number
  /** The entries of that map and the text of their values; none for lists. Read when asked for. */
  readonly entries: () => ReadonlyMap<string, string>
}

/**
 * Where a cursor is, told from the text alone, so that it may be broken there. `key` is the name of an entry, written or half written; `start`
 * is where a value may begin on a line of its own or after a dash, which may turn out to be a key; `value` is a value after its key, or
 * an item within brackets.
 */
export interface Cursor {
  readonly slot: 'key' | 'start' | 'value'
  /** The way to the map that the key is in, or to the value. */
  readonly way: readonly Step[]
  /** What is there already: from where to where it may be replaced, and its text without quotes. */
  readonly from: number
  readonly to: number
  readonly word: string
  /** Column of a key or value in block style; nothing within brackets. */
  readonly column: number | undefined
  /** Whether a colon follows the key already. */
  readonly hasColon: boolean
  /** The other keys of the map, when it is one. */
  readonly others: () => ReadonlyMap<string, string>
  /** The key right above in the same column that has no value yet: the dashes of its list may stand in that column. */
  readonly above: string | undefined
  /** What the manifest says of its kind. */
  readonly kind: string | undefined
}

/** The keys and indices of a way. */
export function pathOf(way: readonly Step[]): Path {
  return way.map(({ part }) => part)
}

/** Where an offset is; nothing in comments, in texts of several lines, and where no field can stand. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  // Lines that end as on the first Macintosh: it would all be one.
  if (!text.includes('\n') && text.includes('\r')) return undefined
  const start = startOfLine(text, offset)
  if (isBoundary(text, start)) return undefined
  const line = readLine(text, start)
  const { key } = line
  const column = key?.column ?? line.content - start
  const isEmpty = key === undefined && line.content >= line.contentEnd
  // A comment begins behind what the line holds.
  if (offset > line.contentEnd && /(^|\s)#/.test(text.slice(line.contentEnd, offset)))
    return undefined
  const inValue = key !== undefined && offset > key.to
  if (isEmpty && offset < (line.dashes.length > 0 ? start + (line.dashes.at(-1) ?? 0) + 2 : start))
    return undefined
  const own = isEmpty ? offset - start : column
  const chain = chainTo(text, line, own)
  const links: readonly Link[] = inValue
    ? [...chain, { kind: 'key', name: key.name, column: key.column, line }]
    : chain
  const kind = (): string | undefined => kindAround(text, start)
  const flow = flowAt(text, offset, links, line)
  if (flow !== undefined) return flow === 'closed' ? undefined : { ...flow, kind: kind() }
  if (chain.some((link) => isTaken(link, line))) return undefined
  const way = links.map((link) => stepOf(text, link))
  const base = { way, kind: kind(), others: none, above: undefined }
  if (inValue) {
    if (offset < key.after || /^[|>]/.test(text.slice(line.content, line.contentEnd)))
      return undefined
    const from = Math.min(Math.max(line.content, key.after), Math.max(offset, key.after))
    const to = Math.max(line.contentEnd, offset)
    if (offset < from) return undefined
    return {
      ...base,
      slot: 'value',
      from,
      to,
      word: unquoted(text.slice(from, to).trim()),
      column: undefined,
      hasColon: false,
    }
  }
  const from = isEmpty ? offset : (key?.from ?? line.content)
  const to = key?.to ?? Math.max(line.contentEnd, from)
  if (offset < from || offset > to) return undefined
  const hasColon = key !== undefined
  return {
    ...base,
    slot: hasColon ? 'key' : 'start',
    from,
    to,
    word: key?.name ?? unquoted(text.slice(from, to)),
    column: own,
    hasColon,
    others: () => entriesAround(text, line, own, false),
    above: isEmpty && line.dashes.length === 0 ? keyAbove(text, line, own) : undefined,
  }
}

function keyAbove(text: string, line: Line, column: number): string | undefined {
  let start = lineBefore(text, line.start)
  while (start !== undefined && indentOf(text, start) === undefined) start = lineBefore(text, start)
  if (start === undefined) return undefined
  const { key, content, contentEnd } = readLine(text, start)
  return key?.column === column && content >= contentEnd ? key.name : undefined
}

const none = (): ReadonlyMap<string, string> => new Map()

/** Whether a key or item has a value in its own line already, so that nothing can stand below it. */
function isTaken({ kind, line }: Link, cursor: Line): boolean {
  if (line.start === cursor.start) return false
  if (kind === 'item' && line.key !== undefined) return false
  return line.content < line.contentEnd
}

function stepOf(text: string, link: Link): Step {
  if (link.kind === 'item') return { part: link.index, entries: none }
  const { name, line, column } = link
  return { part: name, entries: () => entriesAround(text, line, column, true) }
}

/** Where the cursor is within the outermost brackets that are open there. */
function flowAt(
  text: string,
  offset: number,
  links: readonly Link[],
  line: Line,
): Omit<Cursor, 'kind'> | 'closed' | undefined {
  const starts: { depth: number; at: number }[] = []
  for (const [depth, { kind, line: at }] of links.entries())
    if (kind === 'key' || at.key === undefined) starts.push({ depth: depth + 1, at: at.content })
  if (line.key === undefined) starts.push({ depth: links.length, at: line.content })
  for (const { depth, at } of starts) {
    if (at >= offset || !/[{[]/.test(text[at] ?? '')) continue
    // `{{` is a tag that somebody forgot to quote.
    if (text.startsWith('{{', at)) return 'closed'
    const place = readFlow(text, at, offset)
    if (place === undefined) return 'closed'
    return inFlow(
      text,
      offset,
      place.from,
      [...links.slice(0, depth).map((link) => stepOf(text, link))],
      place.frames,
    )
  }
  const root = jsonRoot(text, line, links)
  if (root === undefined || root >= offset) return undefined
  const place = readFlow(text, root, offset)
  return place === undefined ? 'closed' : inFlow(text, offset, place.from, [], place.frames)
}

/** The bracket that a whole document is in, as JSON is: nothing else stands in the first column above. */
function jsonRoot(text: string, line: Line, links: readonly Link[]): number | undefined {
  if (links.length > 1) return undefined
  let root: number | undefined
  for (
    let start: number | undefined = line.start;
    start !== undefined;
    start = lineBefore(text, start)
  ) {
    if (indentOf(text, start) !== 0) continue
    if (isBoundary(text, start)) break
    if (text[start] === '{') root = start
    else if (text[start] !== '}') return undefined
  }
  return root
}

function inFlow(
  text: string,
  offset: number,
  from: number,
  outer: readonly Step[],
  frames: readonly FlowFrame[],
): Omit<Cursor, 'kind'> | 'closed' {
  const top = frames.at(-1)
  if (top === undefined) return 'closed'
  const isKey = top.kind === 'map' && top.key === undefined
  const way = [
    ...outer,
    ...frames.flatMap(({ kind, key, index, entries }): Step[] => {
      if (kind === 'seq') return [{ part: index, entries: none }]
      return key === undefined ? [] : [{ part: key, entries: () => entries }]
    }),
  ]
  const rest = /^[^,\]}[{:#"'\r\n]*/.exec(text.slice(offset, offset + 200))?.[0].trimEnd() ?? ''
  const to = offset + rest.length
  return {
    slot: isKey ? 'key' : 'value',
    way,
    from: Math.min(from, offset),
    to,
    word: unquoted(text.slice(Math.min(from, offset), to).trim()),
    column: undefined,
    hasColon: isKey && /^\s*:/.test(text.slice(to, to + 20)),
    above: undefined,
    others: () => (top.kind === 'map' ? top.entries : new Map()),
  }
}

const KIND = /^(?:kind|[ \t]*\{?[ \t]*"kind")[ \t]*:[ \t]*["']?([A-Za-z]+)/gm

/** What the document says of its kind in which a line is. */
function kindAround(text: string, start: number): string | undefined {
  KIND.lastIndex = boundaryBefore(text, start)
  const match = KIND.exec(text)
  return match === null || match.index >= boundaryAfter(text, start) ? undefined : match[1]
}

function boundaryBefore(text: string, start: number): number {
  let at = start
  for (;;) {
    if (at <= 0) return 0
    at = text.lastIndexOf('\n---', at - 1)
    if (at < 0) return 0
    if (isBoundary(text, at + 1)) return at + 1
  }
}

function boundaryAfter(text: string, start: number): number {
  for (let at = start; ; at++) {
    at = text.indexOf('\n---', at)
    if (at < 0) return text.length
    if (isBoundary(text, at + 1)) return at
  }
}
