import type { RunRow } from '../store/index.ts'

/** The rows that are not inside of a folded one. */
export function unfoldedRows(
  rows: readonly RunRow[],
  folded: ReadonlySet<string>,
): readonly RunRow[] {
  if (folded.size === 0) return rows
  const shown: RunRow[] = []
  let hiddenBelow = Infinity
  for (const row of rows) {
    if (row.depth > hiddenBelow) continue
    hiddenBelow = folded.has(row.id) ? row.depth : Infinity
    shown.push(row)
  }
  return shown
}

/** The part of a list that is in sight of a scrolled pane, some more on both sides. All are pixels but the indices. */
export function rowsInSight(
  count: number,
  rowHeight: number,
  top: number,
  height: number,
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(top / rowHeight) - 4)
  return { from, to: Math.min(count, Math.ceil((top + height) / rowHeight) + 4) }
}

/** What is to be done with a key of a tree: go to a row, or fold or unfold the present one. */
export function moveInRows(
  rows: readonly RunRow[],
  at: number,
  key: string,
  folded: ReadonlySet<string>,
  page: number,
): { readonly go: number } | { readonly fold: string; readonly isFolded: boolean } | undefined {
  const row = rows[at]
  const last = rows.length - 1
  if (row === undefined) return undefined
  const hasBelow = (rows[at + 1]?.depth ?? 0) > row.depth
  switch (key) {
    case 'ArrowDown':
      return { go: Math.min(last, at + 1) }
    case 'ArrowUp':
      return { go: Math.max(0, at - 1) }
    case 'PageDown':
      return { go: Math.min(last, at + page) }
    case 'PageUp':
      return { go: Math.max(0, at - page) }
    case 'Home':
      return { go: 0 }
    case 'End':
      return { go: last }
    case 'ArrowRight':
      if (folded.has(row.id)) return { fold: row.id, isFolded: false }
      return hasBelow ? { go: at + 1 } : undefined
    case 'ArrowLeft': {
      if (hasBelow && !folded.has(row.id)) return { fold: row.id, isFolded: true }
      const parent = rows.findIndex(({ id }) => id === row.parent)
      return parent < 0 ? undefined : { go: parent }
    }
    default:
      return undefined
  }
}
