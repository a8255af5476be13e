import { CommitField } from '../ui/index.ts'
import type { ListFieldProps } from './CommandField.tsx'
import { useEdits } from './commands.ts'
import { rowsFor } from './parse-source.ts'

/** A list of texts, one a line. Only for texts of one line each: see `isLines` of split-command.ts. */
export function LinesField({ label, path, value, placeholder, hint }: ListFieldProps) {
  const edits = useEdits()
  const text = value.join('\n')
  return (
    <CommitField
      label={label}
      mono
      rows={rowsFor(text, 2)}
      value={text}
      hint={hint}
      {...(placeholder !== undefined && { placeholder })}
      onCommit={(typed) => edits.setTexts(path, typed === '' ? [] : typed.split('\n'))}
    />
  )
}
