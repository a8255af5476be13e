import {
  KILLED,
  STOPPED,
  type ScriptFailure,
  type ScriptLog,
  type ScriptResult,
  type ScriptRun,
} from './script-run.ts'
import type { LoadProgress, ScriptReport } from './worker-messages.ts'

/** What one may want to know of a run while it lasts, and how to end it. */
export interface ScriptRunOptions {
  /** Ends the run, or keeps it from beginning; its result says so. */
  readonly signal?: AbortSignal
  readonly onLog?: (pieces: readonly ScriptLog[]) => void
  /** How far the language is loaded, if the run has to wait for that. */
  readonly onProgress?: (progress: LoadProgress) => void
}

/** Why a run is ended from outside. */
export type EndCause = 'time-limit' | 'stopped'

/** A run from its order to its result. */
export class ScriptJob {
  readonly request: ScriptRun
  readonly options: ScriptRunOptions
  readonly result: Promise<ScriptResult>
  /** Why it was told to end, once it was. */
  cause: EndCause | undefined
  readonly #log: ScriptLog[] = []
  #resolve: (result: ScriptResult) => void = () => {}

  constructor(request: ScriptRun, options: ScriptRunOptions) {
    this.request = request
    this.options = options
    this.result = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  write(pieces: readonly ScriptLog[]): void {
    this.#log.push(...pieces)
    this.options.onLog?.(pieces)
  }

  /** Ends with what the worker says; one that was told to end, and did not do so well, ended for that. */
  finish({ ran, took }: ScriptReport & { type: 'done' }): void {
    const { exitCode, files, elapsed, failure } = ran
    const all = { files, elapsed, took, log: this.#log }
    if (failure === undefined) this.#resolve({ ...all, exitCode })
    else if (this.cause === undefined) this.#resolve({ ...all, exitCode, failure })
    else {
      const { line } = failure
      const told = endOf(this.cause, this.request)
      this.#resolve({
        ...all,
        exitCode: told.exitCode,
        failure: { ...told.failure, ...(line === undefined ? {} : { line }) },
      })
    }
  }

  /** Ends without a word of the worker: it was ended for the cause, or before it began. */
  end(cause: EndCause, took: number): void {
    this.#resolve({ ...endOf(cause, this.request), files: [], elapsed: 0, took, log: this.#log })
  }

  /** Ends since the worker could not do its work. */
  break(message: string, took: number): void {
    const failure: ScriptFailure = { kind: 'broken', message }
    this.#resolve({ exitCode: 1, failure, files: [], elapsed: 0, took, log: this.#log })
  }
}

function endOf(
  cause: EndCause,
  { timeLimit }: ScriptRun,
): { readonly exitCode: number; readonly failure: ScriptFailure } {
  if (cause === 'stopped') {
    return { exitCode: STOPPED, failure: { kind: cause, message: 'The run was stopped.' } }
  }
  const message = `The script takes longer than the ${timeLimit / 1000} s that a dry run gives it. Mock this step, or give it more time.`
  return { exitCode: KILLED, failure: { kind: cause, message } }
}
