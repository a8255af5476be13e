import { err, ok } from '../../base/index.ts'
import { lineEnd } from '../lines.ts'
import { entryOf, keyText, locateKey } from '../locate.ts'
import type { Address, Located, YamlEntry, YamlMap, YamlTree } from '../tree.ts'
import { minimalChange, wayTo, type Plan } from './change.ts'
import { extentOf } from './extent.ts'
import { isPlainSafe, printQuoted } from './print.ts'

/**
 * Plans to remove the key at the end of an address from its map, with its value and the comments that are its own. A map that would be
 * left empty becomes `{}`. Nothing changes when the key is not there.
 */
export function removeEntry(tree: YamlTree, address: Address): Plan {
  const key = address.path.at(-1)
  const way = wayTo(tree, { document: address.document, path: address.path.slice(0, -1) })
  if (!way.ok) return way
  const map = way.value.at(-1)
  if (map?.node.kind !== 'map' || typeof key !== 'string') return ok([])
  const { node, start, end } = map
  const index = node.entries.findLastIndex((entry) => keyText(entry) === key)
  const entry = node.entries[index]
  if (entry === undefined) return ok([])
  if (node.entries.length === 1) {
    const from = start + (node.props?.length ?? 0)
    return ok([{ from, to: end, insert: '{}' }])
  }
  return node.flow
    ? removeFromFlow({ node, start, end }, index)
    : removeFromBlock(tree.text, { node, start, end }, entry, node.entries[index + 1])
}

/** Plans to rename the key at the end of an address. Refused when its map has the new key already. */
export function renameKey(tree: YamlTree, address: Address, name: string): Plan {
  const key = address.path.at(-1)
  const way = wayTo(tree, { document: address.document, path: address.path.slice(0, -1) })
  if (!way.ok) return way
  const map = way.value.at(-1)
  if (map?.node.kind !== 'map') return err('There is no such key.')
  const { node } = map
  const found = typeof key === 'string' ? locateKey({ ...map, node }, key) : undefined
  if (found === undefined) return err('There is no such key.')
  if (key === name) return ok([])
  if (entryOf(node, name) !== undefined) return err(`There is a key ${name} already.`)
  const from = found.start + (found.node.props?.length ?? 0)
  const style = found.node.kind === 'scalar' ? found.node.style : 'plain'
  const plain = style === 'plain' && isPlainSafe(name, node.flow)
  const insert = plain ? name : printQuoted(name, style === 'single' ? 'single' : 'double')
  return ok(minimalChange(tree.text, { from, to: found.end, insert }))
}

function removeFromFlow(map: Located<YamlMap>, index: number): Plan {
  const { entries } = map.node
  const entry = entries[index]
  const next = entries[index + 1]
  const before = entries[index - 1]
  if (entry === undefined) return ok([])
  if (next !== undefined)
    return ok([{ from: map.start + entry.at, to: map.start + next.at, insert: '' }])
  const from = map.start + (before === undefined ? entry.at : endOf(before))
  return ok([{ from, to: map.start + endOf(entry), insert: '' }])
}

function removeFromBlock(
  text: string,
  map: Located<YamlMap>,
  entry: YamlEntry,
  next: YamlEntry | undefined,
): Plan {
  const extent = extentOf(text, map.start + entry.at, map.start + endOf(entry))
  if (!extent.sharesLine) return ok([{ from: extent.from, to: extent.to, insert: '' }])
  // The first key stands behind a dash: what follows takes its place, unless comments stand between them.
  const after = next === undefined ? extent.to : map.start + next.at
  if (/^\s*$/.test(text.slice(extent.to, after)))
    return ok([{ from: extent.at, to: after, insert: '' }])
  const end = lineEnd(text, map.start + endOf(entry))
  return ok([{ from: extent.at, to: end, insert: '' }])
}

function endOf(entry: YamlEntry): number {
  return Math.max(entry.keyAt + entry.key.length, entry.valueAt + entry.value.length)
}
