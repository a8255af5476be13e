import type { Path } from '../base/index.ts'
import type {
  Address,
  Located,
  YamlDocument,
  YamlEntry,
  YamlMap,
  YamlNode,
  YamlTree,
} from './tree.ts'

/** The entry of a key; of duplicate keys the last one, which is the one that counts in Go. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  for (let index = map.entries.length - 1; index >= 0; index--) {
    const entry = map.entries[index]
    if (entry !== undefined && keyText(entry) === key) return entry
  }
  return undefined
}

/** The text of an entry's key; nothing for keys that are not scalars. */
export function keyText(entry: YamlEntry): string | undefined {
  return entry.key.kind === 'scalar' ? entry.key.value : undefined
}

/** The value under a key of a map; nothing when the node is no map or has no such key. */
export function valueOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? entryOf(node, key)?.value : undefined
}

/** From this length on it is worth while to make the list of values once. */
const LONG = 32
const values = new WeakMap<YamlNode, readonly YamlNode[]>()

/** The nodes of a sequence; none when the node is no sequence. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node?.kind !== 'seq') return []
  if (node.items.length < LONG) return node.items.map((item) => item.value)
  const known = values.get(node)
  if (known !== undefined) return known
  const made = node.items.map((item) => item.value)
  values.set(node, made)
  return made
}

/** The root node of a document with its place in the stream. */
export function locateRoot(document: YamlDocument): Located {
  const start = document.at + document.rootAt
  return { node: document.root, start, end: start + document.root.length }
}

/** A child of a located node, by key or index. Does not look through aliases. */
export function locateChild(parent: Located, part: string | number): Located | undefined {
  const { node, start } = parent
  const child =
    node.kind === 'map' && typeof part === 'string'
      ? entryOf(node, part)
      : node.kind === 'seq' && typeof part === 'number'
        ? node.items[part]
        : undefined
  if (child === undefined) return undefined
  const from = start + child.valueAt
  return { node: child.value, start: from, end: from + child.value.length }
}

/** The node at an address, or nothing if the text has no such place. Does not look through aliases. */
export function locate(tree: YamlTree, address: Address): Located | undefined {
  const chain = locateAll(tree, address)
  return chain.length === address.path.length + 1 ? chain.at(-1) : undefined
}

/**
 * The nodes on the way to an address, the root first. When the path ends early, so does the list: its last node is the
 * deepest that exists.
 */
export function locateAll(tree: YamlTree, address: Address): readonly Located[] {
  const document = tree.documents[address.document]
  if (document === undefined) return []
  const chain = [locateRoot(document)]
  for (const part of address.path) {
    const parent = chain.at(-1)
    const child = parent === undefined ? undefined : locateChild(parent, part)
    if (child === undefined) break
    chain.push(child)
  }
  return chain
}

/** Where the key of a map's entry stands in the text. */
export function locateKey(map: Located<YamlMap>, key: string): Located | undefined {
  const entry = entryOf(map.node, key)
  if (entry === undefined) return undefined
  const start = map.start + entry.keyAt
  return { node: entry.key, start, end: start + entry.key.length }
}

/** The documents of the stream, without the items of lists. They come first, so an index of one is its index in the tree. */
export function wholeDocuments({ documents }: YamlTree): readonly YamlDocument[] {
  return documents.filter(({ outer }) => outer === undefined)
}

/** The document of the stream that a document is, or is an item of: what anchors and aliases belong to. */
export function wholeAt(tree: YamlTree, document: number): YamlDocument | undefined {
  const found = tree.documents[document]
  return found?.outer ?? found
}

/** Index of the document that an offset of the text is in: the item of a list, if it is in one. Close to a boundary it may be the neighbour. */
export function documentAt(tree: YamlTree, offset: number): number {
  const item = tree.documents.findIndex(
    ({ outer, at, length }) => outer !== undefined && at <= offset && offset <= at + length,
  )
  if (item >= 0) return item
  const whole = wholeDocuments(tree).findLastIndex(({ at }) => at <= offset)
  return Math.max(0, whole)
}

/** The address of the deepest node whose text, or whose key, holds an offset. */
export function addressAt(tree: YamlTree, offset: number): Address {
  const index = documentAt(tree, offset)
  const document = tree.documents[index]
  if (document === undefined) return { document: 0, path: [] }
  return { document: index, path: pathIn(locateRoot(document), offset) }
}

function pathIn(root: Located, offset: number): Path {
  const path: (string | number)[] = []
  let here = root
  for (;;) {
    const step = childAt(here, offset)
    if (step === undefined) return path
    path.push(step.part)
    here = step.child
  }
}

function childAt(
  parent: Located,
  offset: number,
): { part: string | number; child: Located } | undefined {
  const { node, start } = parent
  if (node.kind === 'map') {
    const entry = node.entries.findLast(({ at }) => start + at <= offset)
    const part = entry === undefined ? undefined : keyText(entry)
    if (entry === undefined || part === undefined) return undefined
    return within(part, start + entry.valueAt, entry.value, offset)
  }
  if (node.kind === 'seq') {
    const index = node.items.findLastIndex(({ at }) => start + at <= offset)
    const item = node.items[index]
    return item === undefined ? undefined : within(index, start + item.valueAt, item.value, offset)
  }
  return undefined
}

function within(
  part: string | number,
  start: number,
  node: YamlNode,
  offset: number,
): { part: string | number; child: Located } | undefined {
  const end = start + node.length
  return offset <= end ? { part, child: { node, start, end } } : undefined
}
