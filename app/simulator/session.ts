import type { LoadProgress, RunnableLanguage, ScriptRunner } from '../../src/simulate/index.ts'
import type { RunState, TraceIndex } from '../store/index.ts'
import { loadingOf } from './page-scripts.ts'
import type { Answer } from './pins.ts'
import { createPlayback, type NextFrame } from './playback.ts'
import type { RecordedTest, RunCall, RunOrder, RunReport } from './run-messages.ts'

export interface SessionParts {
  readonly id: number
  readonly order: RunOrder
  /** Tells the worker of runs something. */
  readonly post: (call: RunCall) => void
  readonly index: TraceIndex
  /** Gets how steps ended, by the names of nodes. */
  readonly answers: Map<string, Answer>
  /** Who runs scripts; made when the first is asked for. */
  readonly scripts: () => ScriptRunner
  readonly nextFrame: NextFrame
  readonly onStarted: (name: string) => void
  readonly onRefused: (problem: string) => void
  readonly update: (
    change: Partial<Pick<RunState, 'count' | 'progress' | 'problem' | 'notes' | 'working'>>,
  ) => void
}

/** A run that goes on by itself, until it ends or waits for a person. */
export interface Session {
  readonly id: number
  /** Takes what the worker says of the run. */
  readonly hear: (report: RunReport) => void
  readonly stop: () => void
  /** Ends a suspended node with values for its outputs; gives what is wrong with them. */
  readonly resume: (
    id: string,
    parameters: Readonly<Record<string, string>>,
  ) => Promise<string | undefined>
  readonly reject: (id: string) => void
  /** Lets a workflow go on that is itself suspended. */
  readonly unsuspend: () => void
  /** Gives a test that the run passes; `files` are the names of the texts that it was made from. */
  readonly record: (files: readonly string[]) => Promise<RecordedTest>
}

/** Starts a run in the worker, and brings its events to the index and, frame by frame, to the store. */
export function startSession(parts: SessionParts): Session {
  const { id, order, post, index, answers, scripts, nextFrame, update } = parts
  const ending = new AbortController()
  const working = new Map<string, number>()
  const resumed = new Map<string, (problem: string | undefined) => void>()
  let hearRecord: ((recorded: RecordedTest) => void) | undefined
  let halt: RunState['progress'] | undefined
  const playback = createPlayback(
    () => index.count,
    (count) => {
      // Whether it waits or is over is told when that is what is seen.
      if (halt !== undefined && count === index.count) update({ count, progress: halt })
      else update({ count })
    },
    nextFrame,
  )
  const showLoading = (language: RunnableLanguage, progress: LoadProgress): void => {
    if (halt !== undefined) return
    const loading = loadingOf(language, progress)
    update({
      progress: loading === undefined ? { kind: 'running' } : { kind: 'loading', ...loading },
    })
  }
  const hear = (report: RunReport): void => {
    switch (report.type) {
      case 'started':
        return parts.onStarted(report.name)
      case 'refused':
        return parts.onRefused(report.problem)
      case 'events':
        for (const event of report.events) index.add(event)
        for (const [name, answer] of report.answers) answers.set(name, answer)
        // The page draws before it is told more.
        nextFrame(() => post({ type: 'more', run: id }))
        return playback.wake()
      case 'script':
        working.set(report.node, performance.now())
        update({ working: new Map(working) })
        void scripts()
          .run(report.script, {
            signal: ending.signal,
            onProgress: (progress) => showLoading(report.script.language, progress),
          })
          .then((result) => {
            working.delete(report.node)
            update({ progress: { kind: 'running' }, working: new Map(working) })
            post({ type: 'ran', run: id, id: report.id, result })
          })
        return
      case 'progress':
        halt = report.progress.kind === 'running' ? undefined : report.progress
        if (halt === undefined) update({ progress: report.progress })
        else playback.wake()
        return
      case 'notes':
        return update({ notes: report.notes })
      case 'resumed':
        resumed.get(report.id)?.(report.problem)
        return
      case 'recorded':
        return hearRecord?.(report.recorded)
      case 'broken':
        return update({ problem: `The run broke off: ${report.problem}` })
    }
  }
  post({ type: 'start', run: id, order })
  return {
    id,
    hear,
    stop: () => {
      ending.abort()
      post({ type: 'stop', run: id })
    },
    resume: (node, parameters) =>
      new Promise((resolve) => {
        resumed.set(node, resolve)
        post({ type: 'resume', run: id, id: node, parameters })
      }),
    unsuspend: () => post({ type: 'unsuspend', run: id }),
    reject: (node) => post({ type: 'reject', run: id, id: node }),
    record: (files) =>
      new Promise((resolve) => {
        hearRecord = resolve
        post({ type: 'record', run: id, files })
      }),
  }
}
