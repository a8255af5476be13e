import { FlaskConical, FolderOpen, Play, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import { isGoingOn, useActions, useRun, useRuns } from '../../store/index.ts'
import { Banner, Button, EmptyState, IconButton, ListPane } from '../../ui/index.ts'
import { byteWords } from '../time-words.ts'
import { useDesk } from '../use-shown.ts'
import { whyNot, type OpenTests } from './open-tests.ts'
import { TestRow } from './TestRow.tsx'
import styles from './TestsPanel.module.css'
import { sumWords } from './test-words.ts'
import { useStandings } from './use-standings.ts'
import { useTestDesk, useTests, useTestsAround } from './use-tests.ts'

export interface TestsPanelProps {
  /** What switches to the other lists of the pane. */
  readonly tabs: ReactNode
  /** Opens files. */
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** The tests of the workflow on the canvas, to be run, and what came of them. */
export function TestsPanel({ tabs, onOpen, onClose }: TestsPanelProps) {
  const files = useTestsAround()
  const desk = useTestDesk()
  const problem = useTests((state) => state.problem)
  const isGoing = useTests((state) => state.progress !== undefined)
  const canRun = files.some((tests) => whyNot(tests) === undefined)
  return (
    <ListPane
      head={
        <>
          {tabs}
          <Sum files={files} />
          <span className={styles.buttons}>
            {isGoing ? (
              <Button size="sm" icon={<Square />} onClick={() => desk.stop()}>
                Stop
              </Button>
            ) : (
              canRun && (
                <Button size="sm" icon={<Play />} onClick={() => desk.runAll()}>
                  Run all
                </Button>
              )
            )}
            {files.length > 0 && <RecordButton />}
            {files.length > 0 && (
              <IconButton
                size="sm"
                icon={<FolderOpen />}
                label="Open a file of tests…"
                onClick={onOpen}
              />
            )}
          </span>
        </>
      }
      closeLabel="Close the tests"
      onClose={onClose}
    >
      {problem !== undefined && (
        <Banner tone="danger" live onDismiss={() => desk.store.setState({ problem: undefined })}>
          {problem}
        </Banner>
      )}
      {files.length === 0 ? (
        <div className={styles.none}>
          <NoTests onOpen={onOpen} />
        </div>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label="Tests of the workflow">
          {files.map((tests) => (
            <FileOfTests key={tests.entry.id} tests={tests} onOpen={onOpen} />
          ))}
        </div>
      )}
    </ListPane>
  )
}

/** How many tests stand how, or which runs just now. */
function Sum({ files }: { readonly files: readonly OpenTests[] }) {
  const standings = useStandings(files)
  const progress = useTests((state) => state.progress)
  const loading = progress?.loading
  const words =
    progress === undefined
      ? sumWords(standings)
      : loading === undefined
        ? `Test ${String(Math.min(progress.done + 1, progress.total))} of ${String(progress.total)} runs`
        : `${loading.what} ${byteWords(loading.done)} of ${byteWords(loading.total)}`
  return (
    <span className={styles.sum} role="status">
      {words}
    </span>
  )
}

function useCanRecord(): boolean {
  const desk = useDesk()
  return useRun((state) => !isGoingOn(state.progress) && desk.canRecord())
}

function RecordButton() {
  const desk = useDesk()
  return (
    <IconButton
      size="sm"
      icon={<FlaskConical />}
      label="Record the run as a test"
      disabled={!useCanRecord()}
      onClick={() => void desk.record()}
    />
  )
}

function NoTests({ onOpen }: { readonly onOpen: () => void }) {
  const desk = useDesk()
  const { store } = useRuns()
  const canRecord = useCanRecord()
  const isGoing = useRun((state) => isGoingOn(state.progress))
  return (
    <EmptyState
      icon={<FlaskConical />}
      title="No tests of this workflow are open"
      actions={
        <>
          {canRecord ? (
            <Button variant="primary" icon={<FlaskConical />} onClick={() => void desk.record()}>
              Record the run as a test
            </Button>
          ) : (
            <Button
              variant="primary"
              icon={<Play />}
              disabled={isGoing}
              onClick={() => {
                store.setState({ problem: undefined })
                desk.start()
              }}
            >
              Run, to record it then
            </Button>
          )}
          <Button icon={<FolderOpen />} onClick={onOpen}>
            Open a file of tests…
          </Button>
        </>
      }
    >
      A test says what the workflow is given, what its steps do, and what is to come of it. Tests
      are in a file beside it, NAME.test.yaml, and run here and by “npx stepwright test”.
    </EmptyState>
  )
}

function FileOfTests({
  tests,
  onOpen,
}: {
  readonly tests: OpenTests
  readonly onOpen: () => void
}) {
  const actions = useActions()
  const { entry, file, missing } = tests
  const why = whyNot(tests)
  return (
    <section aria-label={entry.file.name}>
      <h3 className={styles.file}>
        <button
          type="button"
          className={styles.fileName}
          onClick={() => actions.goTo({ file: entry.id, document: 0, path: [], focus: false })}
        >
          {entry.file.name}
        </button>
      </h3>
      {why !== undefined && (
        <Banner
          tone="warning"
          live={false}
          actions={
            missing.length > 0 && (
              <Button size="sm" icon={<FolderOpen />} onClick={onOpen}>
                Open…
              </Button>
            )
          }
        >
          {why}
        </Banner>
      )}
      <ul className={styles.list}>
        {file.tests.map((test, index) => (
          <TestRow key={index} tests={tests} test={test} index={index} canRun={why === undefined} />
        ))}
      </ul>
    </section>
  )
}
