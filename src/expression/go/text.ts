import { lowerRune, upperRune } from './characters.ts'
import { runesOf, toValid } from './strings.ts'

const spaces =
  '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const leading = new RegExp(`^${spaces}+`)
const trailing = new RegExp(`${spaces}+$`)

/** Without the white space at both ends. */
export function trimSpace(text: string): string {
  return text.replace(leading, '').replace(trailing, '')
}

/** The parts between white space. */
export function fields(text: string): string[] {
  const trimmed = trimSpace(text)
  return trimmed === '' ? [] : trimmed.split(new RegExp(`${spaces}+`))
}

/** Without the characters of a set at both ends. */
export function trim(text: string, set: string): string {
  const cut = new Set(runesOf(set))
  const runes = runesOf(text)
  let from = 0
  let to = runes.length
  while (from < to && cut.has(runes[from] ?? '')) from++
  while (to > from && cut.has(runes[to - 1] ?? '')) to--
  return runes.slice(from, to).join('')
}

export function trimPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

export function trimSuffix(text: string, suffix: string): string {
  return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text
}

/** In capitals, character by character: Go has no capital for `ß`. */
export function toUpper(text: string): string {
  return runesOf(toValid(text)).map(upperRune).join('')
}

export function toLower(text: string): string {
  return runesOf(toValid(text)).map(lowerRune).join('')
}

/** Cuts at each separator, into no more than `limit` parts if that is not negative. Absent, Go's nil, for none. */
export function split(text: string, separator: string, limit = -1): string[] | undefined {
  return cut(text, separator, limit, 0)
}

/** The same, with the separators left at the ends of parts. */
export function splitAfter(text: string, separator: string, limit = -1): string[] | undefined {
  return cut(text, separator, limit, separator.length)
}

function cut(text: string, separator: string, limit: number, keep: number): string[] | undefined {
  if (limit === 0) return undefined
  if (separator === '') return characters(text, limit)
  const parts: string[] = []
  let from = 0
  while (limit < 0 || parts.length < limit - 1) {
    const at = text.indexOf(separator, from)
    if (at < 0) break
    parts.push(text.slice(from, at + keep))
    from = at + separator.length
  }
  return [...parts, text.slice(from)]
}

function characters(text: string, limit: number): string[] {
  const runes = runesOf(text)
  if (limit < 0 || limit >= runes.length) return runes
  return [...runes.slice(0, limit - 1), runes.slice(limit - 1).join('')]
}

/** Replaces the first `limit` places, all if it is negative. An empty text stands before each character and at the end. */
export function replace(text: string, old: string, by: string, limit = -1): string {
  if (limit === 0 || old === by) return text
  if (old !== '') {
    const parts = split(text, old, limit < 0 ? -1 : limit + 1)
    return (parts ?? []).join(by)
  }
  const runes = runesOf(text)
  const count = limit < 0 ? runes.length + 1 : Math.min(limit, runes.length + 1)
  const placed = [...runes, ''].map((rune, at) => (at < count ? by + rune : rune))
  return placed.join('')
}
