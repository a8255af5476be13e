import type { ReactNode } from 'react'
import { Button, Dialog } from '../../ui/index.ts'
import styles from './RefactorDialog.module.css'

/** A small dialog that ends with doing what it is about; the main button waits while something is in the way. */
export function AskDialog({
  title,
  description,
  verb,
  problem,
  danger = false,
  onDo,
  onClose,
  children,
}: {
  readonly title: string
  readonly description?: ReactNode
  /** What the main button says. */
  readonly verb: string
  /** Why it cannot be done as it is filled in. */
  readonly problem: string | undefined
  readonly danger?: boolean
  readonly onDo: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const form = 'refactor-form'
  return (
    <Dialog
      open
      size="sm"
      title={title}
      description={description}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            type="submit"
            form={form}
            disabled={problem !== undefined}
          >
            {verb}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (problem !== undefined) return
          onClose()
          onDo()
        }}
      >
        {children}
        <p className={styles.problem} role="status">
          {problem}
        </p>
      </form>
    </Dialog>
  )
}
