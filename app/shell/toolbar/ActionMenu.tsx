import { useState } from 'react'
import { Button, Menu, type MenuEntry } from '../../ui/index.ts'

/** A menu of the toolbar. Its lines are made when it opens, so they are as of then. */
export function ActionMenu({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: () => readonly MenuEntry[]
}) {
  const [open, setOpen] = useState(false)
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="md">
          {label}
        </Button>
      }
      entries={open ? entries() : []}
      onOpenChange={setOpen}
    />
  )
}
