import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Mock, MockTarget } from '../../src/simulate/index.ts'
import { Button, Field, IconButton, Select, TextField } from '../ui/index.ts'
import { DecisionFields } from './DecisionFields.tsx'
import type { MockFacts } from './doing.ts'
import { ENDS, mockOf, plainOutcome, type MockDraft, type OutcomeDraft } from './draft.ts'
import { focusField } from './focus-field.ts'
import styles from './Mocks.module.css'
import { OutcomeFields } from './OutcomeFields.tsx'

const items = [
  { value: 'all', label: 'All items' },
  { value: 'index', label: 'The item with number' },
  { value: 'value', label: 'The item with value' },
] as const

/** What a step gives in dry runs: once, for each attempt, or for an item of its loop. */
export function MockForm({
  target,
  facts,
  isLooped,
  draft: first,
  onSave,
  onYaml,
  onCancel,
}: {
  /** Whom it is for; the form says which items. */
  readonly target: MockTarget
  readonly facts: MockFacts
  readonly isLooped: boolean
  readonly draft: MockDraft
  readonly onSave: (mock: Mock) => void
  /** Goes on in YAML, with what the form says. */
  readonly onYaml: (mock: Mock) => void
  readonly onCancel: () => void
}) {
  const [draft, setDraft] = useState(first)
  const [problem, setProblem] = useState<string>()
  const done = (take: (mock: Mock) => void) => () => {
    const mock = mockOf(draft, target)
    if (typeof mock === 'string') setProblem(mock)
    else take(mock)
  }
  const change = (part: Partial<MockDraft>): void => setDraft({ ...draft, ...part })
  return (
    <form
      ref={focusField}
      className={styles.form}
      aria-label="What it gives in dry runs"
      onSubmit={(event) => {
        event.preventDefault()
        done(onSave)()
      }}
    >
      {(isLooped || draft.items !== 'all') && (
        <div className={styles.pair}>
          <Field label="For">
            <Select
              value={draft.items}
              options={items}
              onChange={(value) => {
                const chosen = items.find((each) => each.value === value)
                if (chosen !== undefined) change({ items: chosen.value })
              }}
            />
          </Field>
          {draft.items !== 'all' && (
            <Field
              label={draft.items === 'index' ? 'Number' : 'Value'}
              hint={draft.items === 'index' ? 'From 0' : undefined}
            >
              <TextField mono value={draft.item} onChange={(item) => change({ item })} />
            </Field>
          )}
        </div>
      )}
      {draft.decision !== 'ask' ? (
        <DecisionFields draft={draft} onChange={setDraft} asked={facts.asked} />
      ) : (
        <Attempts draft={draft} facts={facts} onChange={change} />
      )}
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="sm" variant="primary">
          Save
        </Button>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          size="sm"
          variant="ghost"
          title="All that a file of mocks can say"
          onClick={done(onYaml)}
        >
          Edit as YAML
        </Button>
      </div>
    </form>
  )
}

function Attempts({
  draft: { attempts },
  facts: { doing, parameters, artifacts, retries },
  onChange,
}: {
  readonly draft: MockDraft
  readonly facts: MockFacts
  readonly onChange: (part: Partial<MockDraft>) => void
}) {
  const ends = ENDS.filter(
    (each) => each !== 'own' || doing?.kind === 'runs' || attempts.length > 1,
  )
  const set = (at: number, attempt: OutcomeDraft): void =>
    onChange({ attempts: attempts.with(at, attempt) })
  return (
    <>
      {attempts.map((attempt, at) => {
        const fields = (
          <OutcomeFields
            draft={attempt}
            onChange={(next) => set(at, next)}
            ends={attempt.ends === 'own' ? ENDS : ends}
            parameters={[...new Set([...parameters, ...Object.keys(attempt.parameters)])]}
            artifacts={[...new Set([...artifacts, ...Object.keys(attempt.artifacts)])]}
            blank="made up"
          />
        )
        if (attempts.length === 1)
          return (
            <div key={at} className={styles.fields}>
              {fields}
            </div>
          )
        const isLast = at === attempts.length - 1
        const title = `Attempt ${String(at + 1)}${isLast ? ' and all after it' : ''}`
        return (
          <fieldset key={`${String(attempts.length)}/${String(at)}`} className={styles.attempt}>
            <legend className={styles.legend}>
              {title}
              <IconButton
                size="sm"
                icon={<X />}
                label={`Remove attempt ${String(at + 1)}`}
                onClick={() => onChange({ attempts: attempts.toSpliced(at, 1) })}
              />
            </legend>
            {fields}
          </fieldset>
        )
      })}
      {(retries || attempts.length > 1) && (
        <div>
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus />}
            title="What it gives when it is tried again"
            onClick={() => onChange({ attempts: [...attempts, plainOutcome] })}
          >
            Add an attempt
          </Button>
        </div>
      )}
    </>
  )
}
