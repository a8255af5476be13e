import { err, ok, type Result } from '../base/index.ts'

/**
 * The meaning of one Python string literal with its prefix and quotes; the error says what it cannot be.
 * Escapes that Python does not know stay as they are.
 */
export function readString(text: string): Result<string, string> {
  const start = /^([A-Za-z]*)("""|'''|"|')/.exec(text)
  const prefix = start?.[1]?.toLowerCase() ?? ''
  const quote = start?.[2]
  if (start === null || quote === undefined) return err('this is no string')
  if (prefix.includes('b')) return err('a manifest cannot carry bytes')
  // Python reads every line end as one line feed.
  const inner = text.slice(start[0].length, -quote.length).replace(/\r\n?/g, '\n')
  if (prefix.includes('r')) return ok(inner)
  if (/(?:^|[^\\])(?:\\\\)*\\N\{/.test(inner)) {
    return err('characters by name (`\\N{…}`) cannot be read here: write the character itself')
  }
  const broken: string[] = []
  const meaning = inner.replace(escape, (match: string) => {
    const value = unescaped(match)
    if (value === undefined) broken.push(match)
    return value ?? match
  })
  return broken.length > 0 ? err('an escape in this string is incomplete') : ok(meaning)
}

const escape = /\\(?:[0-7]{1,3}|x[\da-fA-F]{0,2}|u[\da-fA-F]{0,4}|U[\da-fA-F]{0,8}|[^])/g

const single: ReadonlyMap<string, string> = new Map([
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
])

const lengths: ReadonlyMap<string, number> = new Map([
  ['x', 4],
  ['u', 6],
  ['U', 10],
])

function unescaped(match: string): string | undefined {
  const kind = match[1] ?? ''
  if (/[0-7]/.test(kind)) return String.fromCodePoint(parseInt(match.slice(1), 8))
  const length = lengths.get(kind)
  if (length === undefined) return single.get(kind) ?? match
  const code = parseInt(match.slice(2), 16)
  return match.length === length && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
