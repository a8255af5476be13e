import { ScriptJob, type EndCause, type ScriptRunOptions } from './script-job.ts'
import type { RunnableLanguage, ScriptResult, ScriptRun } from './script-run.ts'
import type { ScriptCall, ScriptReport } from './worker-messages.ts'

/** A worker, from outside. */
export interface ScriptWorker {
  readonly post: (call: ScriptCall) => void
  /** Ends it at once, whatever it is doing. Nothing is heard of it any more. */
  readonly end: () => void
}

/** The place that has workers: a page, or a process of Node. */
export interface ScriptHost {
  /**
   * Starts a worker, in which `answerCalls` runs. It may throw.
   * @param onFailure is told, in words, if the worker dies
   */
  readonly start: (
    onReport: (report: ScriptReport) => void,
    onFailure: (message: string) => void,
  ) => ScriptWorker
  /** How many workers a language may have at once. */
  readonly workers: number
  /** Whether memory can be shared with workers, so that a run can be interrupted without ending its worker. */
  readonly canShareMemory: boolean
  /** A clock in milliseconds. */
  readonly now: () => number
}

interface Slot {
  worker: ScriptWorker | undefined
  isReady: boolean
  readonly interrupt: Uint8Array | undefined
  current: Current | undefined
}

/** The run that a worker is at. */
interface Current {
  readonly job: ScriptJob
  readonly began: number
  readonly timers: ReturnType<typeof setTimeout>[]
}

/** How long a run may take to answer an interrupt before its worker is ended, in milliseconds. */
const GRACE = 1000
/** How long one may have to wait behind a run before another worker is started: most runs are done before one is loaded. */
const PATIENCE = 1000
const SIGINT = 2

/** The workers of one language, and who waits for them. */
export class ScriptPool {
  readonly #language: RunnableLanguage
  readonly #host: ScriptHost
  readonly #slots = new Set<Slot>()
  #waiting: ScriptJob[] = []

  constructor(language: RunnableLanguage, host: ScriptHost) {
    this.#language = language
    this.#host = host
  }

  run(request: ScriptRun, options: ScriptRunOptions): Promise<ScriptResult> {
    const job = new ScriptJob(request, options)
    const { signal } = options
    if (signal?.aborted) job.end('stopped', 0)
    else {
      const stop = (): void => this.#stop(job, 'stopped')
      signal?.addEventListener('abort', stop)
      void job.result.finally(() => signal?.removeEventListener('abort', stop))
      this.#waiting.push(job)
      this.#serve()
    }
    return job.result
  }

  prepare(): void {
    if (this.#slots.size === 0) this.#open()
  }

  dispose(): void {
    for (const job of [...this.#waiting]) this.#stop(job, 'stopped')
    for (const slot of [...this.#slots]) {
      slot.current?.job.end('stopped', this.#host.now() - slot.current.began)
      this.#close(slot)
    }
  }

  /** Gives waiting runs to workers that have nothing to do. */
  #serve(): void {
    for (const slot of this.#slots) {
      if (!slot.isReady || slot.current !== undefined) continue
      const job = this.#waiting.shift()
      if (job === undefined) return
      this.#begin(slot, job)
    }
    if (this.#waiting.length > 0 && this.#slots.size === 0) this.#open()
  }

  #begin(slot: Slot, job: ScriptJob): void {
    slot.interrupt?.fill(0)
    slot.current = {
      job,
      began: this.#host.now(),
      timers: [
        setTimeout(() => this.#stop(job, 'time-limit'), job.request.timeLimit),
        setTimeout(() => this.#openAnother(), PATIENCE),
      ],
    }
    slot.worker?.post({ type: 'run', request: job.request })
  }

  /** Ends a run, whether it waits or lasts. */
  #stop(job: ScriptJob, cause: EndCause): void {
    const index = this.#waiting.indexOf(job)
    if (index >= 0) {
      this.#waiting.splice(index, 1)
      job.end(cause, 0)
    }
    const slot = [...this.#slots].find(({ current }) => current?.job === job)
    if (slot?.current === undefined || job.cause !== undefined) return
    job.cause = cause
    const kill = (): void => {
      job.end(cause, this.#host.now() - (slot.current?.began ?? 0))
      this.#close(slot)
      this.#serve()
    }
    if (slot.interrupt === undefined) return kill()
    slot.interrupt[0] = SIGINT
    slot.current.timers.push(setTimeout(kill, GRACE))
  }

  #openAnother(): void {
    if (this.#waiting.length > 0 && this.#slots.size < this.#host.workers) this.#open()
  }

  #open(): void {
    const interrupt = this.#host.canShareMemory
      ? new Uint8Array(new SharedArrayBuffer(1))
      : undefined
    const slot: Slot = { worker: undefined, isReady: false, interrupt, current: undefined }
    this.#slots.add(slot)
    try {
      slot.worker = this.#host.start(
        (report) => this.#hear(slot, report),
        (message) => this.#lose(slot, message),
      )
      const shared = interrupt === undefined ? {} : { interrupt }
      slot.worker.post({ type: 'start', language: this.#language, ...shared })
    } catch (error) {
      this.#lose(slot, error instanceof Error ? error.message : String(error))
    }
  }

  #hear(slot: Slot, report: ScriptReport): void {
    if (!this.#slots.has(slot)) return
    switch (report.type) {
      case 'progress':
        for (const { options } of this.#waiting) options.onProgress?.(report.progress)
        return
      case 'ready':
        slot.isReady = true
        return this.#serve()
      case 'failed':
        return this.#lose(slot, report.message)
      case 'log':
        slot.current?.job.write(report.pieces)
        return
      case 'done': {
        const job = slot.current?.job
        this.#release(slot)
        if (report.ran.isWorn === true) this.#close(slot)
        this.#serve()
        job?.finish(report)
      }
    }
  }

  /** A worker that could not begin will not begin for the next one either, so those who wait are told. */
  #lose(slot: Slot, message: string): void {
    if (!this.#slots.has(slot)) return
    const { current, isReady } = slot
    this.#close(slot)
    const began = current?.began ?? 0
    current?.job.break(`The worker ended: ${message}`, this.#host.now() - began)
    if (!isReady && this.#slots.size === 0) {
      const waiting = this.#waiting
      this.#waiting = []
      for (const job of waiting)
        job.break(`${names[this.#language]} could not be loaded: ${message}`, 0)
    }
    this.#serve()
  }

  #close(slot: Slot): void {
    this.#release(slot)
    this.#slots.delete(slot)
    slot.worker?.end()
  }

  #release(slot: Slot): void {
    for (const timer of slot.current?.timers ?? []) clearTimeout(timer)
    slot.current = undefined
  }
}

const names: Readonly<Record<RunnableLanguage, string>> = {
  python: 'Python',
  javascript: 'JavaScript',
}
