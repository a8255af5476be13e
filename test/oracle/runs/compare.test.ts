import { describe, expect, it } from 'vitest'
import { disagreements, unexplained } from './compare.ts'
import { outcomeOf, withoutTexts, type OutcomeNode, type RunOutcome } from './outcome.ts'

const node: OutcomeNode = {
  name: 'w',
  id: 'w',
  displayName: 'w',
  type: 'Pod',
  phase: 'Succeeded',
  outputs: { parameters: { a: '1', b: '2' } },
}
const run: RunOutcome = { name: 'w', phase: 'Succeeded', nodes: [node] }

describe('comparing two runs', () => {
  it('finds nothing where only the order of nodes and of keys differs', () => {
    const other = { ...node, name: 'v', id: 'v' }
    const turned = { ...node, outputs: { parameters: { b: '2', a: '1' } } }
    expect(
      disagreements({ ...run, nodes: [node, other] }, { ...run, nodes: [other, turned] }),
    ).toEqual([])
  })
  it('tells of the whole first, then of each field of a node', () => {
    const ours = { ...run, phase: 'Failed', nodes: [{ ...node, message: 'no' }] }
    expect(disagreements(run, ours)).toEqual([
      { about: 'phase', argo: 'Succeeded', ours: 'Failed' },
      { node: 'w', about: 'message', argo: undefined, ours: 'no' },
    ])
  })
  it('tells of nodes that only one side has', () => {
    expect(disagreements(run, { ...run, nodes: [] })).toEqual([
      { node: 'w', about: 'node', argo: 'Succeeded', ours: undefined },
    ])
    expect(disagreements({ ...run, nodes: [] }, run)).toEqual([
      { node: 'w', about: 'node', argo: undefined, ours: 'Succeeded' },
    ])
  })
  it('is explained by a difference that says what it is about', () => {
    const found = disagreements(run, { ...run, message: 'no', phase: 'Failed' })
    const [phase, message] = found
    const reason = 'as it should be'
    expect(unexplained('x', found, [])).toEqual(found)
    expect(unexplained('x', found, [{ about: /^message$/, reason }])).toEqual([phase])
    expect(unexplained('x', found, [{ about: /./, example: /^y/, reason }])).toEqual(found)
    expect(unexplained('x', found, [{ about: /./, argo: /^Succeeded$/, reason }])).toEqual([
      message,
    ])
  })
  it('is explained as a whole by a cause', () => {
    const found = disagreements(run, { ...run, message: 'no', phase: 'Failed' })
    const cause = { about: /^phase$/, isCause: true, reason: 'as it should be' } as const
    expect(unexplained('x', found, [cause])).toEqual([])
  })
})

describe('the outcome of a run', () => {
  it('has parameters that have a value, names of artifacts and ids in order, and nothing that is empty', () => {
    const outcome = outcomeOf({
      name: 'w',
      phase: 'Running',
      end: 'waiting',
      nodes: [
        {
          ...node,
          children: ['b', 'a'],
          round: 2,
          inputs: { parameters: [{ name: 'none' }] },
          outputs: {
            parameters: [{ name: 'p', value: 'x' }, { name: 'q' }],
            artifacts: [{ name: 'z' }, { name: 'y' }],
            exitCode: '0',
          },
        },
      ],
    })
    const { name, id, displayName, type, phase } = node
    const outputs = { parameters: { p: 'x' }, artifacts: ['y', 'z'], exitCode: '0' }
    expect(outcome).toEqual({
      name: 'w',
      end: 'waiting',
      phase: 'Running',
      nodes: [{ name, id, displayName, type, phase, children: ['a', 'b'], outputs }],
    })
  })
  it('has only a digest of long texts where a manifest is not ours', () => {
    const long = 'a text that is longer than what is kept of a text'
    const foreign = { ...run, nodes: [{ ...node, outputs: { result: long, exitCode: '0' } }] }
    expect(withoutTexts(foreign).nodes[0]?.outputs).toEqual({
      result: expect.stringMatching(/^sha256:[0-9a-f]{16}$/) as unknown,
      exitCode: '0',
    })
    expect(withoutTexts(run)).toEqual(run)
  })
})
