import { Unsupported } from './values.ts'

const limit = 1n << 63n

/** Reads a whole number as Go's `Atoi`: decimal, with a sign perhaps. Absent for anything else and what does not fit. */
export function parseInt(text: string): bigint | undefined {
  const match = /^([+-]?)(\d+)$/.exec(text)
  if (!match) return undefined
  const size = BigInt(match[2] ?? '')
  const value = match[1] === '-' ? -size : size
  return value >= -limit && value < limit ? value : undefined
}

/** Reads a number as Go's `ParseFloat`: `1`, `.5`, `1e3`, `inf`. Absent for anything else and what does not fit. */
export function parseFloat(text: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) {
    const value = Number(text)
    return Number.isFinite(value) ? value : undefined
  }
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text)
  if (infinite) return infinite[1] === '-' ? -Infinity : Infinity
  if (/^nan$/i.test(text)) return NaN
  if (/^[+-]?0x/i.test(text)) throw new Unsupported('Floats in hexadecimal are not supported here.')
  return undefined
}

/** A float as `int`, as processors of the x86 family do it: what does not fit is the least number. */
export function truncateToInt(value: number): bigint {
  const fits = value >= -(2 ** 63) && value < 2 ** 63
  return fits ? BigInt(Math.trunc(value)) : -limit
}
