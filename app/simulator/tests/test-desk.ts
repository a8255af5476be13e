import { updateTest, type TestFailure } from '../../../src/simulate/index.ts'
import { createTestStore, type Designer, type KeptVerdict } from '../../store/index.ts'
import { loadingOf, pageScripts } from '../page-scripts.ts'
import { testsAround, textsOf, whyNot, type OpenTests } from './open-tests.ts'
import type { TestCall, TestOrder, TestReport } from './test-messages.ts'

/** All that can be done with tests of workflows. */
export interface TestDesk {
  readonly store: ReturnType<typeof createTestStore>
  /** Runs all tests of the file on the canvas that can run. */
  readonly runAll: () => void
  /** Runs some tests of a file; `indexes` count from 0. */
  readonly run: (tests: OpenTests, indexes: readonly number[]) => void
  readonly stop: () => void
  /** Makes a failed test expect what came, as far as that can be, and runs it again. The failures must be of the text as it is. */
  readonly accept: (tests: OpenTests, index: number, failures: readonly TestFailure[]) => void
}

const desks = new WeakMap<Designer, TestDesk>()

/** The desk of tests of a designer: always the same one. */
export function testDeskOf(designer: Designer): TestDesk {
  const known = desks.get(designer)
  if (known !== undefined) return known
  const made = createTestDesk(designer)
  desks.set(designer, made)
  return made
}

/** Tests of one file that run. */
interface Job {
  readonly tests: OpenTests
  readonly indexes: readonly number[]
}

function createTestDesk(designer: Designer): TestDesk {
  const store = createTestStore()
  /** The worker, and what ends its scripts. */
  let going: { readonly worker: Worker; readonly ending: AbortController } | undefined

  const stop = (): void => {
    going?.ending.abort()
    // Whatever it is doing: what it says after that would be of tests that were stopped.
    going?.worker.terminate()
    going = undefined
    store.setState({ progress: undefined })
  }

  const hear = (jobs: readonly Job[], report: TestReport): void => {
    const { progress } = store.getState()
    switch (report.type) {
      case 'begun': {
        const file = jobs[report.order]?.tests.entry.id
        if (progress !== undefined && file !== undefined)
          store.setState({ progress: { ...progress, file, index: report.index } })
        return
      }
      case 'done': {
        const tests = jobs[report.order]?.tests
        if (tests !== undefined) keep(tests, report)
        if (progress !== undefined)
          store.setState({ progress: { ...progress, done: progress.done + 1 } })
        return
      }
      case 'script':
        return runScript(report)
      case 'over':
        return stop()
    }
  }
  const keep = (
    tests: OpenTests,
    { index, verdict, took }: Extract<TestReport, { readonly type: 'done' }>,
  ): void => {
    const test = tests.file.tests[index]
    if (test === undefined) return
    const file = tests.entry.id
    const kept: KeptVerdict = { file, name: test.name, verdict, took, texts: textsOf(tests, test) }
    const isOther = (one: KeptVerdict): boolean =>
      one.file !== file || (one.name !== test.name && one.texts[0] !== kept.texts[0])
    store.setState({ verdicts: [kept, ...store.getState().verdicts.filter(isOther)] })
  }
  const runScript = ({ id, script }: Extract<TestReport, { readonly type: 'script' }>): void => {
    const mine = going
    if (mine === undefined) return
    void pageScripts()
      .run(script, {
        signal: mine.ending.signal,
        onProgress: (loaded) => {
          const { progress } = store.getState()
          if (progress === undefined || going !== mine) return
          const loading = loadingOf(script.language, loaded)
          store.setState({ progress: { ...progress, loading } })
        },
      })
      .then((result) => {
        if (going !== mine) return
        const { progress } = store.getState()
        if (progress?.loading !== undefined)
          store.setState({ progress: { ...progress, loading: undefined } })
        const call: TestCall = { type: 'ran', id, result }
        mine.worker.postMessage(call)
      })
  }

  const start = (jobs: readonly Job[]): void => {
    stop()
    const [first] = jobs
    const total = jobs.reduce((sum, { indexes }) => sum + indexes.length, 0)
    if (first === undefined || total === 0) return
    const worker = new Worker(new URL('./test-worker.ts', import.meta.url), { type: 'module' })
    going = { worker, ending: new AbortController() }
    store.setState({
      problem: undefined,
      progress: {
        file: first.tests.entry.id,
        index: first.indexes[0] ?? 0,
        done: 0,
        total,
        loading: undefined,
      },
    })
    worker.onmessage = ({ data }: MessageEvent<TestReport>) => {
      if (going?.worker === worker) hear(jobs, data)
    }
    worker.onerror = ({ message }) => {
      if (going?.worker !== worker) return
      stop()
      const why = message || 'their worker could not be loaded'
      store.setState({ problem: `The tests could not go on: ${why}. Run them again.` })
    }
    const call: TestCall = { type: 'start', orders: jobs.map(orderOf) }
    worker.postMessage(call)
  }

  const around = (): readonly OpenTests[] => testsAround(designer.workspace.entries())
  const run: TestDesk['run'] = (tests, indexes) => {
    if (whyNot(tests) === undefined) start([{ tests, indexes }])
  }

  return {
    store,
    runAll: () =>
      start(
        around()
          .filter((tests) => whyNot(tests) === undefined)
          .map((tests) => ({ tests, indexes: [...tests.file.tests.keys()] })),
      ),
    run,
    stop,
    accept: (tests, index, failures) => {
      const { entry, file } = tests
      const test = file.tests[index]
      if (test === undefined) return
      const placed = failures.map((one) => ({ ...one, path: [...test.path, ...one.path] }))
      const { changes, rewritten, left } = updateTest(entry.tree, placed)
      designer.workspace.changeAll('command.acceptTest', [{ id: entry.id, changes }])
      const many = rewritten.length === 1 ? 'expectation says' : 'expectations say'
      designer.actions.notify({
        tone: left.length === 0 ? 'success' : 'warning',
        text:
          rewritten.length === 0
            ? `Nothing of “${test.name}” can be rewritten by what came.`
            : `${String(rewritten.length)} ${many} what came now, in ${entry.file.name}.`,
        ...(left.length > 0 && { detail: left.map(({ message }) => message).join(' ') }),
      })
      const now = around().find((one) => one.entry.id === entry.id)
      if (now !== undefined && changes.length > 0) run(now, [index])
    },
  }
}

function orderOf({ tests, indexes }: Job): TestOrder {
  return {
    tests: tests.entry.tree.text,
    sources: tests.sources.map(({ tree }) => tree.text),
    indexes,
  }
}
