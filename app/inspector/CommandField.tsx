import type { ReactNode } from 'react'
import type { Path } from '../../src/base/index.ts'
import { useEdits } from './commands.ts'
import { ReferenceField } from './ReferenceField.tsx'
import { joinCommand, splitCommand } from './split-command.ts'

export interface ListFieldProps {
  /** The label as a text. */
  readonly name: string
  readonly label: ReactNode
  readonly path: Path
  readonly value: readonly string[]
  readonly placeholder?: string
  readonly hint?: ReactNode
}

/** A list of words in one line, as on a command line. */
export function CommandField({ name, label, path, value, placeholder, hint }: ListFieldProps) {
  const edits = useEdits()
  return (
    <ReferenceField
      name={name}
      label={label}
      path={path}
      value={joinCommand(value)}
      hint={hint}
      {...(placeholder !== undefined && { placeholder })}
      onCommit={(line) => {
        const words = splitCommand(line)
        if (words === undefined) return 'A quote is not closed.'
        return edits.setTexts(path, words)
      }}
    />
  )
}
