import type { ReactNode } from 'react'
import type { Path } from '../../src/base/index.ts'
import { Field, useCommit } from '../ui/index.ts'
import styles from './ReferenceField.module.css'
import { ReferencePicker } from './ReferencePicker.tsx'
import { TokenField } from './TokenField.tsx'
import { useInsertion } from './use-insertion.ts'
import { useReferenceOptions, type ReferenceForm } from './use-reference-options.ts'

/** A text that may hold references: those in it stand out, and a button offers what is in scope at its place. */
export function ReferenceField({
  name,
  label,
  layout = 'stack',
  path,
  form = 'tag',
  isWhole = false,
  value,
  rows,
  onCommit,
  placeholder,
  actions,
  autoFocus = false,
  ...field
}: {
  /** The label as a text. */
  readonly name: string
  readonly label: ReactNode
  /** `hidden`: the button stands beside the control. */
  readonly layout?: 'stack' | 'hidden'
  /** Of the text: what is in scope there is offered. */
  readonly path: Path
  readonly form?: ReferenceForm
  /** Whether the text is one reference and nothing else. */
  readonly isWhole?: boolean
  readonly value: string
  /** Lines at first; makes it a text of several lines. */
  readonly rows?: number | undefined
  readonly onCommit: (text: string) => string | undefined
  readonly placeholder?: string | undefined
  readonly actions?: ReactNode
  readonly autoFocus?: boolean
  readonly required?: boolean
  readonly warning?: ReactNode
  readonly hint?: ReactNode
}) {
  const multiline = rows !== undefined || value.includes('\n')
  const draft = useCommit({ value, onCommit, multiline })
  const insertion = useInsertion(draft, isWhole)
  const listOptions = useReferenceOptions(path, form)
  const picker = (
    <ReferencePicker
      label={`Insert a reference into ${name}`}
      listOptions={listOptions}
      onPick={insertion.pick}
    />
  )
  const isHidden = layout === 'hidden'
  return (
    <Field
      {...field}
      label={label}
      layout={layout}
      error={draft.refusal}
      actions={
        isHidden ? undefined : (
          <>
            <span className={styles.rest}>{actions}</span>
            {picker}
          </>
        )
      }
    >
      <div className={isHidden ? styles.line : styles.whole} onSelect={insertion.onSelect}>
        <TokenField
          fieldRef={insertion.fieldRef}
          draft={draft}
          multiline={multiline}
          rows={rows ?? 3}
          placeholder={placeholder}
          autoFocus={autoFocus}
        />
        {isHidden && picker}
      </div>
    </Field>
  )
}
