import { Split } from 'lucide-react'
import { assertNever } from '../../src/base/index.ts'
import { neverWords, type Reach, type Reachability } from '../../src/simulate/index.ts'
import { useActions, useDocument, type ShownRun } from '../store/index.ts'
import { Badge, Button, EmptyState, Spinner } from '../ui/index.ts'
import styles from './ReachPane.module.css'
import type { Reaching } from './use-reach.ts'

export interface ReachPaneProps {
  readonly run: ShownRun
  readonly reach: Reaching
}

/** Which steps run always, sometimes or never, over all that parameters and steps may give. */
export function ReachPane({ run, reach: [state, start] }: ReachPaneProps) {
  const text = useDocument((slice) => slice.state.text)
  if (state.kind === 'trying')
    return (
      <div className={styles.trying} role="status">
        <Spinner />
        Trying all branches…
      </div>
    )
  if (state.kind !== 'found')
    return (
      <EmptyState
        icon={<Split />}
        title={state.kind === 'refused' ? 'Nothing was tried' : 'Which steps can run?'}
        actions={
          <Button icon={<Split />} onClick={start}>
            Try all branches
          </Button>
        }
      >
        {state.kind === 'refused'
          ? state.reason
          : 'Runs the workflow with all that makes a difference to its conditions: parameters, outputs, lists and failures.'}
      </EmptyState>
    )
  return (
    <Found found={state.found} isOld={state.text !== text} file={run.files[0]?.id} again={start} />
  )
}

interface FoundProps {
  readonly found: Reachability
  readonly isOld: boolean
  readonly file: number | undefined
  readonly again: () => void
}

function Found({ found, isOld, file, again }: FoundProps) {
  const { steps, tried, isComplete } = found
  const rank = { never: 0, unknown: 1, sometimes: 2, always: 3 }
  const sorted = steps.toSorted((a, b) => rank[a.runs] - rank[b.runs])
  const runs = `${String(tried)} ${tried === 1 ? 'run' : 'runs'}`
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="What can run">
      <p className={styles.sum}>
        <span>
          {countWords(steps)}
          {` ${runs} tried${isComplete ? '' : ', not all that there are'}.`}
          {isOld && ' The text has changed since.'}
        </span>
        <Button size="sm" onClick={again}>
          Try again
        </Button>
      </p>
      <ul className={styles.list}>
        {sorted.map((step) => (
          <Row key={step.origin.path.join('/')} step={step} file={file} />
        ))}
      </ul>
    </div>
  )
}

/** How many steps never run, and of how many that is not known. */
function countWords(steps: readonly Reach[]): string {
  const count = (wanted: Reach['runs']) => steps.filter(({ runs }) => runs === wanted).length
  const [never, unknown] = [count('never'), count('unknown')]
  if (never + unknown === 0) return 'Every step runs in some run.'
  const told = [
    ...(never > 0 ? [`${String(never)} of ${String(steps.length)} steps never run.`] : []),
    ...(unknown > 0 ? [`Of ${String(unknown)} it is not known whether they can run.`] : []),
  ]
  return told.join(' ')
}

const tones = {
  never: 'warning',
  unknown: 'neutral',
  sometimes: 'info',
  always: 'success',
} as const
const labels = {
  never: 'never',
  unknown: 'not known',
  sometimes: 'sometimes',
  always: 'always',
} as const

function Row({ step, file }: { readonly step: Reach; readonly file: number | undefined }) {
  const actions = useActions()
  const { name, template, runs, origin } = step
  const reason = reasonOf(step)
  return (
    <li>
      <button
        type="button"
        className={styles.step}
        onClick={() => {
          const { document, path } = origin
          if (file !== undefined && origin.source === 0) actions.goTo({ file, document, path })
        }}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.template}>{template}</span>
        <Badge tone={tones[runs]}>{labels[runs]}</Badge>
        {reason !== undefined && <span className={styles.reason}>{reason}</span>}
      </button>
    </li>
  )
}

/** What led to a step, why it never runs, or why that is not known. */
function reasonOf(step: Reach): string | undefined {
  switch (step.runs) {
    case 'always':
      return undefined
    case 'sometimes': {
      const reasons = [...step.example].map(([key, value]) => `${key} is ${JSON.stringify(value)}`)
      return reasons.length === 0 ? undefined : `as when ${reasons.join(', ')}`
    }
    case 'never':
      return neverWords(step.because)
    case 'unknown':
      return step.why
    default:
      return assertNever(step)
  }
}
