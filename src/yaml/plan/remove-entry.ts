import { err, ok, type TextRange } from '../../base/index.ts'
import { lineEnd } from '../lines.ts'
import { entryOf, keyText, locateKey } from '../locate.ts'
import type { Address, Located, YamlEntry, YamlMap, YamlTree } from '../tree.ts'
import { minimalChange, wayTo, type Plan } from './change.ts'
import { extentOf } from './extent.ts'
import { isPlainSafe, printQuoted } from './print.ts'

/**
 * Plans to remove the key at the end of an address from its map, with its value and the comments that are its own; every one of it where it
 * is written more than once. A map that would be left empty becomes `{}`. Nothing changes when the key is not there.
 */
export function removeEntry(tree: YamlTree, address: Address): Plan {
  const key = address.path.at(-1)
  const way = wayTo(tree, { document: address.document, path: address.path.slice(0, -1) })
  if (!way.ok) return way
  const map = way.value.at(-1)
  if (map?.node.kind !== 'map' || typeof key !== 'string') return ok([])
  return without({ ...map, node: map.node }, (entry) => keyText(entry) === key, tree.text)
}

/** Plans to remove a key wherever its map has it before the last time, which is the one that counts. */
export function removeShadowed(tree: YamlTree, address: Address): Plan {
  const key = address.path.at(-1)
  const way = wayTo(tree, { document: address.document, path: address.path.slice(0, -1) })
  if (!way.ok) return way
  const map = way.value.at(-1)
  if (map?.node.kind !== 'map' || typeof key !== 'string') return ok([])
  const last = entryOf(map.node, key)
  const isShadowed = (entry: YamlEntry): boolean => keyText(entry) === key && entry !== last
  return without({ ...map, node: map.node }, isShadowed, tree.text)
}

function without(
  { node, start, end }: Located<YamlMap>,
  isGone: (entry: YamlEntry) => boolean,
  text: string,
): Plan {
  if (node.entries.every(isGone)) {
    if (node.entries.length === 0) return ok([])
    const from = start + (node.props?.length ?? 0)
    return ok([{ from, to: end, insert: '{}' }])
  }
  const changes = node.entries.flatMap((entry, index) => {
    const before = node.entries[index - 1]
    if (!isGone(entry) || (before !== undefined && isGone(before))) return []
    const behind = node.entries.slice(index)
    const next = behind.find((other) => !isGone(other))
    const last = next === undefined ? behind.at(-1) : behind[behind.indexOf(next) - 1]
    const run = {
      from: start + entry.at,
      to: start + endOf(last ?? entry),
      next: next && start + next.at,
    }
    const range = node.flow
      ? rangeInFlow(run, before && start + endOf(before))
      : rangeInBlock(text, run)
    return [{ ...range, insert: '' }]
  })
  return ok(changes)
}

/** Entries that go and stand beside each other, and where the next one begins, which stays. */
interface Run extends TextRange {
  readonly next: number | undefined
}

function rangeInFlow({ from, to, next }: Run, before: number | undefined): TextRange {
  return next === undefined ? { from: before ?? from, to } : { from, to: next }
}

function rangeInBlock(text: string, { from, to, next }: Run): TextRange {
  const extent = extentOf(text, from, to)
  if (!extent.sharesLine) return { from: extent.from, to: extent.to }
  // The first key stands behind a dash: what follows takes its place, unless comments stand between them.
  const after = next ?? extent.to
  const isNear = /^\s*$/.test(text.slice(extent.to, after))
  return { from: extent.at, to: isNear ? after : lineEnd(text, to) }
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

function endOf(entry: YamlEntry): number {
  return Math.max(entry.keyAt + entry.key.length, entry.valueAt + entry.value.length)
}
