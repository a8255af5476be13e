import { parseFloat, toInt64 } from '../../go/numbers.ts'
import { printInteger, printValue } from '../../go/print.ts'
import { fromBytes } from '../../go/strings.ts'
import { GoInteger, GoSlice, integerOf, type GoValue } from '../../go/values.ts'

const limit = 1n << 63n

/** Anything as a whole number, as Sprig does: texts may have a base before them, `010` is 8. 0 for what is none. */
export function castInt(value: GoValue): bigint {
  if (typeof value === 'number') return toInt64(value)
  if (typeof value === 'boolean') return value ? 1n : 0n
  if (typeof value === 'string') return parseAnyBase(value) ?? 0n
  const isDuration = value instanceof GoInteger && value.type === 'time.Duration'
  return isDuration ? value.value : (integerOf(value) ?? 0n)
}

/** Anything as a float, 0 for what is none. */
export function castFloat(value: GoValue): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return parseFloat(value) ?? 0
  return Number(castInt(value))
}

/** The same as `int64`. */
export function int64(value: bigint): GoInteger {
  return new GoInteger('int64', BigInt.asIntN(64, value))
}

/** Anything as a text: strings as they are, bytes as the string that they make. */
export function castString(value: GoValue): string {
  if (typeof value === 'string') return value
  if (value instanceof GoInteger) return printInteger(value)
  if (value instanceof GoSlice && value.type === '[]uint8') {
    return fromBytes(Uint8Array.from(value.items, (byte) => Number(integerOf(byte) ?? 0n)))
  }
  return printValue(value)
}

/** A list as texts, nil left out; anything else as the only one. */
export function castStrings(value: GoValue): string[] {
  if (value === null) return []
  if (!(value instanceof GoSlice)) return [castString(value)]
  return value.items.filter((item) => item !== null).map(castString)
}

function parseAnyBase(text: string): bigint | undefined {
  const decimal = /^([-+]?\d*)(?:\.\d*)?$/.exec(text)
  const whole =
    text.includes('.') && decimal ? (decimal[1] ?? '').replace(/^([-+]?)$/, '$10') : text
  const match =
    /^([-+]?)(0[xX]_?[0-9a-fA-F](?:_?[0-9a-fA-F])*|0[bB]_?[01](?:_?[01])*|0[oO]?_?[0-7](?:_?[0-7])*|0|[1-9](?:_?\d)*)$/.exec(
      whole,
    )
  if (!match) return undefined
  const [, sign = '', digits = ''] = match
  const plain = digits.replaceAll('_', '').replace(/^0([0-7])/, '0o$1')
  const value = sign === '-' ? -BigInt(plain) : BigInt(plain)
  return value >= -limit && value < limit ? value : undefined
}
