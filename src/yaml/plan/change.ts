import { commonEnds, err, ok, type Result, type TextChange } from '../../base/index.ts'
import { entryOf, locateAll, valueOf, wholeAt } from '../locate.ts'
import { anchorsOf } from '../marks.ts'
import type { Address, Located, YamlNode, YamlTree } from '../tree.ts'

/** What an address leads through, or to, that is written elsewhere and shared. */
export interface SharedText {
  /** In words why nothing can be set there. */
  readonly message: string
  readonly anchor: string
  /** Where the alias stands, or the map that merges the anchor. */
  readonly at: Address
  /** The key that comes through `<<` from the anchor; nothing for an alias. */
  readonly merged?: string
}

/** Changes of the text, or why they cannot be made: in words, or what is shared with other places. */
export type Plan = Result<readonly TextChange[], string | SharedText>

/** Cuts from a change what the text has already, so that only what really differs is touched. */
export function minimalChange(text: string, change: TextChange): TextChange[] {
  const { prefix, suffix } = commonEnds(text, change)
  const from = change.from + prefix
  const to = change.to - suffix
  const insert = change.insert.slice(prefix, change.insert.length - suffix)
  return from === to && insert === '' ? [] : [{ from, to, insert }]
}

/**
 * The nodes on the way to an address, the root first and the addressed one last. Refused when there is no such place, or when
 * it lies behind an alias: what is written there is written elsewhere and shared.
 */
export function wayTo(
  tree: YamlTree,
  address: Address,
): Result<readonly Located[], string | SharedText> {
  const chain = locateAll(tree, address)
  if (chain.length === address.path.length + 1) return ok(chain)
  const shared = sharedMessage(tree, address)
  if (shared !== undefined) return err(shared)
  return err(`There is no ${address.path.join('.')} in the file.`)
}

/**
 * Why nothing can be set at or below an address: something on the way is an alias, or comes through a merge key. A key that is merged
 * itself can be set: its map then says it beside `<<`. Nothing when all is written here.
 */
export function sharedMessage(tree: YamlTree, address: Address): SharedText | undefined {
  const { document, path } = address
  const chain = locateAll(tree, address)
  const depth = chain.length - 1
  const node = chain.at(-1)?.node
  const at = { document, path: path.slice(0, depth) }
  if (node?.kind === 'alias') {
    const where = at.path.join('.')
    const message = `${where} is the alias *${node.name}, so it is shared with other places. Change it where &${node.name} is defined, or replace the alias by its own text first.`
    return { message, anchor: node.name, at }
  }
  const key = path[depth]
  const anchor = depth + 1 < path.length ? mergedFrom(tree, document, node, key) : undefined
  if (anchor === undefined || typeof key !== 'string') return undefined
  const where = [...at.path, key].join('.')
  const message = `${where} comes through << from &${anchor}, so it is shared with other places. Change it where &${anchor} is defined, or write ${key} here first.`
  return { message, anchor, at, merged: key }
}

/** The anchor that a map merges and that has a key. */
function mergedFrom(
  tree: YamlTree,
  document: number,
  node: YamlNode | undefined,
  key: string | number | undefined,
): string | undefined {
  if (node?.kind !== 'map' || typeof key !== 'string') return undefined
  const root = wholeAt(tree, document)
  const merge = entryOf(node, '<<')?.value
  if (root === undefined || merge === undefined) return undefined
  const anchors = anchorsOf(root.root)
  const sources = merge.kind === 'seq' ? merge.items.map(({ value }) => value) : [merge]
  for (const source of sources) {
    if (source.kind !== 'alias') continue
    if (valueOf(anchors.get(source.name), key) !== undefined) return source.name
  }
  return undefined
}
