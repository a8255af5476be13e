const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What could be read, or the byte of the text at which Go gives up. */
export type Decoded = Uint8Array | { readonly wrongAt: number }

/** Bytes in base64, with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return encode(bytes, base64, 6, 4)
}

/** Bytes in base32, with padding. */
export function encodeBase32(bytes: Uint8Array): string {
  return encode(bytes, base32, 5, 8)
}

/** The bytes of a text in base64, which must be padded. Line ends are stepped over. */
export function decodeBase64(text: Uint8Array): Decoded {
  const isLineEnd = (at: number): boolean => text[at] === 10 || text[at] === 13
  const past = (at: number): number => (isLineEnd(at) ? past(at + 1) : at)
  const values: number[] = []
  let at = past(0)
  for (; at < text.length; at = past(at + 1)) {
    const sign = String.fromCharCode(text[at] ?? 0)
    const held = values.length % 4
    if (sign === '=') {
      if (held < 2) return { wrongAt: at }
      let next = past(at + 1)
      if (held === 2) {
        if (next >= text.length) return { wrongAt: text.length }
        if (String.fromCharCode(text[next] ?? 0) !== '=') return { wrongAt: next - 1 }
        next = past(next + 1)
      }
      return next < text.length ? { wrongAt: next } : pack(values, 6)
    }
    const value = base64.indexOf(sign)
    if (value < 0) return { wrongAt: at }
    values.push(value)
  }
  const held = values.length % 4
  return held === 0 ? pack(values, 6) : { wrongAt: text.length - held }
}

/** The bytes of a text in base32, which must be padded. */
export function decodeBase32(text: Uint8Array): Decoded {
  const signs = Array.from(text).filter((byte) => byte !== 10 && byte !== 13)
  const values: number[] = []
  for (const [at, byte] of signs.entries()) {
    const sign = String.fromCharCode(byte)
    const held = values.length % 8
    const rest = signs.slice(at + 1)
    if (sign === '=' && held >= 2 && rest.length < 8) {
      if (rest.length + held < 7) return { wrongAt: signs.length }
      const wrong = rest.slice(0, 7 - held).findIndex((one) => String.fromCharCode(one) !== '=')
      if (wrong >= 0) return { wrongAt: at + wrong }
      return [3, 6].includes(held) ? { wrongAt: at } : pack(values, 5)
    }
    const value = base32.indexOf(sign)
    if (value < 0) return { wrongAt: at }
    values.push(value)
  }
  const held = values.length % 8
  return held === 0 ? pack(values, 5) : { wrongAt: signs.length - held }
}

function encode(bytes: Uint8Array, alphabet: string, width: number, group: number): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= width) {
      bits -= width
      text += alphabet[(held >> bits) & ((1 << width) - 1)] ?? ''
      held &= (1 << bits) - 1
    }
  }
  if (bits > 0) text += alphabet[(held << (width - bits)) & ((1 << width) - 1)] ?? ''
  return text.padEnd(Math.ceil(text.length / group) * group, '=')
}

/** Bytes of numbers of so many bits each; bits that fill no byte are dropped. */
function pack(values: readonly number[], width: number): Uint8Array {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const value of values) {
    held = (held << width) | value
    bits += width
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
    held &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}
