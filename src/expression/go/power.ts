/**
 * Go's math.Pow. JavaScript's `**` differs in special cases (1 to any power is 1 in Go) and in last digits: Go squares the
 * mantissa step by step for the whole part of the exponent, and so do we. Only for a fraction of an exponent the last digit may
 * be another one, since Go's exponential function is not the one here.
 */
export function power(base: number, exponent: number): number {
  if (base === 1) return 1
  if (base === -1 && Math.abs(exponent) === Infinity) return 1
  const size = Math.abs(exponent)
  const special = base === 0 || exponent === 0 || !Number.isFinite(base) || !Number.isFinite(size)
  // Numbers as large as these are even, and their power is 0, 1 or infinite.
  if (special || exponent === 1 || size >= 2 ** 63) return base ** exponent
  if (size === 0.5) return exponent > 0 ? Math.sqrt(base) : 1 / Math.sqrt(base)
  let whole = Math.trunc(size)
  let fraction = size - whole
  if (fraction !== 0 && base < 0) return NaN
  let mantissa = 1
  let scale = 0
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction--
      whole++
    }
    mantissa = Math.exp(fraction * Math.log(base))
  }
  let [part, partScale] = split(base)
  for (let rest = BigInt(whole); rest !== 0n; rest >>= 1n) {
    // It is zero or infinite from here on.
    if (Math.abs(partScale) > 4096) {
      scale += partScale
      break
    }
    if (rest & 1n) {
      mantissa *= part
      scale += partScale
    }
    part *= part
    partScale *= 2
    if (part < 0.5) {
      part += part
      partScale--
    }
  }
  return exponent < 0 ? scaled(1 / mantissa, -scale) : scaled(mantissa, scale)
}

/** A finite number other than 0 as a mantissa from 0.5 up to 1 and a power of two. */
function split(value: number): [mantissa: number, scale: number] {
  let scale = Math.max(-1074, Math.floor(Math.log2(Math.abs(value)))) + 1
  let mantissa = scaled(value, -scale)
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2
    scale++
  }
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2
    scale--
  }
  return [mantissa, scale]
}

/** A number times a power of two, rounded once, however small or large the power is. */
function scaled(value: number, scale: number): number {
  const [whole, rest] =
    scale > 1000 ? [1000, scale - 1000] : scale < -1000 ? [-1000, scale + 1000] : [scale, 0]
  if (rest === 0 || value === 0 || !Number.isFinite(value)) return value * 2 ** whole
  return scaled(value * 2 ** whole, rest)
}
