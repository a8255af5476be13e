import { fromBytes } from '../go/strings.ts'

/** A string that has been read, or why not and how far. */
export type ReadString =
  | { readonly value: string; readonly to: number }
  | { readonly message: string; readonly to: number }

const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}
const coded =
  /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|U([0-9a-fA-F]{8})|([0-7]{3})/y

/**
 * Reads a string in single or double quotes, with the escapes that expr-lang knows. `bytes` are for literals after a `b`,
 * in which escapes mean bytes and none is for characters.
 */
export function readString(text: string, at: number, bytes: boolean): ReadString {
  const open = at + (bytes ? 1 : 0)
  const quote = text[open]
  const parts: (string | number)[] = []
  let next = open + 1
  for (;;) {
    const sign = text[next]
    if (sign === undefined || sign === '\n') return { message: 'literal not terminated', to: next }
    if (sign === quote) return { value: joined(parts, bytes), to: next + 1 }
    if (sign !== '\\') {
      // expr-lang takes a lone carriage return for a line end.
      parts.push(sign === '\r' ? '\n' : sign)
      next++
      continue
    }
    const escaped = text[next + 1] ?? ''
    const meaning = escaped === quote ? escaped : simple[escaped]
    if (meaning !== undefined) {
      parts.push(meaning)
      next += 2
      continue
    }
    coded.lastIndex = next + 1
    const match = coded.exec(text)
    const code = match === null ? undefined : codeOf(match, bytes)
    if (match === null) return { message: 'invalid char escape', to: next + 2 }
    if (code === undefined) {
      return { message: 'unable to unescape string', to: next + 1 + match[0].length }
    }
    parts.push(code)
    next += 1 + match[0].length
  }
}

function codeOf(match: RegExpExecArray, bytes: boolean): number | undefined {
  const [, hex, short, braced, long, octal] = match
  const digits = hex ?? short ?? braced ?? long
  if (bytes && hex === undefined && octal === undefined) return undefined
  const code = octal === undefined ? parseInt(digits ?? '', 16) : parseInt(octal, 8)
  return code > 0x10ffff || (octal !== undefined && code > 0o377) ? undefined : code
}

function joined(parts: readonly (string | number)[], bytes: boolean): string {
  if (!bytes) {
    return parts.map((part) => (typeof part === 'string' ? part : character(part))).join('')
  }
  const encoder = new TextEncoder()
  // Characters are put together first: one may be two code units.
  const all: number[] = []
  let held = ''
  for (const part of [...parts, 0]) {
    if (typeof part === 'string') {
      held += part
      continue
    }
    all.push(...encoder.encode(held), part)
    held = ''
  }
  return fromBytes(Uint8Array.from(all.slice(0, -1)))
}

function character(code: number): string {
  return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : String.fromCodePoint(code)
}
