import { Tooltip as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import { useLayerHost } from './layer-host.ts'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  /** Never the only place where something is said: a control needs its own label. */
  readonly content: ReactNode
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that takes a ref and pointer events. */
  readonly children: ReactElement
}

/** Must stand inside `UiProvider`. */
export function Tooltip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
  const host = useLayerHost()
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={host}>
        <Radix.Content className={styles.tooltip} side={side} sideOffset={6} collisionPadding={8}>
          {content}
          {shortcut && <Kbd>{shortcut}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
