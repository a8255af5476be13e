import styles from './forms.module.css'
import { shorten } from './shorten.ts'

/** Something that is so and is not edited here. */
export function Fact({
  label,
  children,
  note,
}: {
  readonly label: string
  readonly children: string
  readonly note?: string
}) {
  return (
    <dl className={styles.row}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.fact}>{shorten(children, 120)}</span>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </dd>
    </dl>
  )
}
