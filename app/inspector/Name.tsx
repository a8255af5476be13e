import styles from './Name.module.css'

/** A name from the file in a label: of whatever length, it takes two lines at most. */
export function Name({
  children,
  mono = true,
}: {
  readonly children: string
  readonly mono?: boolean
}) {
  return (
    <span
      className={styles.name}
      data-long={children.length > 60 || undefined}
      data-mono={mono || undefined}
      title={children.slice(0, 400)}
    >
      {children.slice(0, 400)}
    </span>
  )
}
