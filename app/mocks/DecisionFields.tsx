import { Field, Select, TextField } from '../ui/index.ts'
import type { MockFacts } from './doing.ts'
import type { MockDraft } from './draft.ts'

const decisions = [
  { value: 'approve', label: 'Approve' },
  { value: 'reject', label: 'Reject' },
] as const

/** What is decided about a suspended step, without asking anybody. */
export function DecisionFields({
  draft,
  onChange,
  asked,
}: {
  readonly draft: MockDraft
  readonly onChange: (draft: MockDraft) => void
  readonly asked: MockFacts['asked']
}) {
  const { decision, values, reason } = draft
  const names = new Set([...asked.map(({ name }) => name), ...Object.keys(values)])
  return (
    <>
      <Field label="Decision">
        <Select
          value={decision}
          options={decisions}
          onChange={(value) => {
            const chosen = decisions.find((each) => each.value === value)
            if (chosen !== undefined) onChange({ ...draft, decision: chosen.value })
          }}
        />
      </Field>
      {decision === 'reject' ? (
        <Field label="Message">
          <TextField
            value={reason}
            placeholder="none"
            onChange={(text) => onChange({ ...draft, reason: text })}
          />
        </Field>
      ) : (
        [...names].map((name) => {
          const choices = asked.find((each) => each.name === name)?.choices ?? []
          const set = (value: string): void =>
            onChange({ ...draft, values: { ...values, [name]: value } })
          return (
            <Field key={name} label={`Output ${name}`}>
              {choices.length > 0 ? (
                <Select
                  value={values[name]}
                  placeholder="Its default"
                  options={choices.map((value) => ({ value }))}
                  onChange={set}
                />
              ) : (
                <TextField
                  mono
                  value={values[name] ?? ''}
                  placeholder="its default"
                  onChange={set}
                />
              )}
            </Field>
          )
        })
      )}
    </>
  )
}
