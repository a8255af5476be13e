import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './ListPane.module.css'

export interface ListPaneProps {
  /** What stands in its head, from the left. */
  readonly head: ReactNode
  /** What the button that closes it is called. */
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A pane with a head that closes it, and below a list that fills it. */
export function ListPane({ head, closeLabel, onClose, children }: ListPaneProps) {
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        {head}
        <span className={styles.space} />
        <Button variant="ghost" size="sm" icon={<X />} label={closeLabel} onClick={onClose} />
      </header>
      {children}
    </div>
  )
}
