import { pausesOf } from './pauses.ts'
import { runBench } from './run-bench.ts'
import type { RunCall } from './run-messages.ts'

/*
 * The inside of the worker in which dry runs go on. Scripts run in workers of their own, which the page has.
 */
const take = runBench({ post: (report) => postMessage(report), pause: pausesOf(50) })

addEventListener('message', ({ data }: MessageEvent<RunCall>) => take(data))
