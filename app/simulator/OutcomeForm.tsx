import { useState } from 'react'
import {
  stepNameOf,
  type MockTarget,
  type Outcome,
  type RunNode,
} from '../../src/simulate/index.ts'
import { OutcomeFields } from '../mocks/OutcomeFields.tsx'
import { ownMock } from '../mocks/said.ts'
import { Button, Field, Select } from '../ui/index.ts'
import styles from './NodePane.module.css'
import { draftOf, NODE_ENDS, outcomeOf } from './outcome-draft.ts'
import { useDesk } from './use-shown.ts'

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
  /** As it was named before, so that it takes the place of what was said then. */
  const asSaid = (target: MockTarget): MockTarget => {
    const known = ownMock(desk.settings().mocks, target, target)
    return known === undefined ? target : { ...target, template: known.template }
  }
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
        else desk.mock({ ...asSaid(target), attempts: [mockedBy(next)] })
        onDone()
      }}
    >
      <OutcomeFields
        draft={draft}
        onChange={setDraft}
        ends={NODE_ENDS}
        parameters={Object.keys(draft.parameters)}
        artifacts={[]}
      />
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
  readonly target: MockTarget
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

/** What a form says of a step: not a duration that nobody has said. What was typed into the log is the one line of it that is no result. */
function mockedBy({ phase, exitCode, result, parameters, message, log, ...rest }: Outcome) {
  const [line] = log
  const own = log.length === 1 && line?.text !== result ? line?.text : undefined
  const duration = rest.durationFrom === 'said' ? rest.duration : undefined
  return { phase, exitCode, result, parameters, message, duration, log: own }
}
