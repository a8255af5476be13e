import type { CheckAnswer, CheckRequest } from './check-bench.ts'
import { startWorker, type Elsewhere } from './start-worker.ts'

/** Checks texts elsewhere. */
export type CheckWorker = Elsewhere<CheckRequest>

/** Starts checks elsewhere; nothing where that cannot be. After `onFailure` no answer comes any more. */
export type StartChecks = (
  onAnswer: (answer: CheckAnswer) => void,
  onFailure: () => void,
) => CheckWorker | undefined

/** Starts checks in a worker. There is none where the page is a file, or its policy forbids it. */
export const startChecks: StartChecks = (onAnswer, onFailure) =>
  startWorker(() => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => onAnswer(data)
    return worker
  }, onFailure)
