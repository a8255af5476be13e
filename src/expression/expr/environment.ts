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

function expand(entries: readonly (readonly [readonly string[], GoValue])[]): Map<string, GoValue> {
  const groups = new Map<string, (readonly [readonly string[], GoValue])[]>()
  for (const [[first = '', ...rest], value] of entries) {
    groups.set(first, [...(groups.get(first) ?? []), [rest, value]])
  }
  return new Map([...groups].map(([name, group]) => [name, valueOf(group)] as const))
}

function valueOf(group: readonly (readonly [readonly string[], GoValue])[]): GoValue | GoMap {
  const longer = group.filter(([rest]) => rest.length > 0)
  return longer.length > 0 ? dict(expand(longer)) : (group[0]?.[1] ?? null)
}
