import { CheckBench, type CheckRequest } from './check-bench.ts'

const bench = new CheckBench()

addEventListener('message', (event: MessageEvent<CheckRequest>) => {
  postMessage(bench.answer(event.data))
})
