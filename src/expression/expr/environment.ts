import { groupBy } from '../../base/index.ts'
import { compareStrings } from '../go/strings.ts'
import { dict, type GoMap, type GoValue } from '../go/values.ts'

/**
 * Turns dotted names into maps in maps, as Argo does before it evaluates: `inputs.parameters.x` becomes `x` in
 * `parameters` in `inputs`. A name that another one goes on from is left out: `a` beside `a.b`.
 */
export function expandNames(variables: Iterable<readonly [string, GoValue]>): Map<string, GoValue> {
  const sorted = [...variables].sort(([a], [b]) => compareStrings(a, b))
  const kept = sorted.filter(([name], at) => !(sorted[at + 1]?.[0] ?? '').startsWith(`${name}.`))
  return expand(kept.map(([name, value]) => [name.split('.'), value] as const))
}

type Entry = readonly [parts: readonly string[], value: GoValue]

function expand(entries: readonly Entry[]): Map<string, GoValue> {
  const groups = groupBy(entries, ([[first = '']]) => first)
  return new Map([...groups].map(([name, group]) => [name, valueOf(group)] as const))
}

/** The value of a name, or the map of those that go on from it. */
function valueOf(group: readonly Entry[]): GoValue | GoMap {
  const longer = group.flatMap(([parts, value]): Entry[] =>
    parts.length > 1 ? [[parts.slice(1), value]] : [],
  )
  return longer.length > 0 ? dict(expand(longer)) : (group[0]?.[1] ?? null)
}
