import { Route } from 'lucide-react'
import {
  amountWords,
  durationWords,
  hasDuration,
  type CriticalStep,
  type Estimate,
  type Peak,
} from '../../src/simulate/index.ts'
import { useDesigner, useRun, useRuns, type ShownRun } from '../store/index.ts'
import { Button } from '../ui/index.ts'
import { chooseNode } from './choose-node.ts'
import { DurationSources } from './DurationSources.tsx'
import styles from './EstimatePane.module.css'
import { Fact } from './Fact.tsx'
import pane from './NodePane.module.css'
import { StepTimesForm } from './StepTimesForm.tsx'
import { spanWords } from './time-words.ts'
import { useEstimate } from './use-estimate.ts'
import { useDesk } from './use-shown.ts'

/** So many steps of the critical path are shown. */
const MOST = 50

/**
 * What the whole run takes, and what says so: where durations are from, the steps that decide how long it takes, the most that its pods ask
 * for at once, and how long each step takes, to be changed.
 */
export function EstimatePane({ run }: { readonly run: ShownRun }) {
  const desk = useDesk()
  const estimate = useEstimate(run)
  useRun((state) => state.settings)
  const { timing } = desk.settings()
  return (
    <div className={pane.scroll} tabIndex={0} role="group" aria-label="Estimate of the run">
      <div className={pane.facts}>
        <Fact name="Durations">
          <DurationSources timing={timing} onChange={desk.retime} />
        </Fact>
        {estimate === undefined ? (
          <p className={pane.quiet}>The estimate is made when the run has come to its end.</p>
        ) : estimate.steps.length === 0 ? (
          <p className={pane.quiet}>No step took any time.</p>
        ) : (
          <Facts run={run} estimate={estimate} />
        )}
      </div>
    </div>
  )
}

function Facts({ run, estimate }: { readonly run: ShownRun; readonly estimate: Estimate }) {
  const { duration, criticalPath, pods, cpu, memory, steps } = estimate
  const start = run.index.timeAt(1)
  const isMixed = steps.some(({ from }) => from !== undefined)
  const peak = (name: string, { at }: Peak): string =>
    `${name}, first after ${spanWords(at - start)}`
  return (
    <>
      <Fact name="Takes">
        <p>
          <strong>{spanWords(duration)}</strong>
        </p>
        <p className={pane.value}>{durationWords(steps, run.timing.runs)}</p>
      </Fact>
      <Fact name="At most at once">
        <p>{peak(`${String(pods.amount)} ${pods.amount === 1 ? 'pod' : 'pods'}`, pods)}</p>
        {cpu.amount > 0 && <p>{peak(`${amountWords('cpu', cpu.amount)} asked for`, cpu)}</p>}
        {memory.amount > 0 && (
          <p>{peak(`${amountWords('memory', memory.amount)} asked for`, memory)}</p>
        )}
      </Fact>
      <Fact name="Critical path">
        <MarkButton />
        <ol className={styles.path}>
          {criticalPath.slice(0, MOST).map((step) => (
            <Step key={step.node.id} step={step} whole={duration} isMixed={isMixed} />
          ))}
        </ol>
        {criticalPath.length > MOST && <p>{`and ${String(criticalPath.length - MOST)} more`}</p>}
      </Fact>
      <Fact name="Steps">
        <StepTimesForm steps={steps} />
      </Fact>
    </>
  )
}

function MarkButton() {
  const { store } = useRuns()
  const isMarked = useRun((state) => state.isPathMarked)
  return (
    <Button
      size="sm"
      icon={<Route />}
      pressed={isMarked}
      onClick={() => store.setState({ isPathMarked: !isMarked })}
    >
      Mark it on cards and bars
    </Button>
  )
}

function Step({
  step: { node, wait },
  whole,
  isMixed,
}: {
  readonly step: CriticalStep
  /** How long the run took. */
  readonly whole: number
  /** Whether some durations are known: then it is said of the others that they are made up. */
  readonly isMixed: boolean
}) {
  const runs = useRuns()
  const designer = useDesigner()
  const took = (node.finishedAt ?? node.startedAt) - node.startedAt
  const isMadeUp = isMixed && hasDuration(node) && node.durationFrom === undefined
  return (
    <li className={styles.step}>
      <button
        type="button"
        className={`${pane.link ?? ''} ${styles.name ?? ''}`}
        title={node.name}
        onClick={() => chooseNode(runs, designer, node.id)}
      >
        {node.displayName}
      </button>
      <span className={styles.took}>{spanWords(took)}</span>
      <span className={styles.more}>
        {`${String(Math.round((100 * took) / whole))} %`}
        {wait > 0 && `, after a wait of ${spanWords(wait)}`}
        {isMadeUp && ', made up'}
      </span>
    </li>
  )
}
