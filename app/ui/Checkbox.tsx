import { Check, Minus } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { useId, type ReactNode } from 'react'
import styles from './Checkbox.module.css'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly checked: boolean | 'mixed'
  readonly onChange: (checked: boolean) => void
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export function Checkbox({ label, checked, onChange, hint, disabled = false }: CheckboxProps) {
  const id = useId()
  return (
    <div className={styles.line} data-disabled={disabled || undefined}>
      <Radix.Root
        id={id}
        className={styles.box}
        checked={checked === 'mixed' ? 'indeterminate' : checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      >
        <Radix.Indicator className={styles.mark}>
          {checked === 'mixed' ? <Minus strokeWidth={3} /> : <Check strokeWidth={3} />}
        </Radix.Indicator>
      </Radix.Root>
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
