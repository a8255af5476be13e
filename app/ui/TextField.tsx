import type { InputHTMLAttributes, Ref } from 'react'
import control from './control.module.css'
import { useFieldProps } from './field-context.ts'

export interface TextFieldProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'className' | 'size' | 'value' | 'onChange'
> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly mono?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** One line of text, live. Stands in a `Field`, or has an `aria-label`. */
export function TextField({
  value,
  onChange,
  mono = false,
  type = 'text',
  ...native
}: TextFieldProps) {
  return (
    <input
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      {...useFieldProps()}
      {...native}
      type={type}
      className={control.control}
      data-mono={mono || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
