import styles from './Kbd.module.css'

/** A shortcut as text, already in the user's notation (`formatShortcut` of platform). */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}
