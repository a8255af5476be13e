import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  createScriptRunner,
  type Ran,
  type ScriptCall,
  type ScriptReport,
} from '../../../../src/simulate/index.ts'
import { scriptRun } from '../../../support/scripts.ts'

/** A worker that does what the test says. */
interface FakeWorker {
  readonly calls: ScriptCall[]
  readonly report: (report: ScriptReport) => void
  readonly fail: (message: string) => void
  isEnded: boolean
}

const well: Ran = { exitCode: 0, files: [], elapsed: 5 }
const interrupted: Ran = {
  ...well,
  exitCode: 130,
  failure: { kind: 'exception', message: 'KeyboardInterrupt', line: 2 },
}

function setUp({ canShareMemory = true, workers = 2 } = {}) {
  const started: FakeWorker[] = []
  const runner = createScriptRunner({
    canShareMemory,
    workers,
    now: () => Date.now(),
    start: (report, fail) => {
      const worker: FakeWorker = { calls: [], report, fail, isEnded: false }
      started.push(worker)
      return {
        post: (call) => void worker.calls.push(call),
        end: () => void (worker.isEnded = true),
      }
    },
  })
  return { runner, started }
}

const done = (ran: Ran): ScriptReport => ({ type: 'done', ran, took: 3 })
const sources = ({ calls }: FakeWorker): string[] =>
  calls.flatMap((call) => (call.type === 'run' ? [call.request.source] : []))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a worker', () => {
  test('is started for the first run, and told which language', async () => {
    const { runner, started } = setUp()
    expect(started).toEqual([])
    const [a, b] = [runner.run(scriptRun('a')), runner.run(scriptRun('b'))]
    const [worker] = started
    if (!worker) throw new Error('none')
    expect(started).toHaveLength(1)
    expect(worker.calls).toMatchObject([{ type: 'start', language: 'python' }])
    worker.report({ type: 'ready' })
    expect(sources(worker)).toEqual(['a'])
    worker.report({ type: 'log', pieces: [{ source: 'stdout', text: 'x\n' }] })
    worker.report(done(well))
    expect(await a).toEqual({ ...well, took: 3, log: [{ source: 'stdout', text: 'x\n' }] })
    expect(sources(worker)).toEqual(['a', 'b'])
    worker.report(done(well))
    expect(await b).toEqual({ ...well, took: 3, log: [] })
  })

  test('is of one language', () => {
    const { runner, started } = setUp()
    void runner.run(scriptRun('a'))
    void runner.run(scriptRun('b', { language: 'javascript' }))
    expect(started.map(({ calls }) => calls)).toMatchObject([
      [{ language: 'python' }],
      [{ language: 'javascript' }],
    ])
  })

  test('can be started before it is needed, once', () => {
    const { runner, started } = setUp()
    runner.prepare('python')
    runner.prepare('python')
    void runner.run(scriptRun('a'))
    expect(started).toHaveLength(1)
  })

  test('tells those who wait how far it is', () => {
    const { runner, started } = setUp()
    const onProgress = vi.fn()
    void runner.run(scriptRun('a'), { onProgress })
    started[0]?.report({ type: 'progress', progress: { loaded: 1, total: 4 } })
    expect(onProgress).toHaveBeenCalledWith({ loaded: 1, total: 4 })
  })

  test('gets a companion only when a run takes long and others wait', () => {
    const { runner, started } = setUp()
    for (const source of ['a', 'b', 'c', 'd']) void runner.run(scriptRun(source))
    started[0]?.report({ type: 'ready' })
    vi.advanceTimersByTime(900)
    started[0]?.report(done(well))
    vi.advanceTimersByTime(900)
    expect(started).toHaveLength(1)
    vi.advanceTimersByTime(200)
    expect(started).toHaveLength(2)
    started[1]?.report({ type: 'ready' })
    expect(started.map(sources)).toEqual([['a', 'b'], ['c']])
    vi.advanceTimersByTime(5000)
    expect(started).toHaveLength(2)
  })

  test('makes way when it is worn', async () => {
    const { runner, started } = setUp()
    const [a, b] = [runner.run(scriptRun('a')), runner.run(scriptRun('b'))]
    started[0]?.report({ type: 'ready' })
    started[0]?.report(done({ ...well, isWorn: true }))
    expect((await a).exitCode).toBe(0)
    expect(started[0]?.isEnded).toBe(true)
    started[1]?.report({ type: 'ready' })
    started[1]?.report(done(well))
    expect((await b).exitCode).toBe(0)
  })
})

