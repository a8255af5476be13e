import { useState } from 'react'
import { printMocks, type Mock } from '../../src/simulate/index.ts'
import { Button, Field, TextArea } from '../ui/index.ts'
import { focusField } from './focus-field.ts'
import styles from './Mocks.module.css'
import { readMocksText } from './read-text.ts'

/** Mocks as a file of mocks says them, with all that it can say. */
export function MockYaml({
  mock,
  onSave,
  onCancel,
}: {
  readonly mock: Mock
  readonly onSave: (mocks: readonly Mock[]) => void
  readonly onCancel: () => void
}) {
  const [text, setText] = useState(() => printMocks([mock]))
  const [problems, setProblems] = useState<readonly string[]>([])
  return (
    <form
      ref={focusField}
      className={styles.form}
      aria-label="What it gives in dry runs, as YAML"
      onSubmit={(event) => {
        event.preventDefault()
        const read = readMocksText(text)
        setProblems(read.problems)
        if (read.problems.length === 0) onSave(read.mocks)
      }}
    >
      <Field
        label="Mocks"
        hint="A list, as a file of mocks has it: step, template, node, item, index and attempt say for whom; result, outputs, exitCode, phase, message, log, duration, attempts, oneOf, resume and reject what happens."
      >
        <TextArea mono rows={7} value={text} onChange={setText} />
      </Field>
      <Problems problems={problems} />
      <div className={styles.actions}>
        <Button type="submit" size="sm" variant="primary">
          Save
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** What is wrong with a text of mocks, each with its line. */
export function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <ul role="alert" className={styles.problems}>
      {problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  )
}
