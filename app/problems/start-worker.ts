/** Something that is done elsewhere, request by request. */
export interface Elsewhere<Request> {
  readonly post: (request: Request) => void
  readonly end: () => void
}

/**
 * Starts a worker, which gives its answers to whoever made it; nothing where that cannot be: where the page is a file, or its policy
 * forbids it. After `onFailure` no answer comes any more.
 */
export function startWorker(
  make: () => Worker,
  onFailure: () => void,
): Elsewhere<unknown> | undefined {
  if (typeof Worker === 'undefined') return undefined
  try {
    const worker = make()
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
