const limit = 1n << 63n

/** Reads a whole number as Go's `Atoi`: decimal, with a sign perhaps. Absent for anything else and what does not fit. */
export function parseInt(text: string): bigint | undefined {
  const match = /^([+-]?)(\d+)$/.exec(text)
  if (!match) return undefined
  const size = BigInt(match[2] ?? '')
  const value = match[1] === '-' ? -size : size
  return value >= -limit && value < limit ? value : undefined
}

/** Reads hexadecimal digits as Go's `ParseUint` with 64 bits, as a float64. Absent for anything else and what does not fit. */
export function parseHex(text: string): number | undefined {
  if (!/^[\da-fA-F]+$/.test(text)) return undefined
  const value = BigInt(`0x${text}`)
  return value < 1n << 64n ? Number(value) : undefined
}

/** Reads a number as Go's `ParseFloat`: `1`, `.5`, `1e3`, `0x1p-2`, `1_000`, `inf`. Absent for anything else and what does not fit. */
export function parseFloat(text: string): number | undefined {
  const [, sign = '', size = ''] = /^([+-]?)(.*)$/s.exec(text) ?? []
  if (/^nan$/i.test(text)) return NaN
  const value = /^inf(?:inity)?$/i.test(size) ? Infinity : parseSize(size)
  return value !== undefined && sign === '-' ? -value : value
}

function parseSize(text: string): number | undefined {
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

/** A float64 as an `int64`, or an `int`, without its fraction: what does not fit is the lowest number, as on amd64. */
export function toInt64(value: number): bigint {
  const fits = value >= -(2 ** 63) && value < 2 ** 63
  return fits ? BigInt(Math.trunc(value)) : -limit
}

/** A float64 as a `uint64`, as on amd64: negative numbers wrap around, and what does not fit is 2^63. */
export function toUint64(value: number): bigint {
  const fits = value >= -(2 ** 63) && value < 2 ** 64
  return fits ? BigInt.asUintN(64, BigInt(Math.trunc(value))) : limit
}
