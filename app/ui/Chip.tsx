import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Chip.module.css'
import type { Tone } from './tone.ts'

export interface ChipProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  readonly tone?: Tone
  readonly mono?: boolean
  /** Makes it a button. */
  readonly onClick?: () => void
  readonly pressed?: boolean
  /** Adds a button that removes it; `removeLabel` names it. */
  readonly onRemove?: () => void
  readonly removeLabel?: string
}

/** A short value that stands for itself: a condition, a parameter, a filter. */
export function Chip({
  children,
  icon,
  tone = 'neutral',
  mono = false,
  onClick,
  pressed,
  onRemove,
  removeLabel = 'Remove',
}: ChipProps) {
  const words = (
    <>
      {icon}
      <span className={styles.words}>{children}</span>
    </>
  )
  return (
    <span className={styles.chip} data-tone={tone} data-mono={mono || undefined}>
      {onClick ? (
        <button type="button" className={styles.main} aria-pressed={pressed} onClick={onClick}>
          {words}
        </button>
      ) : (
        <span className={styles.main}>{words}</span>
      )}
      {onRemove && (
        <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
          <X />
        </button>
      )}
    </span>
  )
}
