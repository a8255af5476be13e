import { assertNever } from '../../../base/index.ts'
import { fromJson } from '../../go/json.ts'
import { printValue } from '../../go/print.ts'
import { byteLength, compareStrings } from '../../go/strings.ts'
import { kindName } from '../../go/types.ts'
import { GoInteger, GoMap, GoPanic, GoSlice, list, typeOf, type GoValue } from '../../go/values.ts'
import { passes } from './filter.ts'
import { parseStep } from './parse-step.ts'
import type { PathStep } from './steps.ts'
import { tokenizePath } from './tokenize.ts'

/** What a path leads to in a text of JSON, as Argo's `jsonpath`. Panics where Argo's does. */
export function queryJson(text: string, path: string): GoValue {
  const root = fromJson(text)
  const steps = tokenizePath(path).map(parseStep)
  return new Query(root).follow(root, steps)
}

class Query {
  private readonly root: GoValue

  constructor(root: GoValue) {
    this.root = root
  }

  follow(current: GoValue, [step, ...rest]: readonly PathStep[]): GoValue {
    if (step === undefined) return current
    switch (step.kind) {
      case 'root':
        return this.follow(this.root, rest)
      case 'key':
        return this.follow(keyed(current, step.key), rest)
      case 'length':
        return this.follow(lengthOf(current), rest)
      case 'index':
        return this.follow(indexed(current, step.index), rest)
      case 'wildcard':
        return list(this.each(itemsOf(current, 'wildcard'), rest))
      case 'recursive':
        return list(this.recursive(current, rest))
      case 'range':
        return this.some(ranged(current, step), rest)
      case 'indices':
        return this.some(picked(current, step.indices), rest)
      case 'keys':
        return this.some(pickedKeys(current, step.keys), rest)
      case 'filter': {
        const items = itemsOf(current, 'filter')
        const kept = items.filter((item) => passes(step.filter, (path) => this.find(path, item)))
        return this.some(kept, rest)
      }
      default:
        return assertNever(step)
    }
  }

  private find(path: string, item: GoValue): GoValue {
    const from = path.startsWith('@') ? item : this.root
    return this.follow(from, tokenizePath(path).slice(1).map(parseStep))
  }

  /** An index takes one of what was found; all other steps go on from each. */
  private some(items: readonly GoValue[], rest: readonly PathStep[]): GoValue {
    const [next] = rest
    if (next?.kind === 'index') return this.follow(list(items), rest)
    return list(next === undefined ? items : this.each(items, rest))
  }

  /** Goes on from each item; leaves out where there is nothing. */
  private each(items: readonly GoValue[], rest: readonly PathStep[]): GoValue[] {
    if (rest.length === 0) return [...items]
    return items.map((item) => this.attempt(item, rest)).filter((found) => found !== null)
  }

  private attempt(item: GoValue, rest: readonly PathStep[]): GoValue {
    try {
      return this.follow(item, rest)
    } catch (thrown) {
      if (thrown instanceof GoPanic) return null
      throw thrown
    }
  }

  private recursive(current: GoValue, rest: readonly PathStep[]): GoValue[] {
    if (current === null) return []
    const found = rest.length === 0 ? current : this.attempt(current, rest)
    const isSpread = rest.length > 0 && found instanceof GoSlice
    const here = isSpread ? found.items : found === null ? [] : [found]
    const below = current instanceof GoMap || current instanceof GoSlice ? itemsOf(current, '') : []
    return [...here, ...below.flatMap((item) => this.recursive(item, rest))]
  }
}

/** The items of a list, or the values of a map in the order of its keys. */
function itemsOf(value: GoValue, step: string): readonly GoValue[] {
  if (value instanceof GoSlice) return value.items
  if (!(value instanceof GoMap)) return refuse(step, 'array map slice', value)
  const entries = [...value.entries()]
  entries.sort(([a], [b]) => compareStrings(printValue(a), printValue(b)))
  return entries.map(([, item]) => item)
}

function refuse(step: string, expected: string, value: GoValue): never {
  const got = value === null ? 'nil' : kindName(typeOf(value))
  throw new GoPanic(`${step}: invalid token target. expected [${expected}] got [${got}]`)
}

function keyed(value: GoValue, key: string): GoValue {
  if (!(value instanceof GoMap)) return refuse('key', 'map', value)
  const found = value.get(key)
  if (found === undefined) throw new GoPanic(`key: invalid token key '${key}' not found`)
  return found
}

function lengthOf(value: GoValue): GoValue {
  const length = (count: number): GoInteger => new GoInteger('int64', BigInt(count))
  if (value instanceof GoMap) return value.get('length') ?? length(value.size)
  if (value instanceof GoSlice) return length(value.items.length)
  if (typeof value === 'string') return length(byteLength(value))
  return refuse('length', 'array map slice string', value)
}

function listed(value: GoValue, step: string): readonly GoValue[] {
  return value instanceof GoSlice ? value.items : refuse(step, 'array slice', value)
}

function indexed(value: GoValue, index: number): GoValue {
  const items = listed(value, 'index')
  const item = items[index < 0 ? items.length + index : index]
  if (item === undefined) throw new GoPanic('index: invalid token out of range')
  return item
}

function ranged(
  value: GoValue,
  {
    from,
    to,
    step = 1,
  }: { from: number | undefined; to: number | undefined; step: number | undefined },
): GoValue[] {
  const items = listed(value, 'range')
  const inside = (at: number): number =>
    Math.min(Math.max(at < 0 ? items.length + at : at, 0), items.length)
  const [start, end] = [inside(from ?? 0), inside(to ?? items.length)]
  if (step === 0) throw new GoPanic('range: invalid token out of range')
  const taken: GoValue[] = []
  for (let at = step < 0 ? end - 1 : start; at >= start && at < end; at += step) {
    taken.push(items[at] ?? null)
  }
  return taken
}

function picked(value: GoValue, indices: readonly number[]): GoValue[] {
  const items = listed(value, 'union')
  return indices.flatMap((index) => {
    const item = items[index < 0 ? items.length + index : index]
    return item === undefined ? [] : [item]
  })
}

function pickedKeys(value: GoValue, keys: readonly string[]): GoValue[] {
  if (!(value instanceof GoMap)) return refuse('union', 'map', value)
  return keys.flatMap((key) => {
    const item = value.get(key)
    return item === undefined ? [] : [item]
  })
}
