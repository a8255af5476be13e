import { useMemo } from 'react'
import { estimateOf, type CriticalStep, type Peak } from '../../src/simulate/index.ts'
import { isGoingOn, useDesigner, useRun, useRuns, type ShownRun } from '../store/index.ts'
import { chooseNode } from './choose-node.ts'
import { Fact } from './Fact.tsx'
import styles from './NodePane.module.css'
import { spanWords } from './time-words.ts'

/** So many steps of the critical path are shown. */
const MOST = 50

/** What the whole run takes: the steps that decide how long, and the most that its pods ask for at once. Nothing while it goes on. */
export function EstimateFacts({ run }: { readonly run: ShownRun }) {
  const isGoing = useRun((state) => isGoingOn(state.progress))
  const total = useRun((state) => state.count)
  // A run that was resumed is another one when it has more events.
  const estimate = useMemo(
    () => (isGoing || total === 0 ? undefined : estimateOf(run.index.events)),
    [run, isGoing, total],
  )
  if (estimate === undefined || estimate.duration === 0) return null
  const { criticalPath, pods, cpu, memory } = estimate
  const start = run.index.timeAt(1)
  const peak = (name: string, { at }: Peak): string =>
    `${name}, first after ${spanWords(at - start)}`
  return (
    <>
      <Fact name="Critical path">
        <ol className={styles.path}>
          {criticalPath.slice(0, MOST).map((step) => (
            <Step key={step.node.id} step={step} />
          ))}
        </ol>
        {criticalPath.length > MOST && <p>{`and ${String(criticalPath.length - MOST)} more`}</p>}
      </Fact>
      <Fact name="At most at once">
        <p>{peak(`${String(pods.amount)} ${pods.amount === 1 ? 'pod' : 'pods'}`, pods)}</p>
        {cpu.amount > 0 && <p>{peak(`${rounded(cpu.amount)} CPU asked for`, cpu)}</p>}
        {memory.amount > 0 && (
          <p>{peak(`${rounded(memory.amount / 2 ** 20)} MiB of memory asked for`, memory)}</p>
        )}
      </Fact>
    </>
  )
}

function Step({ step: { node, wait } }: { readonly step: CriticalStep }) {
  const runs = useRuns()
  const designer = useDesigner()
  const took = spanWords((node.finishedAt ?? node.startedAt) - node.startedAt)
  return (
    <li>
      <button
        type="button"
        className={styles.link}
        onClick={() => chooseNode(runs, designer, node.id)}
      >
        {node.displayName}
      </button>
      {` ${took}${wait > 0 ? `, after a wait of ${spanWords(wait)}` : ''}`}
    </li>
  )
}

function rounded(amount: number): string {
  return String(Math.round(amount * 100) / 100)
}
