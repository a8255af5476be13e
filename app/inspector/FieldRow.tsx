import type { ReactNode } from 'react'
import type { Path } from '../../src/base/index.ts'
import { CommitField } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { rowsFor } from './parse-source.ts'

/** A field of the document that is a text; emptied, it goes. */
export function FieldRow({
  label,
  path,
  value,
  placeholder,
  hint,
  mono = true,
  layout = 'row',
  check,
  onName,
}: {
  readonly label: string
  readonly path: Path
  readonly value: string | undefined
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly mono?: boolean
  readonly layout?: 'row' | 'stack' | 'hidden'
  /** What is wrong with a text. */
  readonly check?: (text: string) => string | undefined
  /** Sets the text where more than the field follows; gives back what is wrong with it. */
  readonly onName?: ((text: string) => string | undefined) | undefined
}) {
  const edits = useEdits()
  return (
    <CommitField
      label={label}
      layout={layout}
      value={value ?? ''}
      mono={mono}
      hint={hint}
      {...(placeholder !== undefined && { placeholder })}
      {...((value ?? '').includes('\n') && { rows: rowsFor(value ?? '', 2) })}
      onCommit={(text) =>
        (text === '' ? undefined : check?.(text)) ??
        (text === '' || onName === undefined
          ? edits.run('setField', { path, value: text === '' ? null : text })
          : onName(text))
      }
    />
  )
}
