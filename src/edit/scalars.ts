import type { Path } from '../base/index.ts'
import {
  entryOf,
  itemsOf,
  keyText,
  locate,
  valueOf,
  type Address,
  type Located,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from '../yaml/index.ts'

/** A scalar with its place, as `scalarsUnder` gives them. */
export interface PlacedScalar extends Located<YamlScalar> {
  readonly path: Path
}

/**
 * All scalar values at or under an address, in the order of the text; keys and what stands behind aliases are left out. `skip`
 * says which maps are not entered.
 */
export function scalarsUnder(
  tree: YamlTree,
  address: Address,
  skip: (node: YamlNode, path: Path) => boolean = () => false,
): PlacedScalar[] {
  const root = locate(tree, address)
  const found: PlacedScalar[] = []
  const walk = (node: YamlNode, start: number, path: Path): void => {
    if (node.kind === 'scalar') found.push({ node, start, end: start + node.length, path })
    if (node.kind === 'seq') {
      for (const [index, item] of node.items.entries())
        walk(item.value, start + item.valueAt, [...path, index])
    }
    if (node.kind !== 'map' || skip(node, path)) return
    for (const entry of node.entries) {
      const key = keyText(entry)
      // Of duplicate keys only the last one has an address.
      if (key !== undefined && entryOf(node, key) === entry)
        walk(entry.value, start + entry.valueAt, [...path, key])
    }
  }
  if (root !== undefined) walk(root.node, root.start, address.path)
  return found
}

/** Whether a template that is given in place has a step, or an input, of its own with a name: then that name means it. */
export function redefines(
  inline: YamlNode,
  what: 'steps' | 'tasks' | 'inputs' | 'outputs',
  name: string,
  list: 'parameters' | 'artifacts' = 'parameters',
): boolean {
  const own =
    what === 'steps'
      ? itemsOf(valueOf(inline, 'steps')).flatMap(itemsOf)
      : what === 'tasks'
        ? itemsOf(valueOf(valueOf(inline, 'dag'), 'tasks'))
        : itemsOf(valueOf(valueOf(inline, what), list))
  return own.some((item) => {
    const scalar = valueOf(item, 'name')
    return scalar?.kind === 'scalar' && scalar.value === name
  })
}
