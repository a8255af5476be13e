import {
  configMapsIn,
  decisionsOf,
  driveRun,
  expectedIn,
  firstOf,
  kept,
  placeholder,
  recordTest,
  scriptOutcomes,
  startRun,
  timed,
  testNameOf,
  withMocks,
  type Answered,
  type Outcome,
  type OutcomeRequest,
  type ProvideSome,
  type Run,
  type RunOptions,
  type ScriptResult,
} from '../../src/simulate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import type { RunProgress } from '../store/index.ts'
import { answerOf, pinnedBy, type Answer } from './pins.ts'
import { remoteScripts } from './remote-scripts.ts'
import type { RunCall, RunOrder, RunReport } from './run-messages.ts'

/** So many events are told at once, one such lot for each frame of the page: more would keep it from drawing. */
const AT_ONCE = 500

export interface RunPlace {
  readonly post: (report: RunReport) => void
  /** Waited for often, so that calls are heard meanwhile. */
  readonly pause: () => Promise<void> | undefined
}

/** The inside of the worker of runs: gives a function that takes what it is told. It has one run at a time. */
export function runBench({ post, pause }: RunPlace): (call: RunCall) => void {
  let present: BenchRun | undefined
  return (call) => {
    if (call.type === 'start') {
      present?.stop()
      present = startBench(call.run, call.order, post, pause)
    } else if (present?.id === call.run) tell(present, call)
  }
}

function tell(bench: BenchRun, call: Exclude<RunCall, { readonly type: 'start' }>): void {
  switch (call.type) {
    case 'stop':
      return bench.stop()
    case 'resume':
      return bench.resume(call.id, call.parameters)
    case 'unsuspend':
      return bench.unsuspend()
    case 'reject':
      return bench.reject(call.id)
    case 'ran':
      return bench.ran(call.id, call.result)
    case 'more':
      return bench.more()
    case 'record':
      return bench.record(call.files)
  }
}

interface BenchRun {
  readonly id: number
  readonly stop: () => void
  readonly resume: (id: string, parameters: Readonly<Record<string, string>>) => void
  readonly unsuspend: () => void
  readonly reject: (id: string) => void
  readonly ran: (script: number, result: ScriptResult) => void
  /** The page has taken in what it was told last. */
  readonly more: () => void
  readonly record: (files: readonly string[]) => void
}

function startBench(
  id: number,
  order: RunOrder,
  post: RunPlace['post'],
  pause: RunPlace['pause'],
): BenchRun | undefined {
  const { texts, mocks, timing, pins, ...rest } = order
  const sources = texts.map((text) => ({ tree: parseTree(text) }))
  const started = startRun({ ...rest, sources, heedsSuspend: true })
  if (!started.ok) {
    post({ run: id, type: 'refused', problem: started.error })
    return undefined
  }
  const run = started.value
  const ending = new AbortController()
  const scripts = remoteScripts()
  const runScript: ProvideSome = (request, signal) => {
    const { id: node } = request.node
    const runner = scripts.runner((asked, script) => {
      post({ run: id, type: 'script', script, id: asked, node })
    })
    return scriptOutcomes(runner)(request, signal)
  }
  const expected = expectedIn(sources)
  const invent = (request: OutcomeRequest): Outcome => placeholder(request, expected)
  const answered = new Map<string, Answered>()
  const untold: (readonly [string, Answer])[] = []
  const provide = kept(
    firstOf(
      [pinnedBy(pins)],
      timed(timing, withMocks(mocks, firstOf([runScript], invent), invent)),
    ),
    {
      set: (name, answer) => {
        answered.set(name, answer)
        untold.push([name, answerOf(answer)])
      },
    },
  )
  const teller = tellerOf(id, run, untold, post)
  let isDriven = false
  const drive = async (): Promise<void> => {
    if (isDriven) return
    isDriven = true
    teller.halt(undefined)
    post({ run: id, type: 'progress', progress: { kind: 'running' } })
    try {
      const { signal } = ending
      const driven = await driveRun(run, provide, {
        signal,
        onProgress: teller.tell,
        pause,
        decide: decisionsOf(mocks),
      })
      post({ run: id, type: 'notes', notes: [...run.notes, ...driven.problems] })
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      post({ run: id, type: 'broken', problem })
    }
    isDriven = false
    teller.halt(haltOf(run))
    teller.tell()
  }
  post({ run: id, type: 'started', name: run.name })
  // It has begun already: what waits for its first outcome is to be seen.
  teller.tell()
  void drive()
  return {
    id,
    stop: () => {
      ending.abort()
      // One that waits for a person is not driven: it is now, to its end.
      void drive()
    },
    resume: (node, parameters) => {
      const problem = run.resume(node, parameters)
      post({ run: id, type: 'resumed', id: node, problem })
      if (problem === undefined) void drive()
    },
    unsuspend: () => {
      run.unsuspend()
      void drive()
    },
    reject: (node) => {
      run.reject(node)
      void drive()
    },
    ran: scripts.ran,
    more: teller.more,
    record: (files) => {
      const { seed, parameters } = order
      const name = testNameOf(run, parameters)
      const test = recordTest({ run, answers: answered, name, seed, parameters })
      post({
        run: id,
        type: 'recorded',
        recorded: { test, sources: sourcesOf(run, sources, files) },
      })
    },
  }
}

/** The names of the other files that a run has taken templates from, or that have ConfigMaps for it. */
function sourcesOf(
  { nodes }: Run,
  sources: RunOptions['sources'],
  files: readonly string[],
): readonly string[] {
  const used = new Set([...nodes.values()].map(({ origin }) => origin.source))
  const hasMaps = (at: number): boolean =>
    Object.keys(configMapsIn(sources.slice(at, at + 1))).length > 0
  return files.filter((_, at) => at > 0 && (used.has(at) || hasMaps(at)))
}

interface Teller {
  /** Says that there may be something to tell. */
  readonly tell: () => void
  /** Says that the page can be told more. */
  readonly more: () => void
  /** What is to be told behind all that has happened: why it does not go on. */
  readonly halt: (progress: RunProgress | undefined) => void
}

/** Tells the page what has happened, in lots: the next one when it has taken in the last. Of `untold` it takes away what it tells. */
function tellerOf(
  id: number,
  { trace }: Run,
  untold: (readonly [string, Answer])[],
  post: RunPlace['post'],
): Teller {
  let told = 0
  let isFree = true
  let last: RunProgress | undefined
  const tell = (): void => {
    if (!isFree) return
    if (told < trace.length || untold.length > 0) {
      const events = trace.slice(told, told + AT_ONCE)
      told += events.length
      isFree = false
      post({ run: id, type: 'events', events, answers: untold.splice(0, AT_ONCE) })
    } else if (last !== undefined) {
      post({ run: id, type: 'progress', progress: last })
      last = undefined
    }
  }
  return {
    tell,
    more: () => {
      isFree = true
      tell()
    },
    halt: (progress) => (last = progress),
  }
}

/** Why a run does not go on. */
function haltOf({ stuck, waiting, isSuspended }: Run): RunProgress {
  if (isSuspended) return { kind: 'suspended' }
  if (waiting.length > 0) return { kind: 'waiting' }
  return stuck.length > 0 ? { kind: 'stuck', reasons: stuck } : { kind: 'ended' }
}
