/** A number as Go's ParseFloat reads it, which takes more than digits where backslashes let it in; nothing for what it refuses. */
export function parseFloat64(text: string): number | undefined {
  const plain = withoutUnderscores(text)
  if (plain === undefined) return undefined
  if (/^0[xX]/.test(plain)) return parseHexFloat(plain.slice(2))
  if (!/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(plain)) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}

/** Underscores may stand between digits, and after a `0x`. */
function withoutUnderscores(text: string): string | undefined {
  if (!text.includes('_')) return text
  const digits = /^0[xX]/.test(text) ? text.slice(1).replace(/^[xX]/, '0') : text
  if (/(?<![\da-fA-F])_|_(?![\da-fA-F])/.test(digits)) return undefined
  // The exponent of a decimal number begins with a letter that is also a hexadecimal digit.
  if (!/^0[xX]/.test(text) && /_[eE]|[eE]_/.test(text)) return undefined
  return text.replaceAll('_', '')
}

function parseHexFloat(text: string): number | undefined {
  const parts = /^([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)$/.exec(text)
  if (!parts) return undefined
  const [, whole = '', fraction = '', exponent = ''] = parts
  if (whole + fraction === '') return undefined
  const value = Number(`0x${whole}${fraction}`) * 2 ** (Number(exponent) - 4 * fraction.length)
  return Number.isFinite(value) ? value : undefined
}

/** Hexadecimal digits as a number of 64 bits without a sign, then as a float64; nothing for what Go's ParseUint refuses. */
export function parseHex(text: string): number | undefined {
  if (!/^[\da-fA-F]+$/.test(text)) return undefined
  const value = BigInt(`0x${text}`)
  return value < 1n << 64n ? Number(value) : undefined
}

const lowest = -(2 ** 63)

/** A float64 as an int64: without its fraction, and the lowest one for what does not fit, as amd64 has it. */
export function toInt64(value: number): bigint {
  return value >= lowest && value < 2 ** 63 ? BigInt(Math.trunc(value)) : -(1n << 63n)
}

/** A float64 as a uint64, as amd64 has it: negative numbers wrap around, and what does not fit is 2^63. */
export function toUint64(value: number): bigint {
  return value >= lowest && value < 2 ** 64
    ? BigInt.asUintN(64, BigInt(Math.trunc(value)))
    : 1n << 63n
}
