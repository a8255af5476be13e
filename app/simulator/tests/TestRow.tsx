import { CheckCheck, MonitorPlay, Play } from 'lucide-react'
import { LineIndex } from '../../../src/base/index.ts'
import { testRunOptions, type TestFailure, type WorkflowTest } from '../../../src/simulate/index.ts'
import { locate } from '../../../src/yaml/index.ts'
import { PhaseIcon } from '../../authoring/index.ts'
import { useActions, useDesigner, type TestVerdict } from '../../store/index.ts'
import { IconButton } from '../../ui/index.ts'
import { spanWords } from '../time-words.ts'
import { useDesk } from '../use-shown.ts'
import type { OpenTests } from './open-tests.ts'
import styles from './TestsPanel.module.css'
import { phases, standingWords } from './test-words.ts'
import { standingOf } from './use-standings.ts'
import { useTestDesk, useTests } from './use-tests.ts'

export interface TestRowProps {
  readonly tests: OpenTests
  readonly test: WorkflowTest
  readonly index: number
  /** Whether tests of the file can run just now. */
  readonly canRun: boolean
}

/** A test: how it stands, what can be done with it, and what was not as expected. */
export function TestRow({ tests, test, index, canRun }: TestRowProps) {
  const actions = useActions()
  const desk = useTestDesk()
  const verdicts = useTests((state) => state.verdicts)
  const progress = useTests((state) => state.progress)
  const { standing, kept, isOld } = standingOf(tests, index, verdicts, progress)
  const show = useShowRun(tests, test)
  const verdict = kept?.verdict
  const canAccept = verdict?.status === 'failed' && !isOld && progress === undefined
  return (
    <li className={styles.test} data-old={isOld || undefined} data-standing={standing}>
      <div className={styles.row}>
        <PhaseIcon phase={phases[standing]} />
        <button
          type="button"
          className={styles.name}
          onClick={() =>
            actions.goTo({
              file: tests.entry.id,
              document: 0,
              path: test.path,
              range: { from: test.range.from, to: test.range.from },
              focus: true,
            })
          }
        >
          {test.name}
        </button>
        <span className={styles.standing}>
          {standingWords(standing, isOld)}
          {kept !== undefined && standing !== 'running' && ` · ${spanWords(kept.took)}`}
        </span>
        <span className={styles.buttons}>
          {verdict?.status === 'failed' && (
            <IconButton
              size="sm"
              icon={<CheckCheck />}
              label={`Accept what came for ${test.name}`}
              disabled={!canAccept}
              onClick={() => desk.accept(tests, index, verdict.failures)}
            />
          )}
          <IconButton
            size="sm"
            icon={<MonitorPlay />}
            label={`Show the run of ${test.name} on the canvas`}
            disabled={!canRun}
            onClick={show}
          />
          <IconButton
            size="sm"
            icon={<Play />}
            label={`Run the test ${test.name}`}
            disabled={!canRun || progress !== undefined}
            onClick={() => desk.run(tests, [index])}
          />
        </span>
      </div>
      {verdict !== undefined && standing !== 'running' && (
        <Failures tests={tests} test={test} verdict={verdict} />
      )}
    </li>
  )
}

/** Plays the run of a test on the canvas: same seed, time, parameters and mocks. */
function useShowRun(tests: OpenTests, test: WorkflowTest): () => void {
  const designer = useDesigner()
  const desk = useDesk()
  return () => {
    const { sources, file } = tests
    const [workflow] = sources
    if (workflow === undefined) return
    designer.workspace.show(workflow.id)
    desk.play(testRunOptions(test, file, sources), sources, `The run of the test “${test.name}”.`)
  }
}

function Failures({
  tests,
  test,
  verdict,
}: {
  readonly tests: OpenTests
  readonly test: WorkflowTest
  readonly verdict: TestVerdict
}) {
  switch (verdict.status) {
    case 'passed':
      return null
    case 'refused':
      return <p className={styles.reason}>{verdict.reason}</p>
    case 'failed':
      return (
        <ul className={styles.failures}>
          {verdict.failures.map((failure, at) => (
            <Failure key={at} tests={tests} test={test} failure={failure} />
          ))}
        </ul>
      )
  }
}

function Failure({
  tests,
  test,
  failure,
}: {
  readonly tests: OpenTests
  readonly test: WorkflowTest
  readonly failure: TestFailure
}) {
  const actions = useActions()
  const { tree, id: file } = { ...tests.entry }
  const path = [...test.path, ...failure.path]
  const found = locate(tree, { document: 0, path })
  const range = found && { from: found.start, to: found.end }
  const line = new LineIndex(tree.text).at(range?.from ?? test.range.from).line
  return (
    <li>
      <button
        type="button"
        className={styles.failure}
        onClick={() => actions.goTo({ file, document: 0, path, range, focus: true })}
      >
        <span className={styles.what}>{failure.what}</span>
        <span className={styles.pair}>
          <span className={styles.label}>expected</span>
          <code>{failure.expected}</code>
        </span>
        <span className={styles.pair}>
          <span className={styles.label}>got</span>
          <code>{failure.got}</code>
        </span>
        <span className={styles.line}>{`line ${String(line)}`}</span>
      </button>
    </li>
  )
}
