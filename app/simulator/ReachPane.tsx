import { Split } from 'lucide-react'
import type { Reach, Reachability } from '../../src/simulate/index.ts'
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
          : 'Runs the workflow with every value that its conditions compare outputs with, and with each step failing once.'}
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
  const rank = { never: 0, sometimes: 1, always: 2 }
  const sorted = steps.toSorted((a, b) => rank[a.runs] - rank[b.runs])
  const never = steps.filter(({ runs }) => runs === 'never').length
  const runs = `${String(tried)} ${tried === 1 ? 'run' : 'runs'}`
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="What can run">
      <p className={styles.sum}>
        <span>
          {never === 0
            ? 'Every step runs in some run.'
            : `${String(never)} of the steps never run.`}
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

const tones = { never: 'warning', sometimes: 'info', always: 'success' } as const

function Row({ step, file }: { readonly step: Reach; readonly file: number | undefined }) {
  const actions = useActions()
  const { name, template, runs, example, origin } = step
  const reasons = [...example].map(([key, value]) => `${key} is ${JSON.stringify(value)}`)
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
        <Badge tone={tones[runs]}>{runs}</Badge>
        {runs === 'sometimes' && reasons.length > 0 && (
          <span className={styles.example}>{`as when ${reasons.join(', ')}`}</span>
        )}
      </button>
    </li>
  )
}
