import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { symbolWords, type FlowSymbol } from '../../src/flow/index.ts'
import { renameSymbol, useDesigner } from '../store/index.ts'
import { CommitField, IconButton, Popover } from '../ui/index.ts'
import type { FoundReferences } from './reference-list.ts'
import styles from './ReferencesPanel.module.css'

/** Renames what was searched for, with all that is listed. Of a thing in another file, that file comes onto the canvas first. */
export function RenameButton({
  found,
  symbol,
}: {
  readonly found: FoundReferences
  readonly symbol: FlowSymbol
}) {
  const designer = useDesigner()
  const [open, setOpen] = useState(false)
  const words = symbolWords(symbol)
  return (
    <Popover
      label={`Rename the ${words}`}
      width={260}
      align="start"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton size="sm" icon={<Pencil />} label={`Rename the ${words}`} />}
    >
      <div className={styles.rename}>
        <CommitField
          label={`New name of the ${words}`}
          mono
          autoFocus
          value={symbol.name}
          hint="Enter renames it everywhere it is listed."
          onCommit={(name) => {
            designer.workspace.show(found.file)
            const done = renameSymbol(designer, symbol, name)
            if (!done.ok) return done.error.message
            setOpen(false)
            return undefined
          }}
        />
      </div>
    </Popover>
  )
}
