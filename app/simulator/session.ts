import { driveRun, type Provide, type Run } from '../../src/simulate/index.ts'
import type { RunProgress, RunState, TraceIndex } from '../store/index.ts'
import { createPlayback, type NextFrame } from './playback.ts'

export interface SessionParts {
  readonly run: Run
  readonly index: TraceIndex
  readonly provide: Provide
  readonly update: (change: Partial<Pick<RunState, 'count' | 'progress'>>) => void
  readonly nextFrame: NextFrame
  /** Waited for often, so that the page can draw meanwhile. */
  readonly pause: () => Promise<void> | undefined
  /** Told of what went wrong in Stepwright itself. */
  readonly onBroken: (error: unknown) => void
}

/** A run that goes on by itself, until it ends or waits for a person. */
export interface Session {
  readonly run: Run
  readonly stop: () => void
  /** Ends a suspended node with values for its outputs; gives what is wrong with them. */
  readonly resume: (id: string, parameters: Readonly<Record<string, string>>) => string | undefined
  readonly reject: (id: string) => void
}

/** Lets a run go on, and brings its events to the index and, frame by frame, to the store. */
export function startSession(parts: SessionParts): Session {
  const { run, index, provide, update, nextFrame, pause, onBroken } = parts
  const ending = new AbortController()
  let isDriven = false
  const playback = createPlayback(
    () => index.count,
    (count) => {
      const isAll = !isDriven && count === index.count
      update({ count, ...(isAll ? { progress: haltOf(run) } : {}) })
    },
    nextFrame,
  )
  const take = (): void => {
    for (let at = index.count; at < run.trace.length; at++) {
      const event = run.trace[at]
      if (event !== undefined) index.add(event)
    }
    playback.wake()
  }
  const drive = async (): Promise<void> => {
    if (isDriven) return
    isDriven = true
    update({ progress: { kind: 'running' } })
    try {
      await driveRun(run, provide, { signal: ending.signal, onProgress: take, pause })
    } catch (error) {
      onBroken(error)
    } finally {
      isDriven = false
      take()
    }
  }
  // It has begun already: what waits for its first outcome is to be seen.
  take()
  void drive()
  return {
    run,
    stop: () => {
      ending.abort()
      // One that waits for a person is not driven: it is now, to its end.
      void drive()
    },
    resume: (id, parameters) => {
      const problem = run.resume(id, parameters)
      if (problem === undefined) void drive()
      return problem
    },
    reject: (id) => {
      run.reject(id)
      void drive()
    },
  }
}

/** Why a run does not go on. */
function haltOf({ stuck, waiting }: Run): RunProgress {
  if (waiting.length > 0) return { kind: 'waiting' }
  return stuck.length > 0 ? { kind: 'stuck', reasons: stuck } : { kind: 'ended' }
}
