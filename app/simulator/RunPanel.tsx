import { FlaskConical, Play, RotateCcw, SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { PhaseIcon, phaseTone } from '../authoring/index.ts'
import {
  isGoingOn,
  useDocument,
  useFiles,
  useRun,
  useRuns,
  useRunSelection,
  type ShownRun,
} from '../store/index.ts'
import { Banner, Button, EmptyState, IconButton, ListPane } from '../ui/index.ts'
import { AskForm } from './AskForm.tsx'
import { NodeList } from './NodeList.tsx'
import { NodePane } from './NodePane.tsx'
import styles from './RunPanel.module.css'
import { runWords } from './run-words.ts'
import { Transport } from './Transport.tsx'
import { useMarkedPath } from './use-estimate.ts'
import { useDesk, useShown } from './use-shown.ts'

export interface RunPanelProps {
  /** What switches to the other lists of the pane. */
  readonly tabs: ReactNode
  readonly onClose: () => void
}

/** The dry run that is shown: its nodes over time, its log, and whatever is known of each node. */
export function RunPanel({ tabs, onClose }: RunPanelProps) {
  const desk = useDesk()
  const shown = useShown()
  const isAsking = useRun((state) => state.isAsking)
  const { store } = useRuns()
  useRunSelection()
  useMarkedPath(shown?.run)
  return (
    <ListPane
      head={
        <>
          {tabs}
          {shown && <Status run={shown.run} count={shown.count} />}
          {shown && <Transport key={shown.run.id} run={shown.run} count={shown.count} />}
          <span className={styles.buttons}>
            {shown && (
              <IconButton
                size="sm"
                icon={<RotateCcw />}
                label={`Run again with seed ${String(shown.run.seed)}`}
                onClick={() => desk.again()}
              />
            )}
            {shown && <RecordButton />}
            <IconButton
              size="sm"
              icon={<SlidersHorizontal />}
              label="Parameters, seed and mocks of the run"
              pressed={isAsking}
              onClick={() => (isAsking ? store.setState({ isAsking: false }) : desk.ask())}
            />
          </span>
        </>
      }
      closeLabel="Close the run"
      onClose={onClose}
    >
      <Notes />
      {isAsking ? (
        <AskForm />
      ) : shown === undefined ? (
        <EmptyState
          icon={<Play />}
          title="No run yet"
          actions={
            <Button variant="primary" icon={<Play />} onClick={() => desk.start()}>
              Run
            </Button>
          }
        >
          A dry run goes through the workflow as Argo would, here in the browser and without a
          cluster.
        </EmptyState>
      ) : (
        <div className={styles.body}>
          <NodeList key={shown.run.id} run={shown.run} count={shown.count} />
          <NodePane key={`pane ${String(shown.run.id)}`} run={shown.run} count={shown.count} />
        </div>
      )}
    </ListPane>
  )
}

/** Makes a test of the run, once it goes on no more. */
function RecordButton() {
  const desk = useDesk()
  const canRecord = useRun((state) => !isGoingOn(state.progress) && desk.canRecord())
  return (
    <IconButton
      size="sm"
      icon={<FlaskConical />}
      label="Record the run as a test"
      disabled={!canRecord}
      onClick={() => void desk.record()}
    />
  )
}

function Status({ run, count }: { readonly run: ShownRun; readonly count: number }) {
  const progress = useRun((state) => state.progress)
  const isNow = useRun((state) => state.cursor === undefined)
  const { phase, words } = runWords(run.index, count, isNow ? progress : undefined)
  return (
    <span className={styles.status} role="status" title={`${run.name}, seed ${String(run.seed)}`}>
      <PhaseIcon phase={phase} />
      <span className={styles.words} data-tone={phaseTone(phase)}>
        {words}
      </span>
    </span>
  )
}

/** What a person must know to read the run: why there is none, that the text has changed since, what it was made for. */
function Notes() {
  const problem = useRun((state) => state.problem)
  const notes = useRun((state) => state.notes)
  const run = useRun((state) => state.shown)
  const progress = useRun((state) => state.progress)
  const text = useDocument((slice) => slice.state.text)
  const { store } = useRuns()
  const isOld = run !== undefined && run.text !== text
  const other = useOther(run)
  return (
    <>
      {problem !== undefined && (
        <Banner tone="danger" live onDismiss={() => store.setState({ problem: undefined })}>
          {problem}
        </Banner>
      )}
      {progress.kind === 'suspended' && <SuspendedNote />}
      {progress.kind === 'stuck' && (
        <Banner tone="warning">
          {`It would wait forever, as on a cluster: ${progress.reasons.join(' ')}`}
        </Banner>
      )}
      {notes.map((note) => (
        <Banner key={note} tone="info">
          {note}
        </Banner>
      ))}
      {run?.purpose !== undefined && <Banner tone="info">{run.purpose}</Banner>}
      {other !== undefined ? (
        <Banner tone="info">{`This run is of ${other}.`}</Banner>
      ) : (
        isOld && (
          <Banner tone="info">This run is of an older text: the file has changed since.</Banner>
        )
      )}
    </>
  )
}

function SuspendedNote() {
  const desk = useDesk()
  return (
    <Banner
      tone="warning"
      live
      actions={
        <Button size="sm" icon={<Play />} onClick={() => desk.unsuspend()}>
          Resume
        </Button>
      }
    >
      The workflow is made suspended (spec.suspend): nothing begins before somebody resumes it.
    </Banner>
  )
}

/** What a run is of, where that is not the file on the canvas. */
function useOther(run: ShownRun | undefined): string | undefined {
  const files = useFiles()
  if (run === undefined) return undefined
  const own = files.find(({ id }) => id === run.files[0]?.id)
  if (own === undefined) return 'a file that is closed'
  return own.isActive ? undefined : own.file.name
}
