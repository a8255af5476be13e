import { Check, X } from 'lucide-react'
import { useState } from 'react'
import type { RunNode } from '../../src/simulate/index.ts'
import { Button, Field, Select, TextField } from '../ui/index.ts'
import styles from './NodePane.module.css'
import { useDesk } from './use-shown.ts'
import { askedOf } from './values.ts'

/** What a person tells a suspended node: values for its outputs, and whether it goes on. */
export function ResumeForm({ node }: { readonly node: RunNode }) {
  const desk = useDesk()
  const asked = askedOf(node)
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(asked.map(({ name, value }) => [name, value])),
  )
  const [problem, setProblem] = useState<string>()
  const set = (name: string) => (value: string) => setValues({ ...values, [name]: value })
  return (
    <form
      className={styles.form}
      aria-label={`Answer for ${node.displayName}`}
      onSubmit={(event) => {
        event.preventDefault()
        void desk.resume(node.id, values).then(setProblem)
      }}
    >
      {asked.map(({ name, choices, description }) => (
        <Field key={name} label={name} hint={description === '' ? undefined : description}>
          {choices.length > 0 ? (
            <Select
              value={values[name]}
              options={choices.map((choice) => ({ value: choice, label: choice }))}
              onChange={set(name)}
            />
          ) : (
            <TextField value={values[name] ?? ''} onChange={set(name)} mono />
          )}
        </Field>
      ))}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="sm" variant="primary" icon={<Check />}>
          {asked.length > 0 ? 'Approve with these values' : 'Approve'}
        </Button>
        <Button size="sm" icon={<X />} onClick={() => desk.reject(node.id)}>
          Reject
        </Button>
      </div>
    </form>
  )
}
