import type { TreeItem } from './tree-item.ts'

/** A line of a tree as it is seen: folded items have no lines under them. */
export interface FlatRow {
  readonly item: TreeItem
  readonly depth: number
  readonly parent: string | undefined
  /** Absent for an item without children. */
  readonly expanded: boolean | undefined
  /** From 1, among its siblings. */
  readonly position: number
  readonly siblings: number
}

/** The visible lines, from top to bottom. */
export function flattenTree(
  items: readonly TreeItem[],
  folded: ReadonlySet<string>,
  depth = 0,
  parent?: string,
): readonly FlatRow[] {
  return items.flatMap((item, index) => {
    const children = item.children ?? []
    const expanded = children.length > 0 ? !folded.has(item.id) : undefined
    const row = { item, depth, parent, expanded, position: index + 1, siblings: items.length }
    return expanded ? [row, ...flattenTree(children, folded, depth + 1, item.id)] : [row]
  })
}

export type TreeMove =
  | { readonly type: 'focus'; readonly id: string }
  | { readonly type: 'fold'; readonly id: string }
  | { readonly type: 'unfold'; readonly id: string }

/** What a key does on a line, after the ARIA practices for trees; nothing if the key means nothing there. */
export function moveInTree(
  rows: readonly FlatRow[],
  id: string,
  key: string,
): TreeMove | undefined {
  const at = rows.findIndex((row) => row.item.id === id)
  const row = rows[at]
  if (!row) return undefined
  const focus = (target: FlatRow | undefined): TreeMove | undefined =>
    target && { type: 'focus', id: target.item.id }
  switch (key) {
    case 'ArrowDown':
      return focus(rows[at + 1])
    case 'ArrowUp':
      return focus(rows[at - 1])
    case 'Home':
      return focus(rows[0])
    case 'End':
      return focus(rows.at(-1))
    case 'ArrowRight':
      if (row.expanded === undefined) return undefined
      return row.expanded ? focus(rows[at + 1]) : { type: 'unfold', id }
    case 'ArrowLeft':
      if (row.expanded) return { type: 'fold', id }
      return row.parent === undefined ? undefined : { type: 'focus', id: row.parent }
  }
  if (key.length !== 1) return undefined
  const wanted = key.toLowerCase()
  const later = [...rows.slice(at + 1), ...rows.slice(0, at)]
  return focus(later.find(({ item }) => item.label.toLowerCase().startsWith(wanted)))
}
