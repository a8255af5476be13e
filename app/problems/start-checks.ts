import type { CheckAnswer, CheckRequest } from './check-bench.ts'

/** Checks texts elsewhere. */
export interface CheckWorker {
  readonly post: (request: CheckRequest) => void
  readonly end: () => void
}

/** Starts checks elsewhere; nothing where that cannot be. After `onFailure` no answer comes any more. */
export type StartChecks = (
  onAnswer: (answer: CheckAnswer) => void,
  onFailure: () => void,
) => CheckWorker | undefined

/** Starts checks in a worker. There is none where the page is a file, or its policy forbids it. */
export const startChecks: StartChecks = (onAnswer, onFailure) => {
  if (typeof Worker === 'undefined') return undefined
  try {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => onAnswer(data)
    const fail = (): void => {
      worker.terminate()
      onFailure()
    }
    worker.onerror = fail
    worker.onmessageerror = fail
    return { post: (request) => worker.postMessage(request), end: () => worker.terminate() }
  } catch {
    return undefined
  }
}
