import { Popover as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { useLayerHost } from './layer-host.ts'
import styles from './Popover.module.css'

export interface PopoverProps {
  readonly trigger: ReactElement
  /** The name of the panel for screen readers. */
  readonly label: string
  readonly children: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Puts the focus somewhere else than on the trigger when it closes; says whether it did. */
  readonly onClosed?: () => boolean
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  readonly width?: number
}

export function Popover({
  trigger,
  label,
  children,
  open,
  onOpenChange,
  onClosed,
  side = 'bottom',
  align = 'start',
  width = 280,
}: PopoverProps) {
  const host = useLayerHost()
  return (
    <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={host}>
        <Radix.Content
          className={styles.popover}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (onClosed?.() === true) event.preventDefault()
          }}
          style={{ width }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
