import { DropdownMenu } from 'radix-ui'
import type { ReactElement } from 'react'
import { useLayerHost } from './layer-host.ts'
import styles from './Menu.module.css'
import { MenuEntries } from './MenuEntries.tsx'
import type { MenuEntry } from './menu-entry.ts'

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  /** A function is asked when the menu opens. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[])
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** Without it, it opens and closes by itself. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

export function Menu({
  trigger,
  entries,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
}: MenuProps) {
  const host = useLayerHost()
  return (
    <DropdownMenu.Root
      modal={false}
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange })}
    >
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={host}>
        <DropdownMenu.Content
          className={styles.menu}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
        >
          <MenuEntries parts={DropdownMenu} entries={entries} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
