import type { YamlNode } from './tree.ts'

/**
 * Calls `act` for a node and all nodes below it, keys included, in the order of the text; `start` is where the node begins. Aliases are
 * not followed. What `skip` is true for is left out with all below it.
 */
export function visitNodes(
  node: YamlNode,
  start: number,
  act: (node: YamlNode, start: number) => void,
  skip: (node: YamlNode) => boolean = () => false,
): void {
  if (skip(node)) return
  act(node, start)
  if (node.kind === 'seq')
    for (const item of node.items) visitNodes(item.value, start + item.valueAt, act, skip)
  if (node.kind !== 'map') return
  for (const entry of node.entries) {
    visitNodes(entry.key, start + entry.keyAt, act, skip)
    visitNodes(entry.value, start + entry.valueAt, act, skip)
  }
}
