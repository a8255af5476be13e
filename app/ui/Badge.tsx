import type { ReactNode } from 'react'
import styles from './Badge.module.css'
import type { Tone } from './tone.ts'

export interface BadgeProps {
  readonly children: ReactNode
  readonly tone?: Tone
  /** A template type's colour instead of a tone. */
  readonly kind?: string | undefined
  readonly icon?: ReactNode
  /** What it means, for those who see only a number or a letter. */
  readonly label?: string
}

/** A small fact about the thing it stands at. */
export function Badge({ children, tone = 'neutral', kind, icon, label }: BadgeProps) {
  return (
    <span
      className={styles.badge}
      {...(kind === undefined ? { 'data-tone': tone } : { 'data-kind': kind })}
      {...(label !== undefined && { role: 'img', 'aria-label': label, title: label })}
    >
      {icon}
      {children}
    </span>
  )
}
