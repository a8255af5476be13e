import { Switch as Radix } from 'radix-ui'
import { useFieldProps } from './field-context.ts'
import styles from './Switch.module.css'

export interface SwitchProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** Needed outside of a `Field`. */
  readonly label?: string
  readonly disabled?: boolean
}

/** On or off, at once. */
export function Switch({ checked, onChange, label, disabled = false }: SwitchProps) {
  return (
    <Radix.Root
      {...useFieldProps()}
      className={styles.switch}
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      aria-label={label}
    >
      <Radix.Thumb className={styles.thumb} />
    </Radix.Root>
  )
}
