import { Separator } from 'react-resizable-panels'
import styles from './Sash.module.css'

/** The line between two panes: drag it, or focus it and use the arrow keys; Enter folds the pane. */
export function Sash({ label }: { readonly label: string }) {
  return <Separator className={styles.sash ?? ''} aria-label={label} disableDoubleClick />
}
