import { LogBatch } from './log-batch.ts'
import type { Interpreter, Ran, RunnableLanguage, ScriptFailure, ScriptRun } from './script-run.ts'
import type { LoadProgress, ScriptCall, ScriptReport } from './worker-messages.ts'

/** What the inside of a worker is given by the place where it runs. */
export interface WorkerPlace {
  readonly load: (
    language: RunnableLanguage,
    interrupt: Uint8Array | undefined,
    onProgress: (progress: LoadProgress) => void,
  ) => Promise<Interpreter>
  readonly post: (report: ScriptReport) => void
  /** Milliseconds of the real clock, also while a run has another one. */
  readonly now: () => number
}

/** The inside of a worker: gives a function that takes what the worker is told. */
export function answerCalls({ load, post, now }: WorkerPlace): (call: ScriptCall) => void {
  let interpreter: Interpreter | undefined

  const start = async (call: ScriptCall & { type: 'start' }): Promise<void> => {
    try {
      interpreter = await load(call.language, call.interrupt, (progress) =>
        post({ type: 'progress', progress }),
      )
      post({ type: 'ready' })
    } catch (error) {
      post({ type: 'failed', message: wordsOf(error) })
    }
  }

  const run = async (request: ScriptRun): Promise<void> => {
    const began = now()
    const log = new LogBatch((pieces) => post({ type: 'log', pieces }), now)
    const ran = await attempt(interpreter, request, log)
    log.flush()
    post({ type: 'done', ran, took: now() - began })
  }

  return (call) => {
    void (call.type === 'start' ? start(call) : run(call.request))
  }
}

/** A run, whatever happens: a bug of ours must not leave somebody waiting. */
async function attempt(
  interpreter: Interpreter | undefined,
  request: ScriptRun,
  log: LogBatch,
): Promise<Ran> {
  try {
    if (interpreter === undefined) throw new Error('nothing is loaded.')
    return await interpreter.run(request, (source, text) => log.add(source, text))
  } catch (error) {
    const failure = brokenBy(`The script could not be run: ${wordsOf(error)}`)
    return { exitCode: 1, files: [], elapsed: 0, isWorn: true, failure }
  }
}

function brokenBy(message: string): ScriptFailure {
  return { kind: 'broken', message }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
