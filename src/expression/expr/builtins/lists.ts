import { anySlice, elemOf, kindName } from '../../go/types.ts'
import { GoMap, GoPanic, GoSlice, integerOf, list, typeOf, type GoValue } from '../../go/values.ts'
import { isLess } from '../arithmetic.ts'
import { isEqual } from '../equality.ts'
import { fetch, get } from '../fetch.ts'
import { sortValues } from '../sort.ts'
import {
  kinded,
  kindOfArgument,
  listArgument,
  listKinds,
  printType,
  typed,
  type ArgumentType,
  type Builtin,
  type Checked,
} from './builtin.ts'

const anyOf = (message: string) => (type: ArgumentType) => `${message} ${printType(type)}`

/** Builtins on lists and maps that evaluate nothing for each item. */
export const listBuiltins: Readonly<Record<string, Builtin>> = {
  first: end('first', 0n),
  last: end('last', -1n),
  get: { validate: () => 'interface {}', call: ([from = null, key = null]) => get(from, key) },
  take: kinded(
    [listKinds, ['interface', 'int', 'int8', 'int16', 'int32', 'int64']],
    (type, at) =>
      at === 0 ? `cannot take from ${printType(type)}` : `cannot take ${printType(type)} elements`,
    (types) => types[0] ?? 'interface {}',
    take,
  ),
  keys: kinded([['interface', 'map']], anyOf('cannot get keys from'), anySlice, (args) =>
    list(
      mapArgument(args, 'get keys from')
        .entries()
        .map(([key]) => key),
    ),
  ),
  values: kinded([['interface', 'map']], anyOf('cannot get values from'), anySlice, (args) =>
    list(
      mapArgument(args, 'get values from')
        .entries()
        .map(([, value]) => value),
    ),
  ),
  toPairs: kinded(
    [['interface', 'map']],
    (type) => `cannot transform ${printType(type)} to pairs`,
    anySlice,
    (args) => {
      const pairs = mapArgument(args, 'transform').entries()
      const items = pairs.map((pair) => new GoSlice('[2]interface {}', pair))
      return new GoSlice('[][2]interface {}', items)
    },
  ),
  fromPairs: kinded(
    [listKinds],
    (type) => `cannot transform ${printType(type)} from pairs`,
    'map[interface {}]interface {}',
    (args) =>
      new GoMap(
        'map[interface {}]interface {}',
        listArgument(args, 0, 'transform').items.map(pairOf),
      ),
  ),
  reverse: kinded([listKinds], anyOf('cannot reverse'), anySlice, (args, { grow }) => {
    const { items } = listArgument(args, 0, 'reverse')
    grow(items.length)
    return list([...items].reverse())
  }),
  uniq: kinded([listKinds], anyOf('cannot uniq'), anySlice, (args) => {
    const kept: GoValue[] = []
    for (const item of listArgument(args, 0, 'uniq').items) {
      if (!kept.some((other) => isEqual(item, other))) kept.push(item)
    }
    return list(kept)
  }),
  concat: {
    validate: (types): Checked => {
      if (types.length === 0) {
        return { message: 'invalid number of arguments (expected at least 1, got 0)' }
      }
      const wrong = types.find((type) => !listKinds.includes(kindOfArgument(type)))
      const isWrong = types.some((type) => !listKinds.includes(kindOfArgument(type)))
      return isWrong ? { message: `cannot concat ${printType(wrong)}` } : anySlice
    },
    call: (args, { grow }) => {
      const items = args.flatMap((_, at) => listArgument(args, at, 'concat').items)
      grow(items.length)
      return new GoSlice(anySlice, items, items.length === 0)
    },
  },
  flatten: kinded([listKinds], anyOf('cannot flatten'), anySlice, (args, { grow }) => {
    const items = flatten(listArgument(args, 0, 'flatten').items)
    grow(items.length)
    return list(items)
  }),
  sort: typed(
    [
      '([]interface {}, string) []interface {}',
      '([]int, string) []interface {}',
      '([]float64, string) []interface {}',
      '([]string, string) []interface {}',
      '([]interface {}) []interface {}',
      '([]float64) []interface {}',
      '([]string) []interface {}',
      '([]int) []interface {}',
    ],
    (args, { grow }) => {
      const [source, order] = args
      const isKnown =
        source instanceof GoSlice && /^\[\](?:interface \{\}|int|float64|string)$/.test(source.type)
      const descends = args.length === 2 && isDescending(order ?? null)
      if (!isKnown) return new GoSlice(anySlice, [], true)
      const sorted = sortValues(source.items, (a, b) => (descends ? isLess(b, a) : isLess(a, b)))
      grow(sorted.length)
      return new GoSlice(anySlice, sorted)
    },
  ),
}

/** Reads the order of `sort`: `asc` or `desc`. */
function isDescending(order: GoValue): boolean {
  if (typeof order !== 'string') {
    throw new GoPanic(`sort order argument must be a string (got ${typeOf(order)})`)
  }
  if (order !== 'asc' && order !== 'desc') {
    throw new GoPanic(`invalid order ${order}, expected asc or desc`)
  }
  return order === 'desc'
}

/** What cannot be fetched is nil for these two. */
function end(name: string, at: bigint): Builtin {
  const complaint = anyOf(`cannot get ${name} element from`)
  const item = ([type]: readonly ArgumentType[]): string =>
    type === undefined || kindOfArgument(type) === 'interface' ? 'interface {}' : elemOf(type)
  return kinded([listKinds], complaint, item, ([from = null]) => {
    try {
      return fetch(from, at)
    } catch (thrown) {
      if (thrown instanceof GoPanic) return null
      throw thrown
    }
  })
}

function take(args: readonly GoValue[]): GoValue {
  const source = listArgument(args, 0, 'take from')
  const count = integerOf(args[1] ?? null)
  if (count === undefined) {
    throw new GoPanic(`cannot take ${kindName(typeOf(args[1] ?? null))} elements`)
  }
  if (count < 0n) throw new GoPanic('reflect.Value.Slice: slice index out of bounds')
  if (!source.type.startsWith('[]')) {
    throw new GoPanic('reflect.Value.Slice: slice of unaddressable array')
  }
  const size = Number(count > BigInt(source.items.length) ? source.items.length : count)
  return new GoSlice(source.type, source.items.slice(0, size), source.isNil)
}

function mapArgument(args: readonly GoValue[], verb: string): GoMap {
  const value = args[0] ?? null
  if (value instanceof GoMap) return value
  throw new GoPanic(`cannot ${verb} ${value === null ? 'invalid' : kindName(typeOf(value))}`)
}

function pairOf(pair: GoValue): readonly [GoValue, GoValue] {
  if (!(pair instanceof GoSlice)) throw new GoPanic('invalid pair')
  const [key, value] = pair.items
  if (key === undefined || value === undefined || pair.items.length !== 2) {
    throw new GoPanic('invalid pair length')
  }
  return [key, value]
}

function flatten(items: readonly GoValue[]): GoValue[] {
  return items.flatMap((item) => (item instanceof GoSlice ? flatten(item.items) : [item]))
}
