import { useState } from 'react'
import { portNameProblem } from '../../src/argo/index.ts'
import { Button, Field, TextField } from '../ui/index.ts'
import styles from './forms.module.css'

/** Adds an argument by its name, for templates whose inputs are not known. */
export function AddArgument({
  taken,
  onAdd,
}: {
  readonly taken: ReadonlySet<string>
  readonly onAdd: (name: string) => string | undefined
}) {
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const add = (): void => {
    const problem =
      portNameProblem(name) ?? (taken.has(name) ? 'There is an argument of that name.' : undefined)
    const refused = problem ?? onAdd(name)
    setRefusal(refused)
    if (refused === undefined) setName('')
  }
  return (
    <Field label="Add a parameter" error={refusal}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <TextField
            mono
            placeholder="name"
            aria-label="Name of the parameter"
            value={name}
            onChange={(text) => {
              setName(text)
              setRefusal(undefined)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) add()
            }}
          />
        </div>
        <Button onClick={add} disabled={name === ''}>
          Add
        </Button>
      </div>
    </Field>
  )
}
