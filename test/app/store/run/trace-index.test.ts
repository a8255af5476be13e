import { describe, expect, it } from 'vitest'
import { snapshotAt, type TraceEvent } from '../../../../src/simulate/index.ts'
import { event, indexOf } from './trace.ts'

const trace: readonly TraceEvent[] = [
  { kind: 'workflow', at: 0, phase: 'Running', message: '' },
  event(0, 'run', { type: 'Steps', path: 't/main' }),
  event(0, 'run[0]', { type: 'StepGroup', in: 'run' }),
  event(0, 'run[0].a', { phase: 'Pending', in: 'run', path: 't/main/steps/-/=a' }),
  event(1, 'run[0].a', { phase: 'Running', in: 'run', path: 't/main/steps/-/=a' }),
  event(1, 'run[0].b', { type: 'Retry', in: 'run', path: 't/main/steps/-/=b' }),
  event(1, 'run[0].b(0)', { in: 'run', path: 't/main/steps/-/=b', attempt: 0 }),
  { kind: 'log', at: 2, id: 'run[0].a', lines: [{ source: 'stdout', text: 'heads' }] },
  event(2, 'run[0].a', { phase: 'Succeeded', in: 'run', path: 't/main/steps/-/=a', finishedAt: 2 }),
  { kind: 'workflow', at: 3, phase: 'Succeeded', message: 'done' },
]
const index = indexOf(trace)

describe('the index of a trace', () => {
  it('says at any moment what the trace says', () => {
    for (let count = 0; count <= trace.length; count++) {
      const { nodes, phase, message } = snapshotAt(trace, count)
      expect(index.workflowAt(count)).toEqual({ phase, message })
      for (const id of index.ids) expect(index.nodeAt(id, count)).toBe(nodes.get(id))
    }
  })

  it('says the same of what was, when more has happened', () => {
    const growing = indexOf([])
    for (const [at, each] of trace.entries()) {
      growing.add(each)
      for (const id of growing.ids)
        expect(growing.nodeAt(id, at)).toBe(snapshotAt(trace, at).nodes.get(id))
    }
  })

  it('has logs only from when they were written', () => {
    expect(index.logAt('run[0].a', 7)).toEqual([])
    expect(index.logAt('run[0].a', 8)).toHaveLength(1)
  })

  it('lays nodes below those that they are made of, and leaves lanes out', () => {
    expect(index.rows().map(({ id, depth }) => `${String(depth)} ${id}`)).toEqual([
      '0 run',
      '1 run[0].a',
      '1 run[0].b',
      '2 run[0].b(0)',
    ])
  })

  it('has the same rows whether they are looked at while it grows or not', () => {
    const growing = indexOf([])
    for (const each of trace) {
      growing.add(each)
      growing.rows()
    }
    expect(growing.rows()).toEqual(index.rows())
  })

  it('lays the items of a task below the task', () => {
    const dag = indexOf([
      event(0, 'run', { type: 'DAG' }),
      event(0, 'run.t', { type: 'TaskGroup', in: 'run' }),
      event(0, 'run.t(0:x(y))', { in: 'run', item: { index: 0, value: 'x(y)' } }),
    ])
    expect(dag.rows().map(({ depth }) => depth)).toEqual([0, 1, 2])
  })

  it('finds the nodes of a place within a call, and the calls of a template', () => {
    expect(index.inPlace('run', 't/main/steps/-/=b')).toEqual(['run[0].b', 'run[0].b(0)'])
    expect(index.inPlace('other', 't/main/steps/-/=b')).toEqual([])
    expect(index.callsOf('t/main')).toEqual(['run'])
  })

  it('tells the time of a moment', () => {
    expect(index.timeAt(4)).toBe(0)
    expect(index.timeAt(7)).toBe(1)
  })

  it('finds a node by its name, and those above it', () => {
    expect(index.nodeNamed('run[0].b(0)')?.id).toBe('run[0].b(0)')
    expect(index.nodeNamed('run[0].b(0)', 1)).toBeUndefined()
    expect(index.lineOf('run[0].b(0)')).toEqual(['run[0].b(0)', 'run[0].b', 'run'])
    expect(index.lineOf(undefined)).toEqual([])
  })
})
