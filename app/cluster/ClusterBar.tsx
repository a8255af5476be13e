import { AccountButton } from './AccountButton.tsx'
import styles from './ClusterBar.module.css'
import { ConnectionButton } from './ConnectionButton.tsx'
import { NamespaceField } from './NamespaceField.tsx'
import { SubmitButton } from './SubmitButton.tsx'

export interface ClusterBarProps {
  /** Submits; the same that the shortcut does. */
  readonly onSubmit: () => void
  /** In the person's notation. */
  readonly shortcut?: string | undefined
}

/** Where the workflow goes: which server, which namespace, as whom, and the button that sends it. */
export function ClusterBar({ onSubmit, shortcut }: ClusterBarProps) {
  return (
    <div className={styles.bar} role="group" aria-label="Argo Server">
      <ConnectionButton />
      <NamespaceField />
      <AccountButton />
      <SubmitButton onSubmit={onSubmit} shortcut={shortcut} />
    </div>
  )
}
