import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '../../support/seeds.ts'
import {
  isFinal,
  type Outcome,
  type OutcomeRequest,
  type Run,
} from '../../../src/simulate/index.ts'
import { randomWorkflow } from './random-workflow.ts'
import { started } from './support.ts'

/** Ends a pod by chance: the same for the same seed. */
function byChance({ seed }: OutcomeRequest): Outcome {
  const phases = ['Succeeded', 'Succeeded', 'Succeeded', 'Failed', 'Error'] as const
  const phase = phases[seed % phases.length] ?? 'Succeeded'
  return {
    phase,
    exitCode: phase === 'Succeeded' ? 0 : 1,
    result: '1',
    parameters: {},
    artifacts: {},
    duration: (seed % 7) * 500,
    log: [],
    isInvented: false,
  }
}

/** Runs to the end; requests are answered from the first to the last, or the other way round. */
function run(text: string, seed: number, backwards = false): Run {
  const made = started(text, { seed })
  do {
    const requests = backwards ? made.requests.toReversed() : made.requests
    for (const request of requests) made.answer(request.node.id, byChance(request))
  } while (made.advance())
  return made
}

const runs = { numRuns: 300 }

describe('for any workflow', () => {
  test('the same seed gives the same trace, in whatever order answers come', () => {
    fc.assert(
      fc.property(randomWorkflow, fc.nat(1000), (text, seed) => {
        const { trace } = run(text, seed)
        expect(run(text, seed).trace).toEqual(trace)
        expect(run(text, seed, true).trace).toEqual(trace)
      }),
      { numRuns: 100 },
    )
  })

  test('time never goes back, and no node leaves a final phase', () => {
    fc.assert(
      fc.property(randomWorkflow, fc.nat(1000), (text, seed) => {
        const phases = new Map<string, string>()
        let last = 0
        for (const event of run(text, seed).trace) {
          expect(event.at).toBeGreaterThanOrEqual(last)
          last = event.at
          if (event.kind !== 'node') continue
          const { id, phase } = event.node
          const before = phases.get(id)
          if (before !== undefined && before !== phase) expect(before).toMatch(/Pending|Running/)
          phases.set(id, phase)
        }
      }),
      runs,
    )
  })

  test('no step starts before its lane, and no lane before the one above it has ended', () => {
    fc.assert(
      fc.property(randomWorkflow, fc.nat(1000), (text, seed) => {
        const { nodes } = run(text, seed)
        const byName = new Map([...nodes.values()].map((node) => [node.name, node]))
        for (const node of nodes.values()) {
          const [, lane] = /^(.*\[\d+\])\.[^.[\]]+$/.exec(node.name) ?? []
          const group = lane === undefined ? undefined : byName.get(lane)
          if (group) expect(node.startedAt).toBeGreaterThanOrEqual(group.startedAt)
          const [, parent, index] = /^(.*)\[(\d+)\]$/.exec(node.name) ?? []
          if (parent === undefined || node.type !== 'StepGroup' || index === '0') continue
          const above = byName.get(`${parent}[${String(Number(index) - 1)}]`)
          expect(above && isFinal(above.phase)).toBe(true)
          expect(node.startedAt).toBeGreaterThanOrEqual(above?.finishedAt ?? Infinity)
        }
      }),
      runs,
    )
  })

  test('everything that began has ended, unless the run waits or says why it hangs', () => {
    fc.assert(
      fc.property(randomWorkflow, fc.nat(1000), (text, seed) => {
        const { phase, nodes, stuck, waiting, isIdle } = run(text, seed)
        expect(isIdle).toBe(true)
        const isOver = phase !== 'Running' && phase !== 'Pending'
        expect(isOver || stuck.length > 0 || waiting.length > 0).toBe(true)
        // `failFast` ends a template while suspended exit handlers in it wait on; Argo counts pods only.
        const isCut = [...nodes.values()].some(({ message }) => message.includes('failFast'))
        if (phase === 'Succeeded' && !isCut)
          for (const node of nodes.values()) expect(isFinal(node.phase)).toBe(true)
      }),
      runs,
    )
  })

  test('no more pods are at work than limits allow', () => {
    fc.assert(
      fc.property(randomWorkflow, fc.nat(1000), (text, seed) => {
        const limit = started(text).spec['parallelism']
        if (typeof limit !== 'number') return
        // Ends come before beginnings in a moment, so the greatest number is looked for moment by moment.
        expect(mostAtOnce(run(text, seed))).toBeLessThanOrEqual(limit)
      }),
      runs,
    )
  })
})

/** The greatest number of pods between two moments of a run. */
function mostAtOnce({ trace }: Run): number {
  const active = new Set<string>()
  let most = 0
  for (const [index, event] of trace.entries()) {
    if (event.kind === 'node' && event.node.podName !== undefined) {
      if (isFinal(event.node.phase)) active.delete(event.node.id)
      else active.add(event.node.id)
    }
    if (trace[index + 1]?.at !== event.at) most = Math.max(most, active.size)
  }
  return most
}
