import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { Button } from './Button.tsx'
import { ToneIcon } from './ToneIcon.tsx'
import type { Tone } from './tone.ts'

export interface BannerProps {
  readonly tone?: Tone
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
  /** Announced when it appears; on by default for errors and warnings. */
  readonly live?: boolean
}

/** A message that stays at the head of the pane it is about. */
export function Banner({
  tone = 'info',
  children,
  actions,
  onDismiss,
  live = tone === 'danger' || tone === 'warning',
}: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} role={live ? 'alert' : undefined}>
      <span className={styles.icon}>
        <ToneIcon tone={tone} />
      </span>
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {onDismiss && (
        <Button variant="ghost" size="sm" icon={<X />} label="Dismiss" onClick={onDismiss} />
      )}
    </div>
  )
}
