import { ContextMenu as Radix } from 'radix-ui'
import { useState, type ReactElement } from 'react'
import { useLayerHost } from './layer-host.ts'
import styles from './Menu.module.css'
import { MenuEntries } from './MenuEntries.tsx'
import type { MenuEntry } from './menu-entry.ts'

export interface ContextMenuProps {
  /** Asked when the menu opens, so that it shows what holds then. An empty list leaves the menu closed. */
  readonly entries: () => readonly MenuEntry[]
  /** What is right-clicked (or asked with the menu key): one element that takes a ref. */
  readonly children: ReactElement
}

export function ContextMenu({ entries, children }: ContextMenuProps) {
  const host = useLayerHost()
  const [shown, setShown] = useState<readonly MenuEntry[]>([])
  return (
    <Radix.Root
      modal={false}
      onOpenChange={(open) => {
        if (open) setShown(entries())
      }}
    >
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      {shown.length > 0 && (
        <Radix.Portal container={host}>
          <Radix.Content className={styles.menu} collisionPadding={8}>
            <MenuEntries parts={Radix} entries={shown} />
          </Radix.Content>
        </Radix.Portal>
      )}
    </Radix.Root>
  )
}
