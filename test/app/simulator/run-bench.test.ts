import { describe, expect, it } from 'vitest'
import { runBench } from '../../../app/simulator/run-bench.ts'
import type { Answer } from '../../../app/simulator/pins.ts'
import type { RunOrder, RunReport } from '../../../app/simulator/run-messages.ts'
import { startSession } from '../../../app/simulator/session.ts'
import { TraceIndex, type RunState } from '../../../app/store/index.ts'
import {
  printTestFile,
  readTestFile,
  runTest,
  type ScriptRunner,
} from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: coin-}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: flip
            template: flip
        - - name: heads
            template: say
            when: '{{steps.flip.outputs.result}} == heads'
        - - name: wait
            template: ask
    - name: flip
      script: {image: 'python:3', command: [python], source: print()}
    - name: say
      container: {image: alpine}
    - name: ask
      suspend: {}
`
const order: RunOrder = {
  texts: [text],
  document: 0,
  parameters: {},
  seed: 1,
  now: 0,
  mocks: [],
  timing: { said: [], runs: [] },
  pins: new Map(),
}

const scripts: ScriptRunner = {
  run: () =>
    Promise.resolve({
      exitCode: 0,
      log: [{ source: 'stdout', text: 'heads\n' }],
      files: [],
      elapsed: 0,
      took: 1,
    }),
  prepare: () => undefined,
  dispose: () => undefined,
}

/** A session whose worker is in the page. */
function sessionOf(change: Partial<RunOrder> = {}) {
  const index = new TraceIndex(({ path }) => path.join('/'))
  const answers = new Map<string, Answer>()
  let state: Partial<RunState> = {}
  const told: string[] = []
  const working: string[][] = [[]]
  const reports: RunReport[] = []
  const call = runBench({
    post: (report) => {
      reports.push(structuredClone(report))
      deliver()
    },
    pause: () => undefined,
  })
  const session = startSession({
    id: 1,
    order: { ...order, ...change },
    post: (message) => queueMicrotask(() => call(structuredClone(message))),
    index,
    answers,
    scripts: () => scripts,
    nextFrame: (action) => void setTimeout(() => action(performance.now()), 0),
    onStarted: (name) => told.push(`started ${name}`),
    onRefused: (problem) => told.push(problem),
    update: (next) => {
      if (next.working) working.push([...next.working.keys()])
      state = { ...state, ...next }
    },
  })
  function deliver(): void {
    for (const report of reports.splice(0)) session.hear(report)
  }
  const until = (kind: string) =>
    expect.poll(() => state.progress?.kind, { timeout: 20_000 }).toBe(kind)
  const phaseOf = (name: string): string | undefined =>
    [...index.ids].map((id) => index.nodeAt(id)).find((node) => node?.displayName === name)?.phase
  const idOf = (name: string): string =>
    [...index.ids].find((id) => index.nodeAt(id)?.displayName === name) ?? ''
  return { session, index, answers, told, until, phaseOf, idOf, working, state: () => state }
}

describe('a run in its worker', () => {
  it('runs scripts by the page, waits for a person, and ends with the answer', async () => {
    const { session, index, answers, told, until, phaseOf, idOf } = sessionOf()
    await until('waiting')
    expect(told).toHaveLength(1)
    expect(phaseOf('heads')).toBe('Succeeded')
    expect(index.logAt(idOf('flip'))).toEqual([{ source: 'stdout', text: 'heads' }])
    expect(answers.get(index.nodeAt(idOf('flip'))?.name ?? '')).toMatchObject({
      outcome: { result: 'heads' },
    })
    expect(await session.resume(idOf('wait'), {})).toBeUndefined()
    await until('ended')
    expect(index.workflowAt().phase).toBe('Succeeded')
  })

  it('tells whose script runs', async () => {
    const { until, idOf, working } = sessionOf()
    await until('waiting')
    expect(working).toEqual([[], [idOf('flip')], []])
  })

  it('is ended while it waits', async () => {
    const { session, index, until } = sessionOf()
    await until('waiting')
    session.stop()
    await until('ended')
    expect(index.workflowAt().phase).toBe('Failed')
  })

  it('waits for a person before anything begins, when the workflow is made suspended', async () => {
    const suspended = text.replace('spec:\n', 'spec:\n  suspend: true\n')
    const { session, index, until } = sessionOf({ texts: [suspended] })
    await until('suspended')
    expect([...index.ids]).toEqual([])
    session.unsuspend()
    await until('waiting')
    session.stop()
    await until('ended')
  })

  it('does what was said of a step in place of running it', async () => {
    const mock = { step: 'flip', attempts: [{ result: 'tails' }] }
    const { until, phaseOf } = sessionOf({ mocks: [mock] })
    await until('waiting')
    expect(phaseOf('heads')).toBe('Skipped')
  })

  it('decides about suspended steps as was said, and says why where it cannot', async () => {
    const approve = { step: 'wait', attempts: [], resume: {} }
    const { until, index } = sessionOf({ mocks: [approve] })
    await until('ended')
    expect(index.workflowAt().phase).toBe('Succeeded')
    const wrong = sessionOf({ mocks: [{ ...approve, resume: { sure: 'yes' } }] })
    await wrong.until('waiting')
    expect(wrong.state().notes).toEqual(['wait: It has no output called sure.'])
  })

  it('tells what is taken for granted', async () => {
    const locked = text.replace(
      'container: {image: alpine}',
      'synchronization: {semaphores: [{configMapKeyRef: {name: sizes, key: say}}]}\n      container: {image: alpine}',
    )
    const { until, state } = sessionOf({ texts: [locked] })
    await until('waiting')
    expect(state().notes?.[0]).toMatch(/^The semaphore sizes\/say counts as 1/)
  })

  it('says why it cannot begin', async () => {
    const { told } = sessionOf({ texts: ['kind: Pod\n'] })
    await expect.poll(() => told.length).toBe(1)
  })

  it('makes a test of itself, which it passes', async () => {
    const map = 'kind: ConfigMap\nmetadata: {name: sizes}\ndata: {say: "2"}\n'
    const { session, until, idOf } = sessionOf({ texts: [text, text, map] })
    await until('waiting')
    await session.resume(idOf('wait'), {})
    await until('ended')
    const recorded = await session.record(['coin.yaml', 'other.yaml', 'maps.yaml'])
    const { file, problems } = readTestFile(
      parseTree(printTestFile([recorded.test], recorded.sources)),
    )
    expect(problems).toEqual([])
    // A file with ConfigMaps may have been asked for one.
    expect(file.sources).toEqual(['maps.yaml'])
    const [first] = file.tests
    if (first === undefined) throw new Error('there is no test')
    const result = await runTest(first, file, [{ tree: parseTree(text) }])
    expect(result.status).toBe('passed')
  })
})
