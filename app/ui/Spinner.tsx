import styles from './Spinner.module.css'

/** Shows that something is under way. Give a label unless the words beside it already say so. */
export function Spinner({ label, size = 14 }: { readonly label?: string; readonly size?: number }) {
  return (
    <span
      className={styles.spinner}
      style={{ width: size, height: size }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  )
}
