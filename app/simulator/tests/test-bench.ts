import {
  readTestFile,
  runTest,
  scriptOutcomes,
  type TestResult,
} from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import type { TestVerdict } from '../../store/index.ts'
import { remoteScripts } from '../remote-scripts.ts'
import type { RunPlace } from '../run-bench.ts'
import type { TestCall, TestOrder, TestReport } from './test-messages.ts'

export interface TestPlace extends Pick<RunPlace, 'pause'> {
  readonly post: (report: TestReport) => void
  /** A clock, in milliseconds. */
  readonly now: () => number
}

/** The inside of the worker of tests: gives a function that takes what it is told. It is ended to stop it. */
export function testBench({ post, pause, now }: TestPlace): (call: TestCall) => void {
  const scripts = remoteScripts()
  const runner = scripts.runner((id, script) => {
    post({ type: 'script', id, script })
  })
  const runOrder = async ({ tests, sources, indexes }: TestOrder, order: number): Promise<void> => {
    const { file } = readTestFile(parseTree(tests))
    const trees = sources.map((text) => ({ tree: parseTree(text) }))
    for (const index of indexes) {
      const test = file.tests[index]
      if (test === undefined) continue
      post({ type: 'begun', order, index })
      const begin = now()
      const options = { scripts: scriptOutcomes(runner), pause }
      const result = await runTest(test, file, trees, options)
      post({ type: 'done', order, index, verdict: verdictOf(result), took: now() - begin })
    }
  }
  const start = async (orders: readonly TestOrder[]): Promise<void> => {
    for (const [at, order] of orders.entries()) await runOrder(order, at)
    post({ type: 'over' })
  }
  return (call) => {
    if (call.type === 'start') void start(call.orders)
    else scripts.ran(call.id, call.result)
  }
}

/** What the page needs to know: not the run, and paths that hold when tests are added before this one. */
function verdictOf(result: TestResult): TestVerdict {
  switch (result.status) {
    case 'passed':
      return { status: 'passed' }
    case 'refused':
      return { status: 'refused', reason: result.reason }
    case 'failed': {
      const depth = result.test.path.length
      const failures = result.failures.map((one) => ({ ...one, path: one.path.slice(depth) }))
      return { status: 'failed', failures }
    }
  }
}
