import { keyText, valueOf } from './locate.ts'
import type { YamlDocument, YamlMap, YamlTree } from './tree.ts'

/*
 * Kubernetes' lists (`kind: List`) hold manifests as items. To all who read or edit a tree, an item is a document of its own: it follows the
 * documents of the stream in `documents`, and says in `outer` which one it is a part of. Its text is edited where it stands, for the
 * node is the same. Trees that are updated have none of these, so that incremental parsing need not know of them.
 */

const listed = new WeakMap<YamlTree, YamlTree>()
const plain = new WeakMap<YamlTree, YamlTree>()

/** The tree with the items of its lists as documents; the same object for a tree without lists. */
export function withListed(tree: YamlTree): YamlTree {
  const known = listed.get(tree)
  if (known !== undefined) return known
  const items = tree.documents.flatMap(itemsOfList)
  if (items.length === 0) return tree
  const made = { ...tree, documents: [...tree.documents, ...items] }
  listed.set(tree, made)
  plain.set(made, tree)
  return made
}

/** The tree that `withListed` was given. */
export function withoutListed(tree: YamlTree): YamlTree {
  return plain.get(tree) ?? tree
}

function itemsOfList(document: YamlDocument): readonly YamlDocument[] {
  const { root, at, rootAt, hasAnchors } = document
  const kind = valueOf(root, 'kind')
  if (root.kind !== 'map' || kind?.kind !== 'scalar' || !kind.value.endsWith('List')) return []
  const list = root.entries.findLast((entry) => keyText(entry) === 'items')
  if (list?.value.kind !== 'seq') return []
  const start = at + rootAt + list.valueAt
  return list.value.items.flatMap(({ value, valueAt }) =>
    value.kind === 'map' && isObject(value)
      ? [
          {
            at: start + valueAt,
            length: value.length,
            root: value,
            rootAt: 0,
            hasAnchors,
            outer: document,
          },
        ]
      : [],
  )
}

/** A list that is not of Kubernetes may well have items that are no objects. */
function isObject(item: YamlMap): boolean {
  return item.entries.some((entry) => ['kind', 'metadata'].includes(keyText(entry) ?? ''))
}
