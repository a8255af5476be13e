import { layoutDag, type DagInput, type DagLayout } from '../../../src/layout/index.ts'
import type { LayoutAnswer } from './layout-worker.ts'

/** Makes layouts, one at a time. */
export type LayoutMaker = (input: DagInput) => Promise<DagLayout>

/** Makes layouts in a worker; where there is none, or it cannot start, right here. */
export function createLayoutMaker(): LayoutMaker {
  if (typeof Worker === 'undefined') return here
  let worker: Worker | undefined
  return (input) => {
    try {
      worker ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    } catch {
      return here(input)
    }
    const own = worker
    return new Promise<DagLayout>((resolve) => {
      own.onmessage = (event: MessageEvent<LayoutAnswer>) => resolve(event.data.layout)
      own.onerror = () => {
        own.terminate()
        worker = undefined
        resolve(here(input))
      }
      own.postMessage(input)
    })
  }
}

function here(input: DagInput): Promise<DagLayout> {
  return Promise.resolve(layoutDag(input))
}
