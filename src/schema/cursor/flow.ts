import { unquoted } from './line.ts'

/** A bracket that is open at the cursor. */
export interface FlowFrame {
  readonly kind: 'map' | 'seq'
  /** In a map the key whose value the cursor is in; nothing while the key itself is being written. */
  readonly key: string | undefined
  /** In a list how many items come before. */
  readonly index: number
  /** The other entries of a map, with the text of their values. */
  readonly entries: ReadonlyMap<string, string>
}

/** Where the cursor is within brackets. */
export interface FlowPlace {
  /** The outermost first; there is one at least. */
  readonly frames: readonly FlowFrame[]
  /** Where what is being written begins. */
  readonly from: number
}

interface Open {
  readonly kind: 'map' | 'seq'
  key: string | undefined
  index: number
  /** Where the key or value begins that is being read. */
  token: number
  readonly entries: Map<string, string>
}

/** Beyond the cursor, so much is looked at to find out what else there is in a map. */
const AHEAD = 4000

/**
 * Reads brackets from the one at `from` up to the cursor. Nothing when all are closed by then, or the cursor is in a comment or within
 * quotes.
 */
export function readFlow(text: string, from: number, cursor: number): FlowPlace | undefined {
  const stack: Open[] = []
  const end = Math.min(text.length, cursor + AHEAD)
  let place: FlowPlace | undefined
  let at = from
  while (at < end && (at < cursor || stack.length > 0)) {
    if (at >= cursor && place === undefined) {
      if (at > cursor) return undefined
      place = placeOf(stack, text, cursor)
    }
    at = readOne(stack, text, at)
  }
  if (place === undefined && at === cursor) place = placeOf(stack, text, cursor)
  return place?.frames.length === 0 ? undefined : place
}

/** What is open now. The entries go on filling up while more is read. */
function placeOf(stack: readonly Open[], text: string, cursor: number): FlowPlace {
  const token = stack.at(-1)?.token ?? cursor
  const blanks = /^\s*/.exec(text.slice(token, cursor))?.[0].length ?? 0
  const frames = stack.map(({ kind, key, index, entries }) => ({ kind, key, index, entries }))
  return { frames, from: token + blanks }
}

/** Reads a character, or a whole comment or quoted scalar; gives where to go on. */
function readOne(stack: Open[], text: string, at: number): number {
  const top = stack.at(-1)
  const character = text[at] ?? ''
  const isFirst = top === undefined || text.slice(top.token, at).trim() === ''
  switch (character) {
    case '{':
    case '[': {
      const kind = character === '{' ? 'map' : 'seq'
      stack.push({ kind, key: undefined, index: 0, token: at + 1, entries: new Map() })
      return at + 1
    }
    case '}':
    case ']':
      if (top !== undefined) endEntry(top, text, at)
      stack.pop()
      return at + 1
    case ',':
      if (top !== undefined) endEntry(top, text, at)
      return at + 1
    case ':':
      if (top?.kind === 'map' && top.key === undefined && /^[\s,}\]]?$/.test(text[at + 1] ?? '')) {
        top.key = unquoted(text.slice(top.token, at).trim())
        top.token = at + 1
      }
      return at + 1
    case '"':
    case "'":
      // Only a quote that begins a scalar quotes.
      return isFirst ? endOfQuote(text, at) : at + 1
    case '#': {
      if (!/\s/.test(text[at - 1] ?? ' ')) return at + 1
      const end = text.indexOf('\n', at)
      const next = end < 0 ? text.length : end
      if (isFirst && top !== undefined) top.token = next
      return next
    }
    default:
      return at + 1
  }
}

function endEntry(open: Open, text: string, at: number): void {
  const { key, entries, token } = open
  if (key !== undefined) entries.set(key, unquoted(text.slice(token, at).trim()))
  open.key = undefined
  open.index++
  open.token = at + 1
}

function endOfQuote(text: string, start: number): number {
  const quote = text[start]
  for (let at = start + 1; at < text.length; at++) {
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++
      else return at + 1
    }
  }
  return text.length
}
