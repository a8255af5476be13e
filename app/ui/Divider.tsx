import styles from './Divider.module.css'

/** A line between groups: upright in a row of buttons, else across. */
export function Divider({ vertical = false }: { readonly vertical?: boolean }) {
  return <div className={styles.divider} data-vertical={vertical || undefined} aria-hidden />
}
