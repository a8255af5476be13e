import type { Ref, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import { useFieldProps } from './field-context.ts'

export interface TextAreaProps extends Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  'className' | 'value' | 'onChange'
> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly mono?: boolean
  /** Long lines scroll instead of wrapping. */
  readonly code?: boolean
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text, live. */
export function TextArea({
  value,
  onChange,
  code = false,
  mono = code,
  rows = 3,
  ...native
}: TextAreaProps) {
  return (
    <textarea
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      {...useFieldProps()}
      {...native}
      rows={rows}
      className={classNames(control.control, control.multiline)}
      data-mono={mono || undefined}
      data-code={code || undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
