/*
 * Characters as Go's package unicode sorts and changes them. Each takes one character, which may be two code units long.
 */

export function isSpace(rune: string): boolean {
  return /^\p{White_Space}$/u.test(rune)
}

export function isLetter(rune: string): boolean {
  return /^\p{L}$/u.test(rune)
}

export function isDigit(rune: string): boolean {
  return /^\p{Nd}$/u.test(rune)
}

/** The capital of a letter. Go maps letters one to one: it has none for `ß`, of which JavaScript makes two. */
export function upperRune(rune: string): string {
  const upper = rune.toUpperCase()
  return Array.from(upper).length === 1 ? upper : (iotaCapitals.get(rune) ?? rune)
}

export function lowerRune(rune: string): string {
  if (rune === '\u0130') return 'i'
  const lower = rune.toLowerCase()
  return Array.from(lower).length === 1 ? lower : rune
}

/** Greek letters with an iota below: each has one capital to Go, which JavaScript writes as two letters. */
const iotaCapitals: ReadonlyMap<string, string> = new Map([
  ...[0x1f80, 0x1f90, 0x1fa0].flatMap((first) =>
    Array.from({ length: 8 }, (_, at) => capital(first + at, 8)),
  ),
  ...[0x1fb3, 0x1fc3, 0x1ff3].map((code) => capital(code, 9)),
])

function capital(code: number, by: number): readonly [string, string] {
  return [String.fromCodePoint(code), String.fromCodePoint(code + by)]
}
