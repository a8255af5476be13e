import type { TextRange } from '../../base/index.ts'
import { toBytes } from '../go/strings.ts'
import { kindName } from '../go/types.ts'
import { GoInteger, GoMap, GoPanic, GoSlice, list, typeOf, type GoValue } from '../go/values.ts'
import { calculate, isLess } from './arithmetic.ts'
import { sortValues } from './sort.ts'
import type { ExprBuiltin, ExprNode } from './tree.ts'

/** What `#`, `#index` and `#acc` mean while one item is looked at. */
export interface Round {
  /** Panics where there are items that cannot be had. */
  readonly item: () => GoValue
  readonly index: number
  readonly accumulator?: GoValue
}

/** What the evaluator offers to builtins that go through a list. */
export interface RoundEvaluator {
  evaluate: (node: ExprNode) => GoValue
  inRound: (round: Round, node: ExprNode) => GoValue
  bool: (node: ExprNode, value: GoValue) => boolean
  push: (value: GoValue) => void
  take: (count: number) => readonly GoValue[]
  grow: (size: number) => void
  at: <T>(
    range: TextRange,
    operands: readonly { range: TextRange; value: GoValue }[],
    run: () => T,
  ) => T
}

type Run = (loop: Loop) => GoValue

/** One builtin on its way through a list. */
interface Loop {
  readonly evaluator: RoundEvaluator
  readonly node: ExprBuiltin
  readonly items: Items
  /** What the predicate gives for an item; the item itself if there is no predicate. */
  readonly value: (index: number) => GoValue
  readonly test: (index: number) => boolean
}

/** Runs a builtin that evaluates something for each item. Absent for other builtins. */
export function runPredicate(evaluator: RoundEvaluator, node: ExprBuiltin): GoValue | undefined {
  const run = runs.get(node.name)
  const [source, predicate] = node.args
  if (!run || !source) return undefined
  const collection = evaluator.evaluate(source)
  const operands = [{ range: source.range, value: collection }]
  const items = evaluator.at(source.range, operands, () => itemsOf(collection))
  const value = (index: number): GoValue => {
    if (predicate) return evaluator.inRound(roundAt(loop, index), predicate)
    return itemAt(loop, index)
  }
  const test = (index: number): boolean => evaluator.bool(predicate ?? source, value(index))
  const loop: Loop = { evaluator, node, items, value, test }
  return run(loop)
}

/** What a builtin goes through: so many items, each by its index. */
interface Items {
  readonly length: number
  readonly at: (index: number) => GoValue
}

/** Go's reflection goes through strings byte by byte. Maps it can count, but has no items by index. */
function itemsOf(collection: GoValue): Items {
  if (collection instanceof GoSlice) return listed(collection.items)
  if (typeof collection === 'string') {
    return listed(Array.from(toBytes(collection), (byte) => new GoInteger('uint8', BigInt(byte))))
  }
  if (collection instanceof GoMap) {
    const at = (): never => {
      throw new GoPanic('reflect: call of reflect.Value.Index on map Value')
    }
    return { length: collection.size, at }
  }
  const kind = collection === null ? 'zero' : kindName(typeOf(collection))
  throw new GoPanic(`reflect: call of reflect.Value.Len on ${kind} Value`)
}

function listed(items: readonly GoValue[]): Items {
  return { length: items.length, at: (index) => items[index] ?? null }
}

function itemAt({ evaluator, node, items }: Loop, index: number): GoValue {
  return evaluator.at(node.range, [], () => items.at(index))
}

function roundAt(loop: Loop, index: number, accumulator?: GoValue): Round {
  const item = (): GoValue => itemAt(loop, index)
  return accumulator === undefined ? { item, index } : { item, index, accumulator }
}

const indices = ({ items }: Loop): number[] => Array.from({ length: items.length }, (_, at) => at)

const runs: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['all', (loop) => indices(loop).every(loop.test)],
  ['none', (loop) => !indices(loop).some(loop.test)],
  ['any', (loop) => indices(loop).some(loop.test)],
  ['one', (loop) => indices(loop).filter(loop.test).length === 1],
  ['filter', filter],
  ['map', map],
  ['count', count],
  ['sum', sum],
  ['find', (loop) => found(loop, indices(loop).find(loop.test))],
  ['findLast', (loop) => found(loop, findLast(loop))],
  ['findIndex', (loop) => indexOf(indices(loop).find(loop.test))],
  ['findLastIndex', (loop) => indexOf(findLast(loop))],
  ['groupBy', groupBy],
  ['sortBy', sortBy],
  ['reduce', reduce],
])

