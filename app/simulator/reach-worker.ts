import { reachOf, type Reachability } from '../../src/simulate/index.ts'
import type { Result } from '../../src/base/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import type { RunOrder } from './run-messages.ts'

/** What is to be tried. */
export type ReachOrder = Pick<RunOrder, 'texts' | 'document' | 'namespace'>

/** What came of it; in words why not. */
export type ReachAnswer = Result<Reachability, string>

/*
 * The inside of a worker that tries a workflow in all its branches: hundreds of runs in a row, which no page would draw beside.
 */
addEventListener('message', ({ data }: MessageEvent<ReachOrder>) => {
  const { texts, ...rest } = data
  const sources = texts.map((text) => ({ tree: parseTree(text) }))
  postMessage(reachOf({ ...rest, sources, seed: 1, now: Date.UTC(2025, 0, 1) }))
})
