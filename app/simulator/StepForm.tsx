import { Play } from 'lucide-react'
import { useState } from 'react'
import type { RunNode } from '../../src/simulate/index.ts'
import { Button, Field, TextArea } from '../ui/index.ts'
import styles from './NodePane.module.css'
import { useDesk } from './use-shown.ts'
import { namedValues } from './values.ts'

/** The inputs of a step that runs alone: those that it had, to be changed. */
export function StepForm({
  node,
  onDone,
}: {
  readonly node: RunNode
  readonly onDone: () => void
}) {
  const desk = useDesk()
  const inputs = namedValues(node.inputs?.parameters)
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(inputs.map(({ name, value }) => [name, value])),
  )
  return (
    <form
      className={styles.form}
      aria-label={`Inputs of ${node.displayName}`}
      onSubmit={(event) => {
        event.preventDefault()
        desk.runAlone(node.id, values)
        onDone()
      }}
    >
      {inputs.map(({ name }) => (
        <Field key={name} label={name}>
          <TextArea
            mono
            rows={1}
            value={values[name] ?? ''}
            onChange={(value) => setValues({ ...values, [name]: value })}
          />
        </Field>
      ))}
      <div className={styles.actions}>
        <Button type="submit" size="sm" variant="primary" icon={<Play />}>
          Run only this step
        </Button>
        <Button size="sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
