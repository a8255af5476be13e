import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Path } from '../../src/base/index.ts'
import { sourceOf } from '../../src/yaml/index.ts'
import { useScene } from '../store/index.ts'
import { CommitField, IconButton } from '../ui/index.ts'
import { useEdits, type Edits } from './commands.ts'
import { useUnfinished } from './drafts.ts'
import { Name } from './Name.tsx'
import { parseSource, rowsFor } from './parse-source.ts'
import { shorten } from './shorten.ts'

/** A field as YAML, as it is written in the file. What does not parse stays in the field, with the reason. */
export function RawRow({
  label,
  path,
  hint,
  warning,
  onRemove,
}: {
  readonly label: string
  readonly path: Path
  readonly hint?: ReactNode
  readonly warning?: ReactNode
  /** Instead of taking the field out of its map. */
  readonly onRemove?: () => void
}) {
  const { tree, document } = useScene()
  const edits = useEdits()
  const source = sourceOf(tree, { document, path }) ?? ''
  return (
    <CommitField
      {...useUnfinished(document, path)}
      label={<Name>{label}</Name>}
      value={source}
      code
      rows={rowsFor(source)}
      hint={hint}
      warning={warning}
      onCommit={(text) => (source === '' ? setNew(edits.run, path, text) : edits.write(path, text))}
      actions={
        <IconButton
          size="sm"
          icon={<X />}
          label={`Remove ${shorten(label)}`}
          onClick={onRemove ?? (() => void edits.run('setField', { path, value: null }))}
        />
      }
    />
  )
}

/** A field that is not in the file yet; it is written when it has a value. */
export function NewRow({
  label,
  path,
  onDone,
}: {
  readonly label: string
  readonly path: Path
  readonly onDone: () => void
}) {
  const { document } = useScene()
  const edits = useEdits()
  return (
    <CommitField
      {...useUnfinished(document, path)}
      label={<Name>{label}</Name>}
      value=""
      code
      rows={2}
      autoFocus
      placeholder="YAML"
      onCommit={(text) => {
        const refusal = text.trim() === '' ? undefined : setNew(edits.run, path, text)
        if (refusal === undefined) onDone()
        return refusal
      }}
      actions={
        <IconButton
          size="sm"
          icon={<X />}
          label={`Do not add ${shorten(label)}`}
          onClick={onDone}
        />
      }
    />
  )
}

function setNew(run: Edits['run'], path: Path, source: string): string | undefined {
  const value = parseSource(source)
  return value.ok ? run('setField', { path, value: value.value }) : value.error
}
