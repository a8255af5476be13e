import { Crosshair, SearchX, X } from 'lucide-react'
import { useRef, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react'
import { useActions, useDesigner } from '../store/index.ts'
import { Button, EmptyState, ListRow } from '../ui/index.ts'
import { referenceList, type FoundLine } from './reference-list.ts'
import styles from './ReferencesPanel.module.css'

export interface ReferencesPanelProps {
  /** What switches to the other lists of the pane. */
  readonly tabs: ReactNode
  readonly onClose: () => void
}

/** Who refers to a thing: its definition first, then a line for each place. Kept up to date while the text changes. */
export function ReferencesPanel({ tabs, onClose }: ReferencesPanelProps) {
  const designer = useDesigner()
  const [list] = useState(() => referenceList(designer))
  const found = useSyncExternalStore(list.subscribe, list.getSnapshot)
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        {tabs}
        {found && (
          <span className={styles.words} role="status">
            {found.title}
          </span>
        )}
        <span className={styles.space} />
        <Button
          variant="ghost"
          size="sm"
          icon={<X />}
          label="Close the references"
          onClick={onClose}
        />
      </header>
      {found === undefined ? (
        <EmptyState icon={<Crosshair />} title="No search yet">
          Choose “Find references” in the menu of a card, or press Shift+F12 on a name in the YAML.
        </EmptyState>
      ) : found.lines.length === 0 ? (
        <EmptyState icon={<SearchX />} title="It is not there any more" />
      ) : (
        <Rows key={found.id} lines={found.lines} />
      )}
    </div>
  )
}

/** One stop of the Tab key; arrows walk and show, Enter goes to the text. */
function Rows({ lines }: { readonly lines: readonly FoundLine[] }) {
  const actions = useActions()
  const list = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const stop = Math.min(active, lines.length - 1)
  const show = ({ document, path, range }: FoundLine, focus: boolean): void =>
    actions.goTo({ document, path, range, focus })

  const onKeyDown = (event: KeyboardEvent, line: FoundLine) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') show(line, true)
    else if (event.key === ' ') show(line, false)
    else {
      const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: lines.length - 1 }[
        event.key
      ]
      if (to === undefined) return
      const next = Math.max(0, Math.min(lines.length - 1, to))
      setActive(next)
      const row = list.current?.children[next]
      if (row instanceof HTMLElement) row.focus()
      const target = lines[next]
      if (target !== undefined) show(target, false)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={list} role="listbox" aria-label="References" className={styles.list}>
      {lines.map((line, index) => (
        <ListRow
          key={index}
          role="option"
          aria-selected={index === stop}
          tabIndex={index === stop ? 0 : -1}
          label={
            <span className={styles.excerpt}>
              {line.before}
              <mark className={styles.match}>{line.match}</mark>
              {line.after}
            </span>
          }
          detail={line.isDefinition ? `definition · ${line.owner}` : line.owner}
          badges={
            <span className={styles.place}>
              {line.line}:{line.column}
            </span>
          }
          onFocus={() => setActive(index)}
          onClick={() => {
            setActive(index)
            show(line, false)
          }}
          onDoubleClick={() => show(line, true)}
          onKeyDown={(event) => onKeyDown(event, line)}
        />
      ))}
    </div>
  )
}
