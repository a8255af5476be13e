import { isDigit, isLetter, isSpace, lowerRune, upperRune } from '../../go/characters.ts'
import { runesOf } from '../../go/strings.ts'

const isUpper = (rune: string): boolean => /\p{Lu}/u.test(rune)
const isConnector = (rune: string): boolean => rune === '-' || rune === '_' || isSpace(rune)

/** Words with a capital first letter, as Go's `strings.Title`: letters, digits and `_` are parts of words. */
export function titleCase(text: string): string {
  let inWord = false
  return runesOf(text)
    .map((rune) => {
      const changed = inWord ? rune : upperRune(rune)
      inWord =
        isLetter(rune) ||
        isDigit(rune) ||
        rune === '_' ||
        (!/^[\0-\x7f]$/.test(rune) && !isSpace(rune))
      return changed
    })
    .join('')
}

/** Capitals small, small letters capital. */
export function swapCase(text: string): string {
  return runesOf(text)
    .map((rune) => {
      if (/[\p{Lu}\p{Lt}]/u.test(rune)) return lowerRune(rune)
      return /\p{Ll}/u.test(rune) ? upperRune(rune) : rune
    })
    .join('')
}

/** Words put together, each with a capital: `http_server` is `HttpServer`. */
export function camelCase(text: string): string {
  const runes = runesOf(text)
  const start = runes.findIndex((rune) => !isConnector(rune))
  if (start < 0) return text
  let out = runes.slice(0, start).join('')
  let current = upperRune(runes[start] ?? '')
  let shrinks = isUpper(runes[start] ?? '')
  for (const rune of runes.slice(start + 1)) {
    const previous = current
    current = rune
    if (isConnector(current) && isConnector(previous)) {
      out += previous
      continue
    }
    if (isConnector(previous)) {
      shrinks = isUpper(current)
      current = upperRune(current)
      continue
    }
    if (shrinks && isUpper(current)) current = lowerRune(current)
    else shrinks = false
    out += previous
  }
  return out + current
}
