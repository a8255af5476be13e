import type { Path } from '../../src/base/index.ts'
import type { JsonValue, YamlNode } from '../../src/yaml/index.ts'

export interface Place {
  readonly path: Path
  readonly node: YamlNode
}

/** Every node of a document with its path, the root first. Keys that are not scalars are left out. */
export function placesOf(root: YamlNode): Place[] {
  const places: Place[] = []
  const walk = (node: YamlNode, path: Path): void => {
    places.push({ path, node })
    if (node.kind === 'seq')
      node.items.forEach((item, index) => {
        walk(item.value, [...path, index])
      })
    if (node.kind === 'map') {
      const keys = node.entries.map(({ key }) => (key.kind === 'scalar' ? key.value : undefined))
      node.entries.forEach((entry, index) => {
        const key = keys[index]
        if (key !== undefined && keys.lastIndexOf(key) === index) walk(entry.value, [...path, key])
      })
    }
  }
  walk(root, [])
  return places
}

/** A copy of a value in which the one at a path is what `change` makes of it; `undefined` removes a key or item. */
export function withChanged(
  value: JsonValue,
  path: Path,
  change: (old: JsonValue | undefined) => JsonValue | undefined,
): JsonValue {
  const [part, ...rest] = path
  if (part === undefined) return change(value) ?? null
  if (Array.isArray(value) && typeof part === 'number') {
    return value.flatMap((item: JsonValue, index) => {
      if (index !== part) return [item]
      const changed = rest.length === 0 ? change(item) : withChanged(item, rest, change)
      return changed === undefined ? [] : [changed]
    })
  }
  const object: Record<string, JsonValue> =
    value !== null && typeof value === 'object' ? ({ ...value } as Record<string, JsonValue>) : {}
  const old = object[part]
  const changed = rest.length === 0 ? change(old) : withChanged(old ?? null, rest, change)
  const others = Object.entries(object).filter(([key]) => key !== part)
  if (changed === undefined) return Object.fromEntries(others)
  return { ...object, [part]: changed }
}
