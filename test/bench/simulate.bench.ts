import { startRun, type Outcome, type OutcomeRequest, type Run } from '../../src/simulate/index.ts'
import { parseTree } from '../../src/yaml/index.ts'
import { median, sample, type Benchmark, type Measured } from './harness.ts'

/** A loop of so many items, whose step is a script, and a step behind it that reads what all gave. */
function loop(items: number, parallelism?: number): string {
  const template = { name: 'one', inputs: { parameters: [{ name: 'item' }] } }
  const source = 'print("{{inputs.parameters.item}}")'
  const given = { parameters: [{ name: 'item', value: '{{item}}' }] }
  const all = { parameters: [{ name: 'item', value: '{{steps.each.outputs.result}}' }] }
  return JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { name: 'loop' },
    spec: {
      entrypoint: 'main',
      templates: [
        {
          name: 'main',
          ...(parallelism !== undefined && { parallelism }),
          steps: [
            [{ name: 'each', template: 'one', arguments: given, withSequence: { count: items } }],
            [{ name: 'all', template: 'one', arguments: all }],
          ],
        },
        { ...template, script: { image: 'python:3.12', command: ['python'], source } },
      ],
    },
  })
}

/** Each pod takes another time, so that hardly two end at once. */
function outcomeOf({ seed }: OutcomeRequest): Outcome {
  return {
    phase: 'Succeeded',
    exitCode: 0,
    result: '1',
    parameters: {},
    artifacts: {},
    duration: seed % 100_000,
    log: [],
    isInvented: false,
  }
}

function play(text: string): Run {
  const started = startRun({ sources: [{ tree: parseTree(text) }], document: 0, seed: 1, now: 0 })
  if (!started.ok) throw new Error(started.error)
  const run = started.value
  do for (const request of run.requests) run.answer(request.node.id, outcomeOf(request))
  while (run.advance())
  if (run.phase !== 'Succeeded') throw new Error(`the run ended as ${run.phase}`)
  return run
}

async function whole(items: number, parallelism?: number): Promise<Measured> {
  const text = loop(items, parallelism)
  const times = await sample(() => play(text), 3)
  return { value: median(times), note: `${String(play(text).trace.length)} events` }
}

/** The longest that the page would be held up: one step of the run's time, or its beginning. */
async function longestStep(items: number): Promise<Measured> {
  const text = loop(items)
  const tree = parseTree(text)
  const lengths: number[] = []
  const timed = <T>(job: () => T): T => {
    const from = performance.now()
    const made = job()
    lengths.push(performance.now() - from)
    return made
  }
  const options = { sources: [{ tree }], document: 0, seed: 1, now: 0 }
  const started = timed(() => startRun(options))
  if (!started.ok) throw new Error(started.error)
  const run = started.value
  do for (const request of run.requests) run.answer(request.node.id, outcomeOf(request))
  while (timed(() => run.advance()))
  return Promise.resolve({ value: Math.max(...lengths) })
}

export const benchmarks: readonly Benchmark[] = [
  { name: 'run-loop-1000', unit: 'ms', run: () => whole(1_000) },
  { name: 'run-loop-10000', unit: 'ms', goal: 2000, run: () => whole(10_000) },
  { name: 'run-loop-10000-by-ten', unit: 'ms', goal: 2000, run: () => whole(10_000, 10) },
  { name: 'run-loop-1000-longest-step', unit: 'ms', goal: 50, run: () => longestStep(1_000) },
]
