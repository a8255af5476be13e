import { useState } from 'react'
import { useDocument } from '../../store/index.ts'
import { TextField, Tooltip, useCommit, VisuallyHidden } from '../../ui/index.ts'
import styles from './FileName.module.css'

/** The name of the open file, with a dot while there are unsaved changes. A click renames it. */
export function FileName({
  onRename,
}: {
  readonly onRename: (name: string) => string | undefined
}) {
  const name = useDocument((slice) => slice.file.name)
  const isDirty = useDocument((slice) => slice.isDirty)
  const [editing, setEditing] = useState(false)
  return (
    <div className={styles.file}>
      {editing ? (
        <NameField name={name} onRename={onRename} onDone={() => setEditing(false)} />
      ) : (
        <Tooltip content={isDirty ? `${name}: unsaved changes` : name}>
          <button type="button" className={styles.name} onClick={() => setEditing(true)}>
            <span className={styles.words}>{name}</span>
            <VisuallyHidden>{isDirty ? 'with unsaved changes: rename' : 'rename'}</VisuallyHidden>
          </button>
        </Tooltip>
      )}
      <span className={styles.dot} data-dirty={isDirty || undefined} aria-hidden />
    </div>
  )
}

function NameField({
  name,
  onRename,
  onDone,
}: {
  readonly name: string
  readonly onRename: (name: string) => string | undefined
  readonly onDone: () => void
}) {
  const draft = useCommit({
    value: name,
    onCommit: (typed) => {
      const problem = onRename(typed)
      if (problem === undefined) onDone()
      return problem
    },
  })
  return (
    <>
      <TextField
        aria-label="File name"
        aria-invalid={draft.refusal === undefined ? undefined : true}
        aria-describedby="file-name-problem"
        value={draft.text}
        onChange={draft.setText}
        autoFocus
        onFocus={(event) => {
          // The ending stays when the name is typed over.
          event.target.setSelectionRange(0, name.replace(/\.[^.]*$/, '').length)
        }}
        onBlur={() => {
          draft.commit()
          onDone()
        }}
        onKeyDown={(event) => {
          draft.onKeyDown(event)
          const isDone = event.key === 'Enter' && draft.text === name
          if (event.key === 'Escape' || isDone) onDone()
        }}
      />
      {draft.refusal !== undefined && (
        <p id="file-name-problem" role="alert" className={styles.problem}>
          {draft.refusal}
        </p>
      )}
    </>
  )
}
