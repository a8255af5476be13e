import { layoutDag, type DagInput, type DagLayout } from '../../../src/layout/index.ts'

/** What is asked of the worker, and what it answers. */
export interface LayoutAnswer {
  readonly layout: DagLayout
}

addEventListener('message', (event: MessageEvent<DagInput>) => {
  const answer: LayoutAnswer = { layout: layoutDag(event.data) }
  postMessage(answer)
})
