import { GoPanic, GoSlice, type GoValue } from '../../go/values.ts'
import { printValue } from '../../go/print.ts'
import { power as powerOf } from '../../go/power.ts'
import { castFloat, castInt, int64 } from './cast.ts'
import { decimalSum, decimalProduct } from './decimal.ts'
import { num, str, type SprigTable } from './table.ts'

/** Functions of Sprig on numbers. Whole ones give `int64`. */
export const numberFunctions: SprigTable = {
  atoi: ['(string) int', ([text]) => atoi(str(text))],
  int: ['(interface {}) int', ([x = null]) => castInt(x)],
  int64: ['(interface {}) int64', ([x = null]) => int64(castInt(x))],
  float64: ['(interface {}) float64', ([x = null]) => castFloat(x)],
  toDecimal: ['(interface {}) int64', ([x = null]) => int64(octal(printValue(x)))],
  add1: ['(interface {}) int64', ([x = null]) => int64(castInt(x) + 1n)],
  add: [
    '(...interface {}) int64',
    (all) => int64(all.reduce<bigint>((a, b) => a + castInt(b), 0n)),
  ],
  sub: [
    '(interface {}, interface {}) int64',
    ([a = null, b = null]) => int64(castInt(a) - castInt(b)),
  ],
  div: [
    '(interface {}, interface {}) int64',
    ([a = null, b = null]) => int64(castInt(a) / divisor(b)),
  ],
  mod: [
    '(interface {}, interface {}) int64',
    ([a = null, b = null]) => int64(castInt(a) % divisor(b)),
  ],
  mul: [
    '(interface {}, ...interface {}) int64',
    (all) => int64(all.reduce<bigint>((a, b) => BigInt.asIntN(64, a * castInt(b)), 1n)),
  ],
  add1f: ['(interface {}) float64', ([x = null]) => decimalSum([castFloat(x), 1])],
  addf: ['(...interface {}) float64', (all) => decimalSum([0, ...all.map(castFloat)])],
  subf: [
    '(interface {}, ...interface {}) float64',
    ([first = null, ...rest]) => decimalSum([castFloat(first), ...rest.map((x) => -castFloat(x))]),
  ],
  mulf: ['(interface {}, ...interface {}) float64', (all) => decimalProduct(all.map(castFloat))],
  biggest: ['(interface {}, ...interface {}) int64', (all) => int64(extreme(all, (a, b) => b > a))],
  max: ['(interface {}, ...interface {}) int64', (all) => int64(extreme(all, (a, b) => b > a))],
  min: ['(interface {}, ...interface {}) int64', (all) => int64(extreme(all, (a, b) => b < a))],
  maxf: ['(interface {}, ...interface {}) float64', (all) => Math.max(...all.map(castFloat))],
  minf: ['(interface {}, ...interface {}) float64', (all) => Math.min(...all.map(castFloat))],
  ceil: ['(interface {}) float64', ([x = null]) => Math.ceil(castFloat(x))],
  floor: ['(interface {}) float64', ([x = null]) => Math.floor(castFloat(x))],
  round: ['(interface {}, int, ...float64) float64', round],
  until: ['(int) []int', ([count]) => ints(steps(0, num(count), num(count) < 0 ? -1 : 1))],
  untilStep: [
    '(int, int, int) []int',
    ([from, to, by]) => ints(steps(num(from), num(to), num(by))),
  ],
  seq: ['(...int) string', (params) => sequence(params.map(num)).join(' ')],
}

/** Go gives the nearest number that fits with its error, which Sprig does not look at. */
function atoi(text: string): bigint {
  const match = /^([+-]?)(\d+)$/.exec(text)
  if (!match) return 0n
  const value = BigInt(match[2] ?? '0') * (match[1] === '-' ? -1n : 1n)
  const most = (1n << 63n) - 1n
  return value > most ? most : value < -most - 1n ? -most - 1n : value
}

function octal(text: string): bigint {
  const match = /^([+-]?)([0-7]+)$/.exec(text)
  if (!match) return 0n
  const value = BigInt(`0o${match[2] ?? '0'}`) * (match[1] === '-' ? -1n : 1n)
  return BigInt.asIntN(64, value) === value ? value : 0n
}

function divisor(value: GoValue): bigint {
  const by = castInt(value)
  if (by === 0n) throw new GoPanic('runtime error: integer divide by zero')
  return by
}

function extreme(all: readonly GoValue[], wins: (a: bigint, b: bigint) => boolean): bigint {
  return all.map(castInt).reduce((a, b) => (wins(a, b) ? b : a))
}

/** Halves are rounded up; a third argument says from which fraction on. */
function round([x = null, places, from]: readonly GoValue[]): number {
  const power = powerOf(10, num(places))
  const digit = power * castFloat(x)
  const up = digit - Math.trunc(digit) >= (typeof from === 'number' ? from : 0.5)
  return (up ? Math.ceil(digit) : Math.floor(digit)) / power
}

function ints(items: readonly number[]): GoSlice {
  return new GoSlice('[]int', items.map(BigInt))
}

function steps(from: number, to: number, by: number): number[] {
  const count = Math.ceil((to - from) / by)
  if (by === 0 || count <= 0) return []
  if (count > 1_000_000) throw new GoPanic('memory budget exceeded')
  return Array.from({ length: count }, (_, at) => from + at * by)
}

function sequence(params: readonly number[]): number[] {
  const [first = 0, second = 0, third = 0] = params
  const [from, by, to] =
    params.length === 1
      ? [1, undefined, first]
      : params.length === 2
        ? [first, undefined, second]
        : [first, second, third]
  if (params.length === 0 || params.length > 3) return []
  const direction = to < from ? -1 : 1
  if (direction < 0 && by !== undefined && by > 0) return []
  return steps(from, to + direction, by ?? direction)
}
