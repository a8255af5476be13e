import type { ReactNode } from 'react'
import type { Path } from '../../src/base/index.ts'
import { CommitField } from '../ui/index.ts'
import { useEdits } from './commands.ts'
import { ReferenceField } from './ReferenceField.tsx'
import { joinCommand, splitCommand } from './split-command.ts'

/** A list of words in one line, as on a command line. */
export function CommandField({
  name,
  label,
  path,
  value,
  placeholder,
  takesReferences,
}: {
  /** The label as a text. */
  readonly name: string
  readonly label: ReactNode
  readonly path: Path
  readonly value: readonly string[]
  readonly placeholder: string
  readonly takesReferences: boolean
}) {
  const edits = useEdits()
  const shared = {
    label,
    value: joinCommand(value),
    placeholder,
    onCommit: (line: string): string | undefined => {
      const words = splitCommand(line)
      if (words === undefined) return 'A quote is not closed.'
      return edits.setTexts(path, words)
    },
  }
  return takesReferences ? (
    <ReferenceField {...shared} name={name} path={path} />
  ) : (
    <CommitField {...shared} layout="row" mono />
  )
}
