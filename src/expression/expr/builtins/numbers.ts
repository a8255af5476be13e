import {
  GoInteger,
  GoPanic,
  GoSlice,
  integerOf,
  typeOf,
  wrapInt,
  type GoValue,
} from '../../go/values.ts'
import { integerUnder, isIntegerType } from '../../go/types.ts'
import { isLess, isNumeric, toFloat, toInt } from '../arithmetic.ts'
import { parseFloat, parseInt } from '../../go/numbers.ts'
import {
  kinded,
  kindOfArgument,
  numberKinds,
  printType,
  typed,
  type ArgumentType,
  type Builtin,
  type Checked,
} from './builtin.ts'

/** Builtins on numbers. */
export const numberBuiltins: Readonly<Record<string, Builtin>> = {
  abs: numeric(
    'abs',
    (types) => types[0] ?? 'interface {}',
    ([x = null]) => {
      if (typeof x === 'number') return Math.abs(x)
      if (typeof x === 'bigint') return wrapInt(x < 0n ? -x : x)
      const size = toInt(x)
      return new GoInteger(typeOf(x), wrapInt(size < 0n ? -size : size))
    },
  ),
  ceil: numeric('ceil', 'float64', ([x = null]) => Math.ceil(toFloat(x))),
  floor: numeric('floor', 'float64', ([x = null]) => Math.floor(toFloat(x))),
  round: numeric('round', 'float64', ([x = null]) => roundHalf(toFloat(x))),
  int: kinded([['interface', 'string', ...numberKinds]], complain('int'), 'int', ([x = null]) =>
    builtinInt(x),
  ),
  float: kinded(
    [['interface', 'string', ...numberKinds]],
    complain('float'),
    'float64',
    ([x = null]) => builtinFloat(x),
  ),
  max: aggregate('max', (args) => extreme('max', args, isLess)),
  min: aggregate('min', (args) => extreme('min', args, (a, b) => isLess(b, a))),
  mean: aggregate('mean', (args) => {
    const all = flatNumbers('mean', args)
    return all.length === 0 ? 0 : all.reduce((sum, value) => sum + value, 0) / all.length
  }),
  median: aggregate('median', (args) => {
    const all = flatNumbers('median', args).sort(byValue)
    const middle = all[Math.floor(all.length / 2)] ?? 0
    return all.length % 2 === 1 ? middle : ((all[all.length / 2 - 1] ?? 0) + middle) / 2
  }),
  bitand: bits('bitand', (x, y) => x & y),
  bitor: bits('bitor', (x, y) => x | y),
  bitxor: bits('bitxor', (x, y) => x ^ y),
  bitnand: bits('bitnand', (x, y) => x & ~y),
  bitshl: bits('bitshl', (x, y) => (shift(y) > 63 ? 0n : x << y)),
  bitshr: bits('bitshr', (x, y) => x >> BigInt(Math.min(shift(y), 63))),
  bitushr: bits('bitushr', (x, y) => (shift(y) > 63 ? 0n : BigInt.asUintN(64, x) >> y)),
  bitnot: typed(['(int) int'], ([x = null]) => ~bitOperand('bitnot', x)),
}

/** The builtin `int`, which Argo also calls `asInt`: takes numbers and their texts. */
export function builtinInt(value: GoValue): bigint {
  if (typeof value === 'string') {
    const parsed = parseInt(value)
    if (parsed !== undefined) return parsed
    throw new GoPanic(`invalid operation: int(${value})`)
  }
  return integerUnder(typeOf(value)) === undefined ? toInt(value) : (integerOf(value) ?? 0n)
}

/** The builtin `float`, which Argo also calls `asFloat`. */
export function builtinFloat(value: GoValue): number {
  if (typeof value !== 'string') return toFloat(value)
  const parsed = parseFloat(value)
  if (parsed !== undefined) return parsed
  throw new GoPanic(`invalid operation: float(${value})`)
}

/** `NaN` comes first. */
function byValue(a: number, b: number): number {
  return Number.isNaN(a) ? -1 : Number.isNaN(b) ? 1 : a - b
}

/** Rounds halves away from zero. */
export function roundHalf(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value))
}

function complain(name: string): (type: ArgumentType) => string {
  return (type) => `invalid argument for ${name} (type ${printType(type)})`
}

function numeric(
  name: string,
  result: string | ((types: readonly ArgumentType[]) => string),
  call: (args: readonly GoValue[]) => GoValue,
): Builtin {
  return kinded([['interface', ...numberKinds]], complain(name), result, (args) => {
    if (isNumeric(args[0] ?? null)) return call(args)
    throw new GoPanic(`invalid argument for ${name} (type ${typeOf(args[0] ?? null)})`)
  })
}

function aggregate(name: string, call: (args: readonly GoValue[]) => GoValue): Builtin {
  const validate = (types: readonly ArgumentType[]): Checked => {
    if (types.length === 0) return { message: `not enough arguments to call ${name}` }
    for (const type of types) {
      const kind = kindOfArgument(type)
      if (['interface', 'array', 'slice'].includes(kind)) return 'interface {}'
      if (!numberKinds.includes(kind)) return { message: complain(name)(type) }
    }
    return types[0] ?? 'interface {}'
  }
  return { validate, call }
}

/** The greatest or the least number among arguments and in lists; nil if there is none. */
function extreme(
  name: string,
  args: readonly GoValue[],
  loses: (a: GoValue, b: GoValue) => boolean,
): GoValue {
  let found: GoValue = null
  for (const arg of args) {
    let value = arg
    if (arg instanceof GoSlice) {
      if (arg.items.some((item) => !(item instanceof GoSlice) && !isNumeric(item)))
        refuse(name, arg)
      value = extreme(name, arg.items, loses)
      if (value === null) continue
    } else if (integerUnder(typeOf(arg)) === undefined && typeof arg !== 'number') {
      if (args.length === 1) return arg
      refuse(name, arg)
    }
    if (found === null || loses(found, value)) found = value
  }
  return found
}

function flatNumbers(name: string, args: readonly GoValue[]): number[] {
  return args.flatMap((arg) => {
    if (arg instanceof GoSlice) return flatNumbers(name, arg.items)
    const whole = integerOf(arg)
    if (whole !== undefined) return [Number(whole)]
    return typeof arg === 'number' ? [arg] : refuse(name, arg)
  })
}

function refuse(name: string, value: GoValue): never {
  throw new GoPanic(`invalid argument for ${name} (type ${typeOf(value)})`)
}

function bits(name: string, operate: (x: bigint, y: bigint) => bigint): Builtin {
  return typed(['(int, int) int'], ([x = null, y = null]) =>
    wrapInt(operate(bitOperand(name, x), bitOperand(name, y))),
  )
}

function bitOperand(name: string, value: GoValue): bigint {
  const whole = integerOf(value)
  if (whole !== undefined && isIntegerType(typeOf(value))) return whole
  throw new GoPanic(`cannot use ${typeOf(value)} as argument (type int) to call ${name}`)
}

function shift(by: bigint): number {
  if (by >= 0n) return Number(by)
  throw new GoPanic(`invalid operation: negative shift count ${by.toString()} (type int)`)
}
