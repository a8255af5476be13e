import { Crosshair, SearchX } from 'lucide-react'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { useActions, useDesigner } from '../store/index.ts'
import { EmptyState, ListPane, RowList } from '../ui/index.ts'
import type { FoundLine } from './reference-lines.ts'
import { referenceList } from './reference-list.ts'
import { RenameButton } from './RenameButton.tsx'
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
    <ListPane
      head={
        <>
          {tabs}
          {found && (
            <span className={styles.words} role="status">
              {found.title}
            </span>
          )}
          {found?.symbol && <RenameButton key={found.id} found={found} symbol={found.symbol} />}
        </>
      }
      closeLabel="Close the references"
      onClose={onClose}
    >
      {found === undefined ? (
        <EmptyState icon={<Crosshair />} title="No search yet">
          Choose “Find references” in the menu of a card, or press Shift+F12 on a name in the YAML.
        </EmptyState>
      ) : found.lines.length === 0 ? (
        <EmptyState icon={<SearchX />} title="It is not there any more" />
      ) : (
        <Rows key={found.id} lines={found.lines} />
      )}
    </ListPane>
  )
}

/** Arrows walk and show, Enter goes to the text. */
function Rows({ lines }: { readonly lines: readonly FoundLine[] }) {
  const actions = useActions()
  const show = ({ file, document, path, range }: FoundLine, focus: boolean): void =>
    actions.goTo({ file, document, path, range, focus })
  return (
    <RowList
      label="References"
      items={lines}
      row={(line) => ({
        label: (
          <span className={styles.excerpt}>
            {line.before}
            <mark className={styles.match}>{line.match}</mark>
            {line.after}
          </span>
        ),
        detail: line.isDefinition ? `definition · ${line.owner}` : line.owner,
        badges: (
          <span className={styles.place}>
            {line.fileName !== undefined && <span className={styles.file}>{line.fileName}</span>}
            {line.line}:{line.column}
          </span>
        ),
      })}
      onShow={(line) => show(line, false)}
      onOpen={(line) => show(line, true)}
      // Walking must not turn the page: files are changed by choosing a line.
      onWalk={(line) => {
        if (line.fileName === undefined) show(line, false)
      }}
    />
  )
}
