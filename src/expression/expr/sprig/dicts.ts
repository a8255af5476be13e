import { compareStrings } from '../../go/strings.ts'
import { anyMap } from '../../go/types.ts'
import {
  dict,
  GoMap,
  GoPanic,
  GoSlice,
  list,
  typeOf,
  Unsupported,
  type GoValue,
} from '../../go/values.ts'
import { castString } from './cast.ts'
import { isEmpty } from './empty.ts'
import { str, type SprigTable } from './table.ts'

/** Functions of Sprig on maps. `set`, `unset` and the merging ones change the map that they are given, as in Go. */
export const dictFunctions: SprigTable = {
  dict: [`(...interface {}) ${anyMap}`, (parts) => dict(pairs(parts))],
  get: [`(${anyMap}, string) interface {}`, ([map, key]) => mapOf(map).get(str(key)) ?? ''],
  set: [
    `(${anyMap}, string, interface {}) ${anyMap}`,
    ([map, key, value = null]) => {
      changeable(map).set(str(key), apart(value, changeable(map)))
      return changeable(map)
    },
  ],
  unset: [
    `(${anyMap}, string) ${anyMap}`,
    ([map, key]) => {
      if (!(map instanceof GoMap)) throw new Unsupported('Go gives a map here that is nil.')
      map.delete(str(key))
      return map
    },
  ],
  hasKey: [`(${anyMap}, string) bool`, ([map, key]) => mapOf(map).get(str(key)) !== undefined],
  pluck: [
    `(string, ...${anyMap}) []interface {}`,
    ([key, ...maps]) =>
      list(maps.map((map) => mapOf(map).get(str(key))).filter((value) => value !== undefined)),
  ],
  keys: [
    `(...${anyMap}) []string`,
    (maps) =>
      new GoSlice(
        '[]string',
        maps.flatMap((map) =>
          mapOf(map)
            .entries()
            .map(([key]) => key),
        ),
      ),
  ],
  values: [
    `(${anyMap}) []interface {}`,
    ([map]) =>
      list(
        mapOf(map)
          .entries()
          .map(([, value]) => value),
      ),
  ],
  pick: [
    `(${anyMap}, ...string) ${anyMap}`,
    ([map, ...keys]) => kept(map, (key) => keys.includes(key)),
  ],
  omit: [
    `(${anyMap}, ...string) ${anyMap}`,
    ([map, ...keys]) => kept(map, (key) => !keys.includes(key)),
  ],
  merge: [
    `(${anyMap}, ...${anyMap}) interface {}`,
    ([into, ...from]) => merge(mapOf(into), from, false),
  ],
  mustMerge: [
    `(${anyMap}, ...${anyMap}) interface {}`,
    ([into, ...from]) => merge(mapOf(into), from, false),
  ],
  mergeOverwrite: [
    `(${anyMap}, ...${anyMap}) interface {}`,
    ([into, ...from]) => merge(mapOf(into), from, true),
  ],
  mustMergeOverwrite: [
    `(${anyMap}, ...${anyMap}) interface {}`,
    ([into, ...from]) => merge(mapOf(into), from, true),
  ],
  dig: ['(...interface {}) interface {}!', dig],
  deepCopy: ['(interface {}) interface {}', ([value = null]) => copyOf(value)],
  mustDeepCopy: ['(interface {}) interface {}!', ([value = null]) => copyOf(value)],
}

/** A map that is to be changed: Go takes nil for an empty one, into which nothing can be put. */
function changeable(value: GoValue | undefined): GoMap {
  if (value instanceof GoMap) return value
  throw new GoPanic('assignment to entry in nil map')
}

/** An argument that the signature says is a map; nil is an empty one. */
function mapOf(value: GoValue | undefined): GoMap {
  return value instanceof GoMap ? value : new GoMap(anyMap)
}

/** A value that is put into a map. Go lets a map hold itself, and fails or never ends when it is printed. */
function apart(value: GoValue, map: GoMap): GoValue {
  if (holds(value, map)) throw new Unsupported('A map that holds itself is not supported here.')
  return value
}

function holds(value: GoValue, map: GoMap): boolean {
  if (value === map) return true
  if (value instanceof GoSlice) return value.items.some((item) => holds(item, map))
  return value instanceof GoMap && value.entries().some(([, item]) => holds(item, map))
}

function pairs(parts: readonly GoValue[]): [string, GoValue][] {
  const made: [string, GoValue][] = []
  for (let at = 0; at < parts.length; at += 2) {
    made.push([castString(parts[at] ?? null), at + 1 < parts.length ? (parts[at + 1] ?? null) : ''])
  }
  return made
}

function kept(map: GoValue | undefined, keep: (key: GoValue) => boolean): GoMap {
  return new GoMap(
    anyMap,
    mapOf(map)
      .entries()
      .filter(([key]) => keep(key)),
  )
}

/** Puts in what is not there or empty, or everything; maps in both are merged in turn. */
function merge(into: GoMap, from: readonly GoValue[], overwrites: boolean): GoMap {
  for (const source of from) {
    const entries = [...mapOf(source).entries()]
    entries.sort(([a], [b]) => compareStrings(castString(a), castString(b)))
    for (const [key, value] of entries) {
      const there = into.get(key)
      if (value instanceof GoSlice || there instanceof GoSlice) {
        throw new Unsupported('Merging maps with lists in them is not supported here.')
      }
      if (there instanceof GoMap && value instanceof GoMap) merge(there, [value], overwrites)
      else if (value === null ? overwrites : overwrites || there === undefined || isEmpty(there))
        into.set(key, apart(value, into))
    }
  }
  return into
}

function dig(path: readonly GoValue[]): GoValue {
  if (path.length < 3) throw new GoPanic('dig needs at least three arguments')
  const keys = path.slice(0, -2)
  const fallback = path.at(-2) ?? null
  let at: GoValue = path.at(-1) ?? null
  for (const key of keys) {
    if (!(at instanceof GoMap) || at.type !== anyMap || typeof key !== 'string') {
      throw new GoPanic(`interface conversion: interface {} is ${typeOf(at)}, not ${anyMap}`)
    }
    const next: GoValue | undefined = at.get(key)
    if (next === undefined) return fallback
    at = next
  }
  return at
}

function copyOf(value: GoValue): GoValue {
  if (value === null) throw new GoPanic('reflect: call of reflect.Value.Type on zero Value')
  return copy(value)
}

function copy(value: GoValue): GoValue {
  if (value instanceof GoSlice) return new GoSlice(value.type, value.items.map(copy), value.isNil)
  if (!(value instanceof GoMap)) return value
  return new GoMap(
    value.type,
    value.entries().map(([key, item]) => [key, copy(item)] as const),
  )
}
