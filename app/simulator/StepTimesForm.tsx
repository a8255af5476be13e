import { useState } from 'react'
import {
  durationText,
  parseDuration,
  type SaidDuration,
  type StepTime,
} from '../../src/simulate/index.ts'
import { durationProblem } from '../mocks/draft.ts'
import { Button, Field, TextField } from '../ui/index.ts'
import styles from './EstimatePane.module.css'
import pane from './NodePane.module.css'
import { useDesk } from './use-shown.ts'

/** So many steps are shown: of more nobody says it by hand. */
const MOST = 100

const SOURCES = { earlier: 'earlier run', said: 'as you say', script: 'its script sleeps' } as const

/** How long each step takes. What is changed holds for all its nodes, in all runs of the file. */
export function StepTimesForm({ steps }: { readonly steps: readonly StepTime[] }) {
  const desk = useDesk()
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map())
  const changed = steps.flatMap((step) => {
    const draft = drafts.get(keyOf(step))
    return draft === undefined || draft.trim() === shownTime(step) ? [] : [{ step, draft }]
  })
  const problem = changed
    .map(({ draft }) => durationProblem(draft))
    .find((one) => one !== undefined)
  const apply = (): void => {
    if (changed.length === 0 || problem !== undefined) return
    const others = desk
      .settings()
      .timing.said.filter((each) => !changed.some(({ step }) => keyOf(step) === keyOf(each)))
    const said = changed.flatMap(({ step: { step, template }, draft }): readonly SaidDuration[] =>
      draft.trim() === '' ? [] : [{ step, template, duration: parseDuration(draft.trim()) ?? 0 }],
    )
    desk.retime({ said: [...others, ...said] })
  }
  return (
    <form
      aria-label="How long steps take"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <table className={styles.times}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className={styles.takes}>
              Takes
            </th>
            <th scope="col" className={styles.from}>
              From
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.slice(0, MOST).map((step) => (
            <Row
              key={keyOf(step)}
              step={step}
              draft={drafts.get(keyOf(step))}
              onChange={(draft) => setDrafts(new Map(drafts).set(keyOf(step), draft))}
            />
          ))}
        </tbody>
      </table>
      {steps.length > MOST && <p>{`and ${String(steps.length - MOST)} more`}</p>}
      <div className={styles.apply}>
        <Button type="submit" size="sm" variant="primary" disabled={changed.length === 0}>
          Apply and run
        </Button>
        {problem !== undefined && (
          <p role="alert" className={pane.problem}>
            {problem}
          </p>
        )}
      </div>
    </form>
  )
}

function Row({
  step,
  draft,
  onChange,
}: {
  readonly step: StepTime
  readonly draft: string | undefined
  readonly onChange: (draft: string) => void
}) {
  const { nodes, template, least, most, from } = step
  // Of a hook of the workflow itself the name begins with the dot behind the run's.
  const name = step.step.replace(/^\./, '') || (template ?? 'the workflow')
  return (
    <tr>
      <th scope="row" title={template === undefined ? name : `${name}, template ${template}`}>
        {name}
        {nodes > 1 && <span className={styles.template}>{` × ${String(nodes)}`}</span>}
      </th>
      <td>
        <Field label={`How long ${name} takes`} layout="hidden">
          <TextField
            value={draft ?? shownTime(step)}
            placeholder={least === most ? '' : `${durationText(least)} to ${durationText(most)}`}
            onChange={onChange}
          />
        </Field>
      </td>
      <td className={styles.from}>{from === undefined ? 'made up' : SOURCES[from]}</td>
    </tr>
  )
}

function keyOf({ step, template }: Pick<StepTime, 'step' | 'template'>): string {
  return JSON.stringify([step, template])
}

/** What stands in the field: nothing where the nodes of a step took different times. */
function shownTime({ least, most }: StepTime): string {
  return least === most ? durationText(least) : ''
}
