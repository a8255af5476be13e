import type { BranchAnswer, BranchRequest } from './branch-messages.ts'

/** Looks for steps that never run elsewhere. */
export interface BranchWorker {
  readonly post: (request: BranchRequest) => void
  readonly end: () => void
}

/** Starts it; nothing where that cannot be. After `onFailure` no answer comes any more. */
export type StartBranches = (
  onAnswer: (answer: BranchAnswer) => void,
  onFailure: () => void,
) => BranchWorker | undefined

/** Starts it in a worker of its own. */
export const startBranches: StartBranches = (onAnswer, onFailure) => {
  try {
    const worker = new Worker(new URL('./branch-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<BranchAnswer>) => onAnswer(data)
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
