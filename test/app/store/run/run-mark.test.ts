import { describe, expect, it } from 'vitest'
import { markOf } from '../../../../app/store/run/run-mark.ts'
import type { NodePhase } from '../../../../src/simulate/index.ts'
import { event, indexOf } from './trace.ts'

const path = 't/main/steps/-/=a'
const items = (...phases: readonly NodePhase[]) =>
  indexOf(
    phases.map((phase, at) =>
      event(at, `run[0].a(${String(at)}:x)`, {
        phase,
        in: 'run',
        path,
        item: { index: at, value: 'x' },
      }),
    ),
  )

describe('the mark of a card', () => {
  it('is none before the step has begun', () => {
    expect(markOf(items('Running'), 0, 'run', path)).toBeUndefined()
  })

  it('counts the items of a loop', () => {
    const index = items('Succeeded', 'Failed', 'Running')
    expect(markOf(index, 3, 'run', path)).toMatchObject({
      phase: 'Running',
      items: 3,
      done: 2,
      failed: 1,
    })
    expect(markOf(index, 1, 'run', path)).toMatchObject({ phase: 'Succeeded', items: 1 })
  })

  it.each<[readonly NodePhase[], string]>([
    [['Succeeded', 'Succeeded'], 'Succeeded'],
    [['Succeeded', 'Failed'], 'Failed'],
    [['Succeeded', 'Skipped'], 'Succeeded'],
    [['Skipped', 'Skipped'], 'Skipped'],
    [['Omitted'], 'Omitted'],
    [['Failed', 'Pending'], 'Pending'],
  ])('is of items that are %j %s', (phases, phase) => {
    expect(markOf(items(...phases), phases.length, 'run', path)?.phase).toBe(phase)
  })

  it('shows the node of the retry, and how often it was tried', () => {
    const index = indexOf([
      event(0, 'a', { type: 'Retry', in: 'run', path }),
      event(0, 'a(0)', { phase: 'Failed', attempt: 0, in: 'run', path }),
      event(1, 'a(1)', { attempt: 1, in: 'run', path }),
    ])
    expect(markOf(index, 3, 'run', path)).toMatchObject({
      phase: 'Running',
      node: 'a',
      attempts: 2,
      items: 0,
    })
  })

  it('says of a suspended node that it waits', () => {
    const index = indexOf([event(0, 'a', { type: 'Suspend', in: 'run', path })])
    expect(markOf(index, 1, 'run', path)?.phase).toBe('Waiting')
  })

  it('says how a condition came out', () => {
    const verdict = { text: '{{x}} == a', filled: 'b == a', values: [], holds: false }
    const index = indexOf([event(0, 'a', { phase: 'Skipped', in: 'run', path, verdict })])
    expect(markOf(index, 1, 'run', path)?.verdict).toBe('b == a is false')
  })
})

it('shows a step as running while its script really runs, though its time has not begun', () => {
  const index = indexOf([
    event(0, 'run', { type: 'Steps' }),
    event(0, 'run.flip', { in: 'run', path: 'flip', phase: 'Pending' }),
  ])
  const phase = (working: ReadonlyMap<string, number>) =>
    markOf(index, 2, 'run', 'flip', new Set(), working)?.phase
  expect(phase(new Map())).toBe('Pending')
  expect(phase(new Map([['run.flip', 1]]))).toBe('Running')
})
