import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Spinner, ToneIcon, type Tone } from '../ui/index.ts'
import { submitButtonId } from './submit-button-id.ts'
import styles from './SubmitReport.module.css'

/** The frame of what there is to say about a submission. Escape in it dismisses it. */
export function ReportCard({
  tone,
  title,
  target,
  busy = false,
  children,
  actions,
  onDismiss,
}: {
  readonly tone: Tone
  readonly title: string
  /** What it is about. */
  readonly target?: string
  readonly busy?: boolean
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
}) {
  const close = () => {
    onDismiss?.()
    document.getElementById(submitButtonId)?.focus()
  }
  return (
    <section
      className={styles.card}
      data-tone={tone}
      aria-label={title}
      role={tone === 'danger' || tone === 'warning' ? 'alert' : 'group'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onDismiss) return
        event.stopPropagation()
        close()
      }}
    >
      <span className={styles.icon}>{busy ? <Spinner /> : <ToneIcon tone={tone} />}</span>
      <p className={styles.title}>{title}</p>
      {onDismiss ? (
        <Button variant="ghost" size="sm" icon={<X />} label="Dismiss" onClick={close} />
      ) : (
        <span />
      )}
      {target !== undefined && <p className={styles.target}>{target}</p>}
      {children !== undefined && (
        // What scrolls must be within reach of the keyboard.
        <div className={styles.body} role="group" aria-label="Message" tabIndex={0}>
          {children}
        </div>
      )}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </section>
  )
}
