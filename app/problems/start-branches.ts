import type { BranchAnswer, BranchRequest } from './branch-messages.ts'
import { startWorker, type Elsewhere } from './start-worker.ts'

/** Looks for steps that never run elsewhere. */
export type BranchWorker = Elsewhere<BranchRequest>

/** Starts it; nothing where that cannot be. After `onFailure` no answer comes any more. */
export type StartBranches = (
  onAnswer: (answer: BranchAnswer) => void,
  onFailure: () => void,
) => BranchWorker | undefined

/** Starts it in a worker of its own. */
export const startBranches: StartBranches = (onAnswer, onFailure) =>
  startWorker(() => {
    const worker = new Worker(new URL('./branch-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<BranchAnswer>) => onAnswer(data)
    return worker
  }, onFailure)
