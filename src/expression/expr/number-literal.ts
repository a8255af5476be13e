const limit = 1n << 63n

/**
 * A number as expr-lang writes it: whole ones are `bigint`, those with a point or an exponent floats. `_` may stand
 * between digits, and `0x`, `0o` and `0b` begin other bases. What does not fit is refused.
 */
export function parseNumber(text: string): bigint | number | { readonly message: string } {
  const digits = text.replaceAll('_', '').toLowerCase()
  const base = /^0([xob])/.exec(digits)?.[1]
  if (base === 'x' || !/[.e]/.test(digits)) {
    const name = base === 'x' ? 'hex' : base === 'b' ? 'binary' : base === 'o' ? 'octal' : 'integer'
    return wholeNumber(digits, base) ?? { message: `invalid ${name} literal: ${text}` }
  }
  const value = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(digits) ? Number(digits) : Infinity
  return Number.isFinite(value) ? value : { message: `invalid float literal: ${text}` }
}

function wholeNumber(digits: string, base: string | undefined): bigint | undefined {
  const isWhole = base === undefined ? /^\d+$/.test(digits) : /^0[xob][0-9a-f]+$/.test(digits)
  if (
    !isWhole ||
    (base === 'o' && /[89]/.test(digits)) ||
    (base === 'b' && /[2-9]/.test(digits.slice(2)))
  )
    return undefined
  const value = BigInt(base === undefined ? digits.replace(/^0+(?=\d)/, '') : digits)
  return value < limit ? value : undefined
}
