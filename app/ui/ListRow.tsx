import type { HTMLAttributes, ReactNode, Ref } from 'react'
import styles from './ListRow.module.css'

export interface ListRowProps extends Omit<
  HTMLAttributes<HTMLDivElement>,
  'children' | 'className'
> {
  readonly label: ReactNode
  readonly icon?: ReactNode
  /** Quieter words after the label; the first to be cut when it gets narrow. */
  readonly detail?: ReactNode
  /** Badges at the end. */
  readonly badges?: ReactNode
  /** Buttons that take the badges' place on hover and focus. */
  readonly actions?: ReactNode
  /** A template type's colour for the icon. */
  readonly kind?: string | undefined
  readonly selected?: boolean
  readonly disabled?: boolean
  /** Steps of indentation. */
  readonly depth?: number
  /** What stands before the icon, such as a tree's chevron. */
  readonly lead?: ReactNode
  readonly mono?: boolean
  readonly ref?: Ref<HTMLDivElement>
}

/** One dense line of a list. It only draws: role, focus and keys come from the list around it. */
export function ListRow({
  label,
  icon,
  detail,
  badges,
  actions,
  kind,
  selected = false,
  disabled = false,
  depth = 0,
  lead,
  mono = false,
  style,
  ...native
}: ListRowProps) {
  return (
    <div
      {...native}
      className={styles.row}
      data-selected={selected || undefined}
      data-disabled={disabled || undefined}
      data-mono={mono || undefined}
      data-kind={kind}
      style={{ ...style, paddingLeft: 8 + depth * 14 }}
    >
      {lead}
      {icon !== undefined && <span className={styles.icon}>{icon}</span>}
      <span className={styles.label}>{label}</span>
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      <span className={styles.end}>
        {badges !== undefined && <span className={styles.badges}>{badges}</span>}
        {actions !== undefined && <span className={styles.actions}>{actions}</span>}
      </span>
    </div>
  )
}
