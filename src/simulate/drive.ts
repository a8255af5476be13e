import type { Decision } from './mocks/with-mocks.ts'
import type { RunNode } from './node.ts'
import type { Outcome, OutcomeRequest } from './outcome.ts'
import type { Provide } from './provide.ts'
import type { Run } from './run.ts'

export interface DriveOptions {
  /** Ends the run early, as `argo terminate` does. Outcomes that are still open then do not matter any more. */
  readonly signal?: AbortSignal | undefined
  /** Told whenever something has happened: pods were answered, or time went on. */
  readonly onProgress?: ((run: Run) => void) | undefined
  /** What a person would do with a suspended node; nothing leaves it waiting. */
  readonly decide?: ((node: RunNode) => Decision | undefined) | undefined
  /** Asked often: what it gives is waited for, so that a page can draw meanwhile. */
  readonly pause?: (() => Promise<void> | undefined) | undefined
  /** How many outcomes that take time are asked for at once; 4 unless told. */
  readonly atOnce?: number | undefined
}

/** How a run came to a halt. */
export interface Driven {
  /** `idle`: nothing can happen any more without a person. `stopped`: by the signal. */
  readonly ended: 'idle' | 'stopped'
  /** What was wrong with decisions about suspended nodes: they are left waiting. */
  readonly problems: readonly string[]
}

/** So many answers are given in a row before the page may draw. */
const ANSWERS_IN_A_ROW = 100

/**
 * Lets a run go on until it is idle: asks for the outcomes of all that has started, answers them, decides about suspended nodes, and lets
 * time go on. Throws what `provide` throws.
 */
export async function driveRun(
  run: Run,
  provide: Provide,
  options: DriveOptions = {},
): Promise<Driven> {
  const { signal, onProgress, pause } = options
  const problems: string[] = []
  const decided = new Set<string>()
  for (;;) {
    if (signal?.aborted === true) return { ended: stopped(run, onProgress), problems }
    if (run.requests.length > 0) await answerAll(run, provide, options)
    else if (decideAll(run, options, decided, problems)) onProgress?.(run)
    else if (run.advance()) {
      onProgress?.(run)
      await pause?.()
    } else return { ended: 'idle', problems }
  }
}

/**
 * Answers all that is requested now, several at once, but in the order in which it was requested: so who is quick today and slow tomorrow
 * changes nothing. Gives up when it is told to stop.
 */
async function answerAll(
  run: Run,
  provide: Provide,
  { signal, onProgress, pause, atOnce = 4 }: DriveOptions,
): Promise<void> {
  const stop = new AbortController()
  const onAbort = (): void => {
    stop.abort()
  }
  signal?.addEventListener('abort', onAbort)
  const aborted = new Promise<void>((resolve) => {
    stop.signal.addEventListener('abort', () => {
      resolve()
    })
  })
  const requests = [...run.requests]
  const queue = requests.entries()
  const outcomes = new Map<number, Outcome>()
  let answered = 0
  let inARow = 0
  const answerInOrder = (): void => {
    for (;;) {
      const [request, outcome] = [requests[answered], outcomes.get(answered)]
      if (request === undefined || outcome === undefined) return
      run.answer(request.node.id, outcome)
      outcomes.delete(answered++)
      onProgress?.(run)
    }
  }
  const work = async (): Promise<void> => {
    for (const [index, request] of queue) {
      const answer = provide(request, stop.signal)
      const outcome = answer instanceof Promise ? await answer : answer
      if (stop.signal.aborted) return
      outcomes.set(index, outcome)
      answerInOrder()
      if (answer instanceof Promise) inARow = 0
      else if (++inARow % ANSWERS_IN_A_ROW === 0) await pause?.()
    }
  }
  const workers = Promise.all(Array.from({ length: atOnce }, work))
  try {
    await Promise.race([workers, aborted])
  } finally {
    signal?.removeEventListener('abort', onAbort)
    stop.abort()
    // Whoever is still asked may throw because of that.
    workers.catch(() => undefined)
  }
}

/** Decides about suspended nodes, about each once; false when there is nothing to decide. */
function decideAll(
  run: Run,
  { decide }: DriveOptions,
  decided: Set<string>,
  problems: string[],
): boolean {
  let isDecided = false
  for (const node of run.waiting) {
    const decision = decided.has(node.id) ? undefined : decide?.(node)
    if (decision === undefined) continue
    decided.add(node.id)
    if (decision.kind === 'reject') run.reject(node.id, decision.message || undefined)
    else {
      const problem = run.resume(node.id, decision.parameters)
      if (problem !== undefined) {
        problems.push(`${node.displayName}: ${problem}`)
        continue
      }
    }
    isDecided = true
  }
  return isDecided
}

function stopped(run: Run, onProgress: DriveOptions['onProgress']): 'stopped' {
  run.stop('Terminate')
  do {
    for (const request of run.requests) run.answer(request.node.id, killed(request))
  } while (run.advance())
  onProgress?.(run)
  return 'stopped'
}

function killed({ node }: OutcomeRequest): Outcome {
  return {
    phase: 'Failed',
    message: `${node.displayName} was stopped.`,
    parameters: {},
    artifacts: {},
    duration: 0,
    log: [],
    isInvented: false,
  }
}
