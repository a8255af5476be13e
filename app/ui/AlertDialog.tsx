import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import styles from './AlertDialog.module.css'
import frame from './Dialog.module.css'

export interface AlertDialogProps {
  readonly open: boolean
  readonly title: string
  readonly description: ReactNode
  readonly confirmLabel: string
  readonly cancelLabel?: string
  /** A third way, such as "Discard" beside "Save". */
  readonly alternativeLabel?: string | undefined
  readonly danger?: boolean
  readonly onConfirm: () => void
  /** Escape cancels as well. */
  readonly onCancel: () => void
  readonly onAlternative?: () => void
}

/** Asks one question and waits. The focus starts on the harmless answer. */
export function AlertDialog({
  open,
  title,
  description,
  confirmLabel,
  cancelLabel = 'Cancel',
  alternativeLabel,
  danger = false,
  onConfirm,
  onCancel,
  onAlternative,
}: AlertDialogProps) {
  return (
    <Radix.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onCancel()
      }}
    >
      <Radix.Portal>
        <Radix.Overlay className={frame.overlay} />
        <Radix.Content className={frame.dialog} data-size="sm">
          <div className={styles.body}>
            <Radix.Title className={frame.title}>{title}</Radix.Title>
            <Radix.Description className={frame.description} asChild>
              <div>{description}</div>
            </Radix.Description>
          </div>
          <footer className={styles.footer}>
            {alternativeLabel !== undefined && (
              <span className={styles.alternative}>
                <Button variant="ghost" onClick={onAlternative}>
                  {alternativeLabel}
                </Button>
              </span>
            )}
            <Radix.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </Radix.Cancel>
            <Button variant={danger ? 'danger' : 'primary'} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