/** Makes a list of the last values of the stack. */
function made({ evaluator, node }: Loop, size: number): GoSlice {
  evaluator.at(node.range, [], () => evaluator.grow(size))
  return list(evaluator.take(size))
}

function map(loop: Loop): GoSlice {
  for (const index of indices(loop)) loop.evaluator.push(loop.value(index))
  return made(loop, loop.items.length)
}

/** What is kept of an item: the item, or what a `map` around the filter makes of it. */
function kept(loop: Loop, index: number): GoValue {
  const body = loop.node.shortcut?.body
  return body ? loop.evaluator.inRound(roundAt(loop, index), body) : itemAt(loop, index)
}

function filter(loop: Loop): GoSlice {
  let size = 0
  for (const index of indices(loop)) {
    if (!loop.test(index)) continue
    loop.evaluator.push(kept(loop, index))
    size++
  }
  return made(loop, size)
}

/** Leaves a value on the stack for each item that it looks at, as expr-lang's machine does. */
function findLast(loop: Loop): number | undefined {
  for (const index of indices(loop).reverse()) {
    loop.evaluator.push(true)
    if (loop.test(index)) return index
  }
  loop.evaluator.push(false)
  return undefined
}

function count(loop: Loop): bigint {
  const enough = loop.node.shortcut?.enough
  let seen = 0n
  for (const index of indices(loop)) {
    if (loop.test(index)) seen++
    if (seen === enough) break
  }
  return seen
}

function sum(loop: Loop): GoValue {
  const { evaluator, node } = loop
  let total: GoValue = 0n
  for (const index of indices(loop)) {
    const value = loop.value(index)
    const before: GoValue = total
    const operands = [{ range: node.range, value }]
    total = evaluator.at(node.range, operands, (): GoValue => calculate('+', value, before))
  }
  return total
}

function found(loop: Loop, index: number | undefined): GoValue {
  if (index !== undefined) return kept(loop, index)
  if (!loop.node.shortcut?.throws) return null
  return fail(loop, 'reflect: slice index out of range')
}

function fail({ evaluator, node }: Loop, message: string): never {
  return evaluator.at(node.range, [], () => {
    throw new GoPanic(message)
  })
}

function indexOf(index: number | undefined): GoValue {
  return index === undefined ? null : BigInt(index)
}

function groupBy(loop: Loop): GoMap {
  const { evaluator, node } = loop
  const groups = new GoMap('map[interface {}][]interface {}')
  for (const index of indices(loop)) {
    const key = loop.value(index)
    evaluator.at(node.range, [{ range: node.range, value: key }], () => {
      const group = groups.get(key)
      const before = group instanceof GoSlice ? group.items : []
      groups.set(key, list([...before, itemAt(loop, index)]))
    })
  }
  return groups
}

function sortBy(loop: Loop): GoSlice {
  const { evaluator, node } = loop
  const orderNode = node.args[2]
  const order = orderNode ? evaluator.inRound(roundAt(loop, 0), orderNode) : 'asc'
  if (typeof order !== 'string') return fail(loop, 'sortBy order argument must be a string')
  if (order !== 'asc' && order !== 'desc') return fail(loop, 'unknown order, use asc or desc')
  const keyed = indices(loop).map((index) => {
    const key = loop.value(index)
    return { key, item: itemAt(loop, index) }
  })
  return evaluator.at(node.range, [], () => {
    const sorted = sortValues(keyed, (a, b) =>
      order === 'desc' ? isLess(b.key, a.key) : isLess(a.key, b.key),
    )
    evaluator.grow(sorted.length)
    return list(sorted.map(({ item }) => item))
  })
}

function reduce(loop: Loop): GoValue {
  const { evaluator, node, items } = loop
  const [, predicate, initial] = node.args
  let accumulator: GoValue
  if (initial) {
    accumulator = evaluator.inRound(roundAt(loop, 0), initial)
  } else {
    if (items.length === 0) return fail(loop, 'reduce of empty array with no initial value')
    accumulator = itemAt(loop, 0)
  }
  for (const index of indices(loop).slice(initial ? 0 : 1)) {
    if (!predicate) break
    accumulator = evaluator.inRound(roundAt(loop, index, accumulator), predicate)
  }
  return accumulator
}
