import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../../support/seeds.ts'
import {
  driveRun,
  estimateOf,
  isFinal,
  readEarlierRuns,
  timed,
  workflowOf,
  type Outcome,
  type OutcomeRequest,
  type Provide,
  type Run,
} from '../../../../src/simulate/index.ts'
import { randomWorkflow } from '../random-workflow.ts'
import { started } from '../support.ts'

const plain: Outcome = {
  phase: 'Succeeded',
  exitCode: 0,
  result: '1',
  parameters: {},
  artifacts: {},
  duration: 0,
  log: [],
  isInvented: false,
}

/** Ends a pod by chance, after whole seconds, for a status has no smaller ones. */
function byChance({ seed }: OutcomeRequest): Outcome {
  const phase = (['Succeeded', 'Succeeded', 'Failed', 'Error'] as const)[seed % 4] ?? 'Succeeded'
  return { ...plain, phase, exitCode: phase === 'Succeeded' ? 0 : 1, duration: (seed % 7) * 1000 }
}

async function ran(text: string, seed: number, provide: Provide): Promise<Run> {
  const run = started(text, { seed })
  await driveRun(run, provide)
  return run
}

/** When everything began and ended. */
function times({ nodes }: Run): readonly (readonly [string, number, number | undefined])[] {
  return [...nodes.values()].map(({ name, startedAt, finishedAt }) => [name, startedAt, finishedAt])
}

test('a run with the durations of its own status takes as long, node by node', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorkflow, fc.nat(1000), async (text, seed) => {
      const first = await ran(text, seed, byChance)
      // Of pods that a run has left behind nobody knows how long they would have taken.
      fc.pre([...first.nodes.values()].every(({ phase }) => isFinal(phase)))
      const read = await readEarlierRuns(JSON.stringify(workflowOf(first)), (bytes) =>
        Promise.resolve(gunzipSync(bytes)),
      )
      const phases = new Map([...first.nodes.values()].map(({ name, phase }) => [name, phase]))
      // Steps end as they did, but nobody says any more how long they take.
      const again: Provide = ({ node }) => {
        const phase = phases.get(node.name)
        const isBad = phase === 'Failed' || phase === 'Error'
        return { ...plain, ...(isBad ? { phase, exitCode: 1 } : {}), duration: 12_345 }
      }
      if (!read.ok) {
        expect(read.error).toMatch(/^No pod of w has ended/)
        return
      }
      const second = await ran(text, seed, timed({ said: [], runs: read.value }, again))
      expect(times(second)).toEqual(times(first))
      expect(estimateOf(second.trace).duration).toBe(estimateOf(first.trace).duration)
    }),
    { numRuns: 100 },
  )
})
