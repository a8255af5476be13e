import type { ReactNode } from 'react'
import styles from './forms.module.css'
import { shorten } from './shorten.ts'

/** Something that is so and is not edited here. */
export function Fact({
  label,
  children,
  note,
  after,
}: {
  readonly label: string
  readonly children: string
  readonly note?: string
  /** Beside it, such as a menu. */
  readonly after?: ReactNode
}) {
  return (
    <dl className={styles.row}>
      <dt>{label}</dt>
      <dd>
        <div className={styles.line}>
          <span className={styles.grow}>
            <span className={styles.fact}>{shorten(children, 120)}</span>
          </span>
          {after}
        </div>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </dd>
    </dl>
  )
}
