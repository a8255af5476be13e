import { ChevronRight, X } from 'lucide-react'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from '../../ui/index.ts'
import styles from './form.module.css'

/** A part of a form under a line that opens it; closed, the line says what is in it. */
export function Group({
  label,
  name,
  summary,
  open,
  onOpenChange,
  onRemove,
  onKeyDown,
  actions,
  warning,
  autoFocus = false,
  children,
}: {
  readonly label: ReactNode
  /** The label as a text, for buttons. */
  readonly name: string
  readonly summary: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onRemove?: (() => void) | undefined
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  readonly actions?: ReactNode
  readonly warning?: string | undefined
  /** Puts the focus on the first control inside when it comes up. */
  readonly autoFocus?: boolean
  readonly children: ReactNode
}) {
  const id = useId()
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (autoFocus) focusFirst(body.current)
  }, [autoFocus])
  return (
    <div className={styles.group} role="group" aria-label={name}>
      <div className={styles.groupHead}>
        <button
          type="button"
          className={styles.trigger}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => {
            onOpenChange(!open)
          }}
          onKeyDown={onKeyDown}
        >
          <ChevronRight className={styles.chevron} data-open={open || undefined} aria-hidden />
          <span className={styles.groupLabel}>{label}</span>{' '}
          {!open && <span className={styles.summary}>{summary}</span>}
        </button>
        <span className={styles.tools}>
          {actions}
          {onRemove !== undefined && (
            <IconButton size="sm" icon={<X />} label={`Remove ${name}`} onClick={onRemove} />
          )}
        </span>
      </div>
      {warning !== undefined && <p className={styles.warning}>{warning}</p>}
      {open && (
        <div id={id} ref={body} className={styles.groupBody}>
          {children}
        </div>
      )}
    </div>
  )
}

/** Puts the focus on the first control in something, once whatever had it lets go. */
export function focusFirst(element: HTMLElement | null): void {
  requestAnimationFrame(() => {
    element
      ?.querySelector<HTMLElement>('input, textarea, [role=combobox], [role=switch], button')
      ?.focus()
  })
}
