import { pausesOf } from '../pauses.ts'
import { testBench } from './test-bench.ts'
import type { TestCall } from './test-messages.ts'

/*
 * The inside of the worker in which tests of workflows run. Scripts run in workers of their own, which the page has.
 */
const take = testBench({
  post: (report) => postMessage(report),
  pause: pausesOf(50),
  now: () => performance.now(),
})

addEventListener('message', ({ data }: MessageEvent<TestCall>) => take(data))
