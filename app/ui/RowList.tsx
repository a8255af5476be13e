import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import { ListRow, type ListRowProps } from './ListRow.tsx'
import styles from './RowList.module.css'

export interface RowListProps<T> {
  /** What screen readers call the list. */
  readonly label: string
  readonly items: readonly T[]
  readonly row: (item: T) => Pick<ListRowProps, 'label' | 'icon' | 'detail' | 'badges'>
  /** By a click or Space. */
  readonly onShow: (item: T) => void
  /** By Enter or a double click; as `onShow` without. */
  readonly onOpen?: ((item: T) => void) | undefined
  /** By walking to it with the arrows. */
  readonly onWalk?: ((item: T) => void) | undefined
  /** For each new object of these, the first row that it wants gets the focus. */
  readonly wanted?: object | undefined
  readonly isWanted?: ((item: T) => boolean) | undefined
}

/** A list with one stop of the Tab key; arrows walk, Enter and Space show. */
export function RowList<T>({
  label,
  items,
  row,
  onShow,
  onOpen = onShow,
  onWalk,
  wanted,
  isWanted = () => false,
}: RowListProps<T>) {
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const stop = Math.min(active, items.length - 1)
  // The focus makes a row the active one.
  const focusRow = (index: number): void => {
    const element = list.current?.children[index]
    if (element instanceof HTMLElement) element.focus()
  }
  const focusWanted = useEffectEvent(() => focusRow(items.findIndex(isWanted)))
  useEffect(() => {
    if (wanted !== undefined) focusWanted()
  }, [wanted])

  const onKeyDown = (event: KeyboardEvent, item: T): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') onOpen(item)
    else if (event.key === ' ') onShow(item)
    else {
      const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: items.length - 1 }[
        event.key
      ]
      if (to === undefined) return
      const next = Math.max(0, Math.min(items.length - 1, to))
      setActive(next)
      focusRow(next)
      const target = items[next]
      if (target !== undefined) onWalk?.(target)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={list} role="listbox" aria-label={label} className={styles.list}>
      {items.map((item, index) => (
        <ListRow
          key={index}
          {...row(item)}
          role="option"
          aria-selected={index === stop}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setActive(index)}
          onClick={() => {
            setActive(index)
            onShow(item)
          }}
          onDoubleClick={() => onOpen(item)}
          onKeyDown={(event) => onKeyDown(event, item)}
        />
      ))}
    </div>
  )
}
