import { useMemo, useState } from 'react'
import type { RunNode } from '../../src/simulate/index.ts'
import { PhaseIcon, phaseTone, phaseWords } from '../authoring/index.ts'
import { asWorking, cardPhase, useRun, useRuns, workingIn, type ShownRun } from '../store/index.ts'
import { EmptyState, SegmentedControl } from '../ui/index.ts'
import { EstimatePane } from './EstimatePane.tsx'
import { linesOf, runLog } from './log-lines.ts'
import { LogView } from './LogView.tsx'
import { NodeActions } from './NodeActions.tsx'
import { NodeFacts } from './NodeFacts.tsx'
import styles from './NodePane.module.css'
import { ReachPane } from './ReachPane.tsx'
import { useReach } from './use-reach.ts'

/** The log of the run, and of the chosen node its own log, and all that is known of it. */
export function NodePane({ run, count }: { readonly run: ShownRun; readonly count: number }) {
  const { index } = run
  const chosen = useRun((state) => state.chosen)
  const { store } = useRuns()
  const isEstimateShown = useRun((state) => state.isEstimateShown)
  const [chosenTab, setTab] = useState('run')
  const tab = isEstimateShown ? 'estimate' : chosenTab
  // Kept while other things are looked at.
  const reach = useReach()
  const [hadChosen, setHadChosen] = useState(false)
  if (chosen !== undefined && !hadChosen) {
    // Whoever chooses a node for the first time wants to see it.
    setHadChosen(true)
    setTab('node')
  }
  const working = useRun(workingIn)
  const found = chosen === undefined ? undefined : index.nodeAt(chosen, count)
  const node = found && asWorking(found, working)
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <SegmentedControl
          label="What is shown of the run"
          value={tab}
          segments={[
            { value: 'run', label: 'Whole log' },
            { value: 'node', label: 'Node' },
            { value: 'log', label: 'Its log' },
            { value: 'reach', label: 'Branches' },
            { value: 'estimate', label: 'Estimate' },
          ]}
          onChange={(next) => {
            setTab(next)
            store.setState({ isEstimateShown: next === 'estimate' })
          }}
        />
        {node !== undefined && (tab === 'node' || tab === 'log') && <Title node={node} />}
      </div>
      {tab === 'run' ? (
        <RunLog run={run} count={count} />
      ) : tab === 'reach' ? (
        <ReachPane run={run} reach={reach} />
      ) : tab === 'estimate' ? (
        <EstimatePane run={run} />
      ) : node === undefined ? (
        <EmptyState
          title={chosen === undefined ? 'No node is chosen' : 'It has not begun at this moment'}
        >
          Choose one in the list or a card on the canvas.
        </EmptyState>
      ) : tab === 'log' ? (
        <LogView
          lines={logBelow(index, node, count)}
          label={`Log of ${node.displayName}`}
          empty="It wrote nothing until now."
        />
      ) : (
        <div
          className={styles.scroll}
          tabIndex={0}
          role="group"
          aria-label={`About ${node.displayName}`}
        >
          <div className={styles.can}>
            <NodeActions node={node} />
          </div>
          <NodeFacts node={node} run={run} />
        </div>
      )}
    </div>
  )
}

function RunLog({ run, count }: { readonly run: ShownRun; readonly count: number }) {
  const { index } = run
  const lines = useMemo(() => runLog(index, count), [index, count])
  return <LogView lines={lines} label="Log of the run" empty="Nothing was written so far." />
}

export function Title({ node }: { readonly node: RunNode }) {
  const phase = cardPhase(node)
  return (
    <span className={styles.title}>
      <PhaseIcon phase={phase} />
      <span className={styles.name} title={node.name}>
        {node.displayName}
      </span>
      <span className={styles.phase} data-tone={phaseTone(phase)}>
        {phaseWords(phase)}
      </span>
    </span>
  )
}

/** What a node wrote; of one that is made of others, what those wrote. */
function logBelow(index: ShownRun['index'], node: RunNode, count: number) {
  const own = index.logAt(node.id, count)
  if (own.length > 0) return linesOf(node, own)
  return runLog(index, count).filter(({ id }) => index.lineOf(id).includes(node.id))
}
