import { FileDown } from 'lucide-react'
import styles from './DropHint.module.css'

/** Covers the window while a file hangs over it. */
export function DropHint() {
  return (
    <div className={styles.cover} aria-hidden>
      <div className={styles.card}>
        <FileDown />
        <p className={styles.title}>Drop to open</p>
        <p className={styles.text}>A manifest in YAML or JSON</p>
      </div>
    </div>
  )
}
