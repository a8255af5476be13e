import styles from './DataFlow.module.css'
import type { Route } from './routes.ts'

/** Which way data goes, not by colour alone: into the step, or out of it. */
export function Way({ direction }: { readonly direction: Route['direction'] }) {
  return (
    <svg className={styles.way} viewBox="0 0 10 10" width="9" height="9" aria-hidden>
      {direction === 'in' ? (
        <path d="M.8 5h6M4.4 2.4 7 5 4.4 7.6M9.2 1.5v7" />
      ) : (
        <path d="M3.2 5h6M6.8 2.4 9.4 5 6.8 7.6M.8 1.5v7" />
      )}
    </svg>
  )
}
