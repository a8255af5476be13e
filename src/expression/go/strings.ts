const encoder = new TextEncoder()

/** Bytes that are not valid UTF-8 are kept in strings as these lone surrogates, one each. */
const escapeBase = 0xdc00

/** Whether all characters are one byte, so that bytes can be counted as characters. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

/** The bytes of a string, as Go stores it. */
export function toBytes(text: string): Uint8Array {
  if (!/[\udc80-\udcff]/.test(text)) return encoder.encode(text)
  const bytes: number[] = []
  for (const rune of text) {
    const code = rune.codePointAt(0) ?? 0
    if (code >= escapeBase + 0x80 && code <= escapeBase + 0xff) bytes.push(code - escapeBase)
    else bytes.push(...encoder.encode(rune))
  }
  return Uint8Array.from(bytes)
}

/** The string of some bytes. What is not valid UTF-8 comes back from `toBytes` unchanged. */
export function fromBytes(bytes: Uint8Array): string {
  let text = ''
  let at = 0
  while (at < bytes.length) {
    const size = runeSize(bytes, at)
    if (size === 0) {
      text += String.fromCharCode(escapeBase + (bytes[at] ?? 0))
      at += 1
    } else {
      text += String.fromCodePoint(runeAt(bytes, at, size))
      at += size
    }
  }
  return text
}

/** The characters of a string, as Go's `range` gives them. */
export function runesOf(text: string): string[] {
  return Array.from(text)
}

/** How many bytes a string has. */
export function byteLength(text: string): number {
  return isAscii(text) ? text.length : toBytes(text).length
}

/** Part of a string by bytes, which may cut a character. Both ends must lie in the string. */
export function byteSlice(text: string, from: number, to: number): string {
  return isAscii(text) ? text.slice(from, to) : fromBytes(toBytes(text).slice(from, to))
}

/** Turns a position in UTF-16 code units into one in bytes. */
export function byteOffset(text: string, at: number): number {
  return at <= 0 ? at : byteLength(text.slice(0, at))
}

/** Orders strings by their bytes, as Go does: negative, 0 or positive. */
export function compareStrings(a: string, b: string): number {
  if (isAscii(a) && isAscii(b)) return a < b ? -1 : Number(a > b)
  const left = toBytes(a)
  const right = toBytes(b)
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

/** Replaces what is not valid UTF-8 by the replacement character, as Go's JSON does. */
export function toValid(text: string): string {
  return text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  )
}

/** The length of the valid character that begins at a byte, 0 if there is none. */
function runeSize(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  if (first < 0xc2 || first > 0xf4 || at + size > bytes.length) return 0
  for (let next = at + 1; next < at + size; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  const code = runeAt(bytes, at, size)
  const least = size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code < least || code > 0x10ffff || surrogate ? 0 : size
}

function runeAt(bytes: Uint8Array, at: number, size: number): number {
  const first = bytes[at] ?? 0
  let code = size === 1 ? first : first & (0xff >> (size + 1))
  for (let next = at + 1; next < at + size; next++) code = (code << 6) | ((bytes[next] ?? 0) & 0x3f)
  return code
}
