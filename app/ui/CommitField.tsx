import type { ReactNode } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import { TextArea } from './TextArea.tsx'
import { TextField } from './TextField.tsx'
import { useCommit, type CommitOptions } from './use-commit.ts'

export interface CommitFieldProps extends Omit<FieldProps, 'children'>, CommitOptions {
  readonly placeholder?: string
  readonly mono?: boolean
  /** Lines at first; makes it a text area. */
  readonly rows?: number
  readonly code?: boolean
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly autoFocus?: boolean
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'url'
  /** Beside the control, such as a button that inserts a reference. */
  readonly after?: ReactNode
}

/** A labelled text that is written to the document as a whole: on Enter or on leaving it; Escape reverts. */
export function CommitField({
  value,
  onCommit,
  multiline,
  unfinished,
  onUnfinished,
  placeholder,
  mono = false,
  rows,
  code = false,
  disabled = false,
  readOnly = false,
  autoFocus = false,
  inputMode = 'text',
  after,
  error,
  ...field
}: CommitFieldProps) {
  const several = multiline ?? (rows !== undefined || code)
  const draft = useCommit({ value, onCommit, multiline: several, unfinished, onUnfinished })
  const shared = {
    value: draft.text,
    onChange: draft.setText,
    onBlur: draft.onBlur,
    onKeyDown: draft.onKeyDown,
    placeholder,
    mono: mono || code,
    disabled,
    readOnly,
    autoFocus,
    inputMode,
  }
  const control = several ? (
    <TextArea {...shared} code={code} rows={rows ?? 3} />
  ) : (
    <TextField {...shared} />
  )
  return (
    <Field {...field} error={draft.refusal ?? error}>
      {after === undefined ? control : <FieldLine control={control} after={after} />}
    </Field>
  )
}

function FieldLine({ control, after }: { readonly control: ReactNode; readonly after: ReactNode }) {
  return (
    <div style={{ display: 'flex', alignItems: 'flex-start', gap: 'var(--space-4)' }}>
      {control}
      {after}
    </div>
  )
}
