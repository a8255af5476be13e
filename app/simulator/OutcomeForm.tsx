import { useState } from 'react'
import { stepNameOf, type Mock, type Outcome, type RunNode } from '../../src/simulate/index.ts'
import { Button, Field, Select, TextArea, TextField } from '../ui/index.ts'
import styles from './NodePane.module.css'
import { useDesk } from './use-shown.ts'
import { draftOf, outcomeOf } from './values.ts'

const PHASES = ['Succeeded', 'Failed', 'Error'] as const

/** What a step gives: changed for the node in this run, or said for all runs of the step, of the item or of the attempt. */
export function OutcomeForm({
  node,
  outcome,
  onDone,
}: {
  readonly node: RunNode
  readonly outcome: Outcome
  readonly onDone: () => void
}) {
  const desk = useDesk()
  const [draft, setDraft] = useState(() => draftOf(outcome))
  const [scope, setScope] = useState('node')
  const [problem, setProblem] = useState<string>()
  const scopes = scopesOf(node)
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part })
  return (
    <form
      className={styles.form}
      aria-label={`What ${node.displayName} gives`}
      onSubmit={(event) => {
        event.preventDefault()
        const next = outcomeOf(draft, outcome)
        if (typeof next === 'string') return setProblem(next)
        const target = scopes.find(({ value }) => value === scope)?.target
        if (target === undefined) desk.changeOutcome(node.id, next)
        else desk.mock({ ...target, attempts: [mockedBy(next)] })
        onDone()
      }}
    >
      <div className={styles.pair}>
        <Field label="Ends as">
          <Select
            value={draft.phase}
            options={PHASES.map((phase) => ({ value: phase }))}
            onChange={(value) => {
              const phase = PHASES.find((each) => each === value)
              if (phase !== undefined)
                change({
                  phase,
                  exitCode:
                    phase === 'Succeeded' ? '0' : draft.exitCode === '0' ? '1' : draft.exitCode,
                })
            }}
          />
        </Field>
        <Field label="Exit code">
          <TextField
            value={draft.exitCode}
            inputMode="numeric"
            onChange={(exitCode) => change({ exitCode })}
          />
        </Field>
      </div>
      <Field label="Result" hint="What it writes to standard output">
        <TextArea rows={2} mono value={draft.result} onChange={(result) => change({ result })} />
      </Field>
      {Object.entries(draft.parameters).map(([name, value]) => (
        <Field key={name} label={`Output ${name}`}>
          <TextField
            mono
            value={value}
            onChange={(text) => change({ parameters: { ...draft.parameters, [name]: text } })}
          />
        </Field>
      ))}
      <div className={styles.pair}>
        <Field label="Takes, in seconds">
          <TextField
            value={draft.duration}
            inputMode="decimal"
            onChange={(duration) => change({ duration })}
          />
        </Field>
        <Field label="For">
          <Select
            value={scope}
            options={[
              { value: 'node', label: 'This node, once' },
              ...scopes.map(({ value, label }) => ({ value, label })),
            ]}
            onChange={setScope}
          />
        </Field>
      </div>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" size="sm" variant="primary">
          Apply and run
        </Button>
        <Button size="sm" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

interface Scope {
  readonly value: string
  readonly label: string
  readonly target: Omit<Mock, 'attempts'>
}

/** Whom the form may speak of, besides the one node. */
function scopesOf(node: RunNode): readonly Scope[] {
  const step = stepNameOf(node)
  const whole = {
    step,
    ...(node.templateName === undefined ? {} : { template: node.templateName }),
  }
  const { item, attempt } = node
  return [
    { value: 'step', label: `${step}, in all runs`, target: whole },
    ...(item === undefined
      ? []
      : [
          {
            value: 'item',
            label: `Item ${String(item.index)} of ${step}, in all runs`,
            target: { ...whole, index: item.index },
          },
        ]),
    ...(attempt === undefined
      ? []
      : [
          {
            value: 'attempt',
            label: `Attempt ${String(attempt + 1)} of ${step}, in all runs`,
            target: { ...whole, attempt },
          },
        ]),
  ]
}

function mockedBy({ phase, exitCode, result, parameters, message, duration }: Outcome) {
  return { phase, exitCode, result, parameters, message, duration }
}
