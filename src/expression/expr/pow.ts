/**
 * `x` to the power of `y` as Go's `math.Pow` works it out, which multiplies where JavaScript does not: the last digits
 * are those of Go for whole exponents.
 */
export function goPow(x: number, y: number): number {
  if (x === 1 || y === 0) return 1
  if (y === 1) return x
  const isSpecial = x === 0 || !Number.isFinite(x) || !Number.isFinite(y)
  if (isSpecial) return x === -1 && !Number.isNaN(y) ? 1 : Math.pow(x, y)
  if (y === 0.5) return Math.sqrt(x)
  if (y === -0.5) return 1 / Math.sqrt(x)
  let whole = Math.trunc(Math.abs(y))
  let fraction = Math.abs(y) - whole
  if (fraction !== 0 && x < 0) return NaN
  if (whole >= 2 ** 63) return Math.pow(x, y)
  let result = 1
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction--
      whole++
    }
    result = Math.exp(fraction * Math.log(x))
  }
  const powered = wholePower(x, BigInt(whole))
  result *= powered.mantissa
  return y < 0 ? scale(1 / result, -powered.exponent) : scale(result, powered.exponent)
}

/** A number as a mantissa from 0.5 up to 1 and an exponent of 2. */
interface Parts {
  readonly mantissa: number
  readonly exponent: number
}

function partsOf(value: number): Parts {
  let mantissa = value
  let exponent = 0
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2
    exponent++
  }
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2
    exponent--
  }
  return { mantissa, exponent }
}

function wholePower(x: number, power: bigint): Parts {
  let { mantissa: base, exponent: baseExponent } = partsOf(x)
  let mantissa = 1
  let exponent = 0
  for (let left = power; left !== 0n; left >>= 1n) {
    if (Math.abs(baseExponent) > 4096) {
      exponent += baseExponent
      break
    }
    if ((left & 1n) === 1n) {
      mantissa *= base
      exponent += baseExponent
    }
    base *= base
    baseExponent *= 2
    if (base < 0.5) {
      base += base
      baseExponent--
    }
  }
  return { mantissa, exponent }
}

/** `value` times a power of 2, without overflow on the way. */
function scale(value: number, exponent: number): number {
  const { mantissa, exponent: own } = value === 0 ? { mantissa: 0, exponent: 0 } : partsOf(value)
  const total = own + exponent
  if (total > 1024) return mantissa === 0 ? 0 : mantissa * Infinity
  if (total > 1000) return mantissa * 2 ** 24 * 2 ** (total - 24)
  return total < -1000
    ? mantissa * 2 ** -1000 * 2 ** Math.max(total + 1000, -1074)
    : mantissa * 2 ** total
}