describe('a run that takes too long', () => {
  test('is interrupted, and the worker stays', async () => {
    const { runner, started } = setUp()
    const result = runner.run(scriptRun('a', { timeLimit: 2000 }))
    const start = started[0]?.calls[0]
    const interrupt = start?.type === 'start' ? start.interrupt : undefined
    // Loading does not count.
    vi.advanceTimersByTime(60_000)
    started[0]?.report({ type: 'ready' })
    vi.advanceTimersByTime(1999)
    expect(interrupt?.[0]).toBe(0)
    vi.advanceTimersByTime(1)
    expect(interrupt?.[0]).toBe(2)
    started[0]?.report(done(interrupted))
    expect(await result).toMatchObject({ exitCode: 137, failure: { kind: 'time-limit', line: 2 } })
    void runner.run(scriptRun('b'))
    expect(interrupt?.[0]).toBe(0)
    expect(started[0]?.isEnded).toBe(false)
  })

  test('ended well if it ended well', async () => {
    const { runner, started } = setUp()
    const result = runner.run(scriptRun('a', { timeLimit: 2000 }))
    started[0]?.report({ type: 'ready' })
    vi.advanceTimersByTime(2000)
    started[0]?.report(done(well))
    expect(await result).toMatchObject({ exitCode: 0 })
  })

  test.each([
    [true, 3000],
    [false, 2000],
  ])('loses its worker where memory is shared (%s) after %i ms', async (canShareMemory, after) => {
    const { runner, started } = setUp({ canShareMemory })
    const result = runner.run(scriptRun('a', { timeLimit: 2000 }))
    const next = runner.run(scriptRun('b'))
    started[0]?.report({ type: 'ready' })
    started[0]?.report({ type: 'log', pieces: [{ source: 'stdout', text: 'kept\n' }] })
    vi.advanceTimersByTime(after - 1)
    expect(started[0]?.isEnded).toBe(false)
    vi.advanceTimersByTime(1)
    expect(started[0]?.isEnded).toBe(true)
    expect(await result).toMatchObject({
      failure: { kind: 'time-limit' },
      log: [{ text: 'kept\n' }],
      took: after,
    })
    const last = started.at(-1)
    last?.report({ type: 'ready' })
    last?.report(done(well))
    expect((await next).exitCode).toBe(0)
  })
})

describe('a run that is stopped', () => {
  test('before it is ordered, while it waits, and while it lasts', async () => {
    const { runner, started } = setUp()
    const [early, waiting, running] = [1, 2, 3].map(() => new AbortController())
    early?.abort()
    const results = [running, waiting, early].map((control, index) =>
      runner.run(scriptRun(String(index)), control ? { signal: control.signal } : {}),
    )
    started[0]?.report({ type: 'ready' })
    waiting?.abort()
    running?.abort()
    started[0]?.report(done(interrupted))
    for (const result of results) {
      expect(await result).toMatchObject({ exitCode: 143, failure: { kind: 'stopped' } })
    }
    expect(started.map(sources)).toEqual([['0']])
  })

  test('with all others, when the runner is not needed any more', async () => {
    const { runner, started } = setUp()
    const results = [runner.run(scriptRun('a')), runner.run(scriptRun('b'))]
    started[0]?.report({ type: 'ready' })
    runner.dispose()
    for (const result of results) expect((await result).failure?.kind).toBe('stopped')
    expect(started[0]?.isEnded).toBe(true)
  })
})

describe('a worker that dies', () => {
  test('at its work breaks that run alone', async () => {
    const { runner, started } = setUp()
    const [a, b] = [runner.run(scriptRun('a')), runner.run(scriptRun('b'))]
    started[0]?.report({ type: 'ready' })
    started[0]?.fail('out of memory')
    expect((await a).failure).toMatchObject({ kind: 'broken' })
    expect((await a).failure?.message).toContain('out of memory')
    started[1]?.report({ type: 'ready' })
    started[1]?.report(done(well))
    expect((await b).exitCode).toBe(0)
  })

  test.each(['report', 'fail'] as const)(
    'while it loads breaks all that wait (%s)',
    async (way) => {
      const { runner, started } = setUp()
      const results = [runner.run(scriptRun('a')), runner.run(scriptRun('b'))]
      if (way === 'fail') started[0]?.fail('no network')
      else started[0]?.report({ type: 'failed', message: 'no network' })
      for (const result of results) {
        expect((await result).failure).toEqual({
          kind: 'broken',
          message: 'Python could not be loaded: no network',
        })
      }
      // Somebody who tries again gets another try.
      void runner.run(scriptRun('c'))
      expect(started).toHaveLength(2)
    },
  )

  test('that cannot even be started is told too', async () => {
    const runner = createScriptRunner({
      canShareMemory: false,
      workers: 1,
      now: () => 0,
      start: () => {
        throw new Error('no workers here')
      },
    })
    expect((await runner.run(scriptRun('a'))).failure?.message).toContain('no workers here')
  })
})
