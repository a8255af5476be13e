import { Field, Select, TextArea, TextField } from '../ui/index.ts'
import type { Ends, OutcomeDraft } from './draft.ts'
import styles from './Mocks.module.css'

const endWords: Readonly<Record<Ends, string>> = {
  Succeeded: 'Succeeded',
  Failed: 'Failed',
  Error: 'Error',
  chance: 'Succeeded, with one of several results',
  own: 'As it does itself',
}

/** The fields of what a step gives. What is left empty is as `blank` says. */
export function OutcomeFields({
  draft,
  onChange,
  ends,
  parameters,
  artifacts,
  blank = '',
}: {
  readonly draft: OutcomeDraft
  readonly onChange: (draft: OutcomeDraft) => void
  /** How it may end. */
  readonly ends: readonly Ends[]
  /** Names of its outputs. */
  readonly parameters: readonly string[]
  readonly artifacts: readonly string[]
  readonly blank?: string
}) {
  const change = (part: Partial<OutcomeDraft>): void => onChange({ ...draft, ...part })
  const hasFailed = draft.ends === 'Failed' || draft.ends === 'Error'
  const gives = draft.ends !== 'own'
  // Nothing is made up of a step that fails.
  const empty = hasFailed && blank !== '' ? 'none' : blank
  return (
    <>
      <div className={styles.pair}>
        <Field label="Ends as">
          <Select
            value={draft.ends}
            options={ends.map((value) => ({ value, label: endWords[value] }))}
            onChange={(value) => {
              const chosen = ends.find((each) => each === value)
              // What was said of a failure means nothing for a success.
              if (chosen === undefined) return
              const isSame = isBad(chosen) && isBad(draft.ends)
              change({ ends: chosen, ...(isSame ? {} : { exitCode: '', message: '' }) })
            }}
          />
        </Field>
        {hasFailed && (
          <Field label="Exit code">
            <TextField
              value={draft.exitCode}
              inputMode="numeric"
              placeholder={draft.ends === 'Failed' ? '1' : 'none'}
              onChange={(exitCode) => change({ exitCode })}
            />
          </Field>
        )}
      </div>
      {hasFailed && (
        <Field label="Message">
          <TextField
            value={draft.message}
            placeholder={draft.ends === 'Failed' ? 'That of its exit code' : 'none'}
            onChange={(message) => change({ message })}
          />
        </Field>
      )}
      {draft.ends === 'chance' ? (
        <Field label="Results" hint="One on each line; the seed of the run chooses.">
          <TextArea
            rows={3}
            mono
            value={draft.choices}
            onChange={(choices) => change({ choices })}
          />
        </Field>
      ) : (
        gives && (
          <Field label="Result" hint="What it writes to standard output">
            <TextArea
              rows={2}
              mono
              value={draft.result}
              placeholder={empty}
              onChange={(result) => change({ result })}
            />
          </Field>
        )
      )}
      {gives &&
        parameters.map((name) => (
          <Field key={name} label={`Output ${name}`}>
            <TextField
              mono
              value={draft.parameters[name] ?? ''}
              placeholder={empty}
              onChange={(text) => change({ parameters: { ...draft.parameters, [name]: text } })}
            />
          </Field>
        ))}
      {gives &&
        artifacts.map((name) => (
          <Field key={name} label={`Artifact ${name}`}>
            <TextArea
              rows={1}
              mono
              value={draft.artifacts[name] ?? ''}
              placeholder={empty}
              onChange={(text) => change({ artifacts: { ...draft.artifacts, [name]: text } })}
            />
          </Field>
        ))}
      <div className={styles.pair}>
        <Field label="Takes">
          <TextField
            value={draft.duration}
            placeholder={draft.ends === 'own' ? 'as it does' : '1s'}
            onChange={(duration) => change({ duration })}
          />
        </Field>
        <Field label="Log">
          <TextArea
            rows={1}
            mono
            value={draft.log}
            placeholder={gives ? 'its result' : 'its own'}
            onChange={(log) => change({ log })}
          />
        </Field>
      </div>
    </>
  )
}

function isBad(ends: Ends): boolean {
  return ends === 'Failed' || ends === 'Error'
}
