import { anySlice, elemOf, kindName } from '../../go/types.ts'
import { GoPanic, GoSlice, list, typeOf, type FunctionCall, type GoValue } from '../../go/values.ts'
import { isDeepEqual } from '../equality.ts'
import { castInt } from './cast.ts'
import { isEmpty } from './empty.ts'
import { num, type SprigTable } from './table.ts'

const nilList = new GoSlice(anySlice, [], true)

/** Both names of a function that Sprig has twice: with `must`, its error is given to the caller. Here both fail alike. */
function twice(names: string, shape: string, call: FunctionCall): SprigTable {
  return Object.fromEntries(names.split(' ').map((name) => [name, [shape, call] as const]))
}

/** Functions of Sprig on lists. */
export const listFunctions: SprigTable = {
  ...twice('list tuple', '(...interface {}) []interface {}', (items) => list(items)),
  ...twice(
    'append push mustAppend mustPush',
    '(interface {}, interface {}) []interface {}',
    ([all = null, item = null]) => list([...itemsOf(all, 'push on'), item]),
  ),
  ...twice(
    'prepend mustPrepend',
    '(interface {}, interface {}) []interface {}',
    ([all = null, item = null]) => list([item, ...itemsOf(all, 'prepend on')]),
  ),
  ...twice(
    'first mustFirst',
    '(interface {}) interface {}',
    ([all = null]) => itemsOf(all, 'find first on')[0] ?? null,
  ),
  ...twice(
    'last mustLast',
    '(interface {}) interface {}',
    ([all = null]) => itemsOf(all, 'find last on').at(-1) ?? null,
  ),
  ...twice('rest mustRest', '(interface {}) []interface {}', ([all = null]) =>
    nonEmpty(itemsOf(all, 'find rest on'), (items) => items.slice(1)),
  ),
  ...twice('initial mustInitial', '(interface {}) []interface {}', ([all = null]) =>
    nonEmpty(itemsOf(all, 'find initial on'), (items) => items.slice(0, -1)),
  ),
  ...twice('reverse mustReverse', '(interface {}) []interface {}', ([all = null]) =>
    list([...itemsOf(all, 'find reverse on')].reverse()),
  ),
  ...twice('compact mustCompact', '(interface {}) []interface {}', ([all = null]) =>
    list(itemsOf(all, 'compact on').filter((item) => !isEmpty(item))),
  ),
  ...twice('uniq mustUniq', '(interface {}) []interface {}', ([all = null]) => {
    const kept: GoValue[] = []
    for (const item of itemsOf(all, 'find uniq on')) if (!includes(kept, item)) kept.push(item)
    return list(kept)
  }),
  ...twice(
    'without mustWithout',
    '(interface {}, ...interface {}) []interface {}',
    ([all = null, ...omitted]) =>
      list(itemsOf(all, 'find without on').filter((item) => !includes(omitted, item))),
  ),
  ...twice('has mustHas', '(interface {}, interface {}) bool', ([needle = null, all = null]) =>
    all === null ? false : includes(itemsOf(all, 'find has on'), needle),
  ),
  ...twice(
    'slice mustSlice',
    '(interface {}, ...interface {}) interface {}',
    ([all = null, ...ends]) => slice(all, ends),
  ),
  concat: [
    '(...interface {}) interface {}',
    (all) => {
      const items = all.flatMap((one) => itemsOf(one, 'concat'))
      return new GoSlice(anySlice, items, items.length === 0)
    },
  ],
  ...twice('chunk mustChunk', '(int, interface {}) [][]interface {}', ([size, all = null]) =>
    chunk(num(size), itemsOf(all, 'chunk')),
  ),
}

function itemsOf(value: GoValue, verb: string): readonly GoValue[] {
  if (value instanceof GoSlice) return value.items
  if (value === null)
    throw new GoPanic('runtime error: invalid memory address or nil pointer dereference')
  throw new GoPanic(`Cannot ${verb} type ${kindName(typeOf(value))}`)
}

function nonEmpty(
  items: readonly GoValue[],
  take: (items: readonly GoValue[]) => readonly GoValue[],
): GoSlice {
  return items.length === 0 ? nilList : list(take(items))
}

function includes(items: readonly GoValue[], item: GoValue): boolean {
  return items.some((other) => isDeepEqual(other, item))
}

function slice(all: GoValue, ends: readonly GoValue[]): GoValue {
  const items = itemsOf(all, 'slice')
  if (!(all instanceof GoSlice) || items.length === 0) return null
  const [start, end] = ends.map((end) => Number(castInt(end)))
  const from = start ?? 0
  const to = ends.length < 2 ? items.length : (end ?? 0)
  if (from < 0 || from > to || to > items.length) {
    throw new GoPanic('reflect.Value.Slice: slice index out of bounds')
  }
  const type = all.type.startsWith('[]') ? all.type : `[]${elemOf(all.type)}`
  return new GoSlice(type, items.slice(from, to))
}

function chunk(size: number, items: readonly GoValue[]): GoSlice {
  const count = size === 0 ? -1 : Math.floor((items.length - 1) / size) + 1
  if (count < 0 || (size < 0 && count > 0)) {
    throw new GoPanic('runtime error: makeslice: len out of range')
  }
  const chunks = Array.from({ length: count }, (_, at) =>
    list(items.slice(at * size, (at + 1) * size)),
  )
  return new GoSlice('[][]interface {}', chunks)
}
