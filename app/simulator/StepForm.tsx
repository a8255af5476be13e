import { Play } from 'lucide-react'
import { useState } from 'react'
import { textFile, type ArtifactContent, type RunNode } from '../../src/simulate/index.ts'
import { Button, Field, Select, TextArea } from '../ui/index.ts'
import styles from './NodePane.module.css'
import { textIn, type AskedArtifact, type AskedInputs } from './single-step.ts'
import { useDesk } from './use-shown.ts'

/** The inputs of a step that runs alone: those that it had, to be changed. */
export function StepForm({
  node,
  asked,
  onDone,
}: {
  readonly node: RunNode
  readonly asked: AskedInputs
  readonly onDone: () => void
}) {
  const desk = useDesk()
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      asked.parameters.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
    ),
  )
  const [files, setFiles] = useState<Readonly<Record<string, ArtifactContent>>>(() =>
    Object.fromEntries(
      asked.artifacts.flatMap(({ name, content, canLack }) => {
        const held = content ?? (canLack ? undefined : textFile(''))
        return held === undefined ? [] : [[name, held]]
      }),
    ),
  )
  return (
    <form
      className={styles.form}
      aria-label={`Inputs of ${node.displayName}`}
      onSubmit={(event) => {
        event.preventDefault()
        desk.runAlone(node.id, { parameters: values, artifacts: files })
        onDone()
      }}
    >
      {asked.parameters.map(({ name, choices, description }) => (
        <Field key={name} label={name} hint={description === '' ? undefined : description}>
          {choices.length > 0 ? (
            <Select
              value={values[name]}
              placeholder="Choose a value"
              options={choices.map((choice) => ({ value: choice }))}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          ) : (
            <TextArea
              mono
              rows={1}
              value={values[name] ?? ''}
              onChange={(value) => setValues({ ...values, [name]: value })}
            />
          )}
        </Field>
      ))}
      {asked.artifacts.map((artifact) => (
        <ArtifactField
          key={artifact.name}
          artifact={artifact}
          held={files[artifact.name]}
          onChange={(text) => setFiles({ ...files, [artifact.name]: textFile(text) })}
        />
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

/** What an artifact holds, as a text. What is none stays as it is until a text is written in its place. */
function ArtifactField({
  artifact: { name },
  held,
  onChange,
}: {
  readonly artifact: AskedArtifact
  /** Nothing when it is not given. */
  readonly held: ArtifactContent | undefined
  readonly onChange: (text: string) => void
}) {
  const text = held && textIn(held)
  return (
    <Field label={`File ${name}`} hint={hintOf(held)}>
      <TextArea mono rows={2} value={text ?? ''} onChange={onChange} />
    </Field>
  )
}

function hintOf(held: ArtifactContent | undefined): string | undefined {
  if (held === undefined)
    return 'Left empty, the step runs without it, or gets it from where it lies.'
  if (held.kind === 'folder')
    return `A folder of ${String(held.files.length)} files, given as it is. A text takes its place.`
  if (textIn(held) === undefined)
    return `${String(held.bytes.length)} bytes that are no text, given as they are. A text takes their place.`
  return undefined
}
