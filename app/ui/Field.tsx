import { CircleAlert, TriangleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import styles from './Field.module.css'
import { FieldContext } from './field-context.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface FieldProps {
  readonly label: ReactNode
  /** `stack`: label above; `row`: label left of a short control; `hidden`: for screen readers only. */
  readonly layout?: 'stack' | 'row' | 'hidden'
  readonly hint?: ReactNode
  readonly error?: ReactNode
  /** Not wrong, but worth a look. */
  readonly warning?: ReactNode
  readonly required?: boolean
  /** Small things at the label's end: a menu, a badge. */
  readonly actions?: ReactNode
  /** One control that takes `useFieldProps`, as all of ui do. */
  readonly children: ReactNode
}

/** A label, a control, and what there is to say about it. */
export function Field({
  label,
  layout = 'stack',
  hint,
  error,
  warning,
  required = false,
  actions,
  children,
}: FieldProps) {
  const id = useId()
  const problem = error ?? warning
  const describedBy =
    [problem !== undefined && `${id}-problem`, hint !== undefined && `${id}-hint`]
      .filter(Boolean)
      .join(' ') || undefined
  const words = (
    <label htmlFor={id} className={styles.label}>
      {label}
      {required && (
        <span className={styles.required} title="Required">
          <span aria-hidden>*</span>
          <VisuallyHidden> required</VisuallyHidden>
        </span>
      )}
    </label>
  )
  return (
    <div className={styles.field} data-layout={layout}>
      {layout === 'hidden' ? (
        <VisuallyHidden>{words}</VisuallyHidden>
      ) : (
        <div className={styles.head}>
          {words}
          {actions !== undefined && <span className={styles.actions}>{actions}</span>}
        </div>
      )}
      <div className={styles.control}>
        <FieldContext value={{ id, describedBy, invalid: error !== undefined }}>
          {children}
        </FieldContext>
        {problem !== undefined && (
          <p id={`${id}-problem`} className={error !== undefined ? styles.error : styles.warning}>
            {error !== undefined ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
            <span>{problem}</span>
          </p>
        )}
        {hint !== undefined && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
