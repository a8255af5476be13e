import { ChevronRight } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { ListRow } from './ListRow.tsx'
import { flattenTree, moveInTree, type FlatRow } from './tree-rows.ts'
import styles from './Tree.module.css'
import type { TreeItem } from './tree-item.ts'

export interface TreeProps {
  readonly label: string
  readonly items: readonly TreeItem[]
  readonly selected?: string | undefined
  readonly onSelect: (id: string) => void
  /** Enter or double click. */
  readonly onOpen?: (id: string) => void
  /** Ids of folded items; all others are open. */
  readonly folded: ReadonlySet<string>
  readonly onFold: (id: string, folded: boolean) => void
}

/** An outline with the keys of a tree: arrows walk and fold, Home and End jump, letters search. */
export function Tree({ label, items, selected, onSelect, onOpen, folded, onFold }: TreeProps) {
  const rows = flattenTree(items, folded)
  const [focused, setFocused] = useState<string | undefined>()
  const tree = useRef<HTMLDivElement>(null)
  const stop = [focused, selected].find((id) => rows.some((row) => row.item.id === id))
  const tabStop = stop ?? rows[0]?.item.id

  const focus = (id: string) => {
    setFocused(id)
    tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent, row: FlatRow) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget)
      return
    if (event.key === 'Enter') (onOpen ?? onSelect)(row.item.id)
    else if (event.key === ' ') onSelect(row.item.id)
    else {
      const move = moveInTree(rows, row.item.id, event.key)
      if (!move) return
      if (move.type === 'focus') focus(move.id)
      else onFold(move.id, move.type === 'fold')
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={tree} role="tree" aria-label={label} className={styles.tree}>
      {rows.map((row) => (
        <ListRow
          key={row.item.id}
          role="treeitem"
          data-id={row.item.id}
          aria-level={row.depth + 1}
          aria-posinset={row.position}
          aria-setsize={row.siblings}
          aria-expanded={row.expanded}
          aria-selected={row.item.id === selected}
          aria-disabled={row.item.disabled || undefined}
          tabIndex={row.item.id === tabStop ? 0 : -1}
          label={row.item.label}
          icon={row.item.icon}
          detail={row.item.detail}
          badges={row.item.badges}
          kind={row.item.kind}
          depth={row.depth}
          selected={row.item.id === selected}
          disabled={row.item.disabled ?? false}
          lead={
            <span
              className={styles.chevron}
              data-expanded={row.expanded}
              onClick={(event) => {
                if (row.expanded === undefined) return
                event.stopPropagation()
                onFold(row.item.id, row.expanded)
              }}
            >
              {row.expanded !== undefined && <ChevronRight aria-hidden />}
            </span>
          }
          onFocus={() => setFocused(row.item.id)}
          onClick={() => {
            if (!row.item.disabled) onSelect(row.item.id)
          }}
          onDoubleClick={() => {
            if (!row.item.disabled) onOpen?.(row.item.id)
          }}
          onKeyDown={(event) => onKeyDown(event, row)}
        />
      ))}
    </div>
  )
}
