import { wrapInt } from '../values.ts'

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
}
const limit = 1n << 63n

/** Reads a duration of Go, `1h30m` or `-1.5s`, as nanoseconds. Absent for what Go refuses, too long ones included. */
export function parseDuration(text: string): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  let rest = text.slice(sign.length)
  if (rest === '0') return 0n
  if (rest === '') return undefined
  let total = 0n
  while (rest !== '') {
    const match = /^(\d*)(?:\.(\d*))?([^\d.]+)/.exec(rest)
    const [all = '', whole = '', fraction = '', name = ''] = match ?? []
    const unit = units[name]
    if (unit === undefined || (whole === '' && fraction === '')) return undefined
    total += BigInt(whole || '0') * unit + part(fraction, unit)
    if (total > limit) return undefined
    rest = rest.slice(all.length)
  }
  if (sign === '-') return -total
  return total === limit ? undefined : total
}

/** Go multiplies fractions as floats. */
function part(fraction: string, unit: bigint): bigint {
  if (fraction === '') return 0n
  const digits = fraction.slice(0, 18)
  return BigInt(Math.trunc(Number(digits) * (Number(unit) / 10 ** digits.length)))
}

/** A duration as Go prints it: `1h30m0s`, `1.5s`, `250ms`. */
export function printDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return '0s'
  const sign = nanoseconds < 0n ? '-' : ''
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds
  if (size < 1_000n) return `${sign}${size.toString()}ns`
  if (size < 1_000_000n) return `${sign}${decimal(size, 3)}µs`
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 6)}ms`
  const seconds = size / 1_000_000_000n
  const shown = decimal((seconds % 60n) * 1_000_000_000n + (size % 1_000_000_000n), 9)
  const minutes = seconds / 60n
  if (minutes === 0n) return `${sign}${shown}s`
  const hours = minutes / 60n
  const rest = `${(minutes % 60n).toString()}m${shown}s`
  return hours === 0n ? sign + rest : `${sign}${hours.toString()}h${rest}`
}

function decimal(value: bigint, places: number): string {
  const digits = value.toString().padStart(places + 1, '0')
  const fraction = digits.slice(-places).replace(/0+$/, '')
  return digits.slice(0, -places) + (fraction && `.${fraction}`)
}

/** Rounds to a multiple of a unit, halves away from zero, as Go's `Duration.Round`. */
export function roundDuration(nanoseconds: bigint, unit: bigint): bigint {
  if (unit <= 0n) return nanoseconds
  const rest = nanoseconds % unit
  const size = rest < 0n ? -rest : rest
  const down = nanoseconds - rest
  if (size * 2n < unit) return down
  return wrapInt(nanoseconds < 0n ? down - unit : down + unit)
}
