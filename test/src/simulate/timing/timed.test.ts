import { describe, expect, test } from 'vitest'
import {
  dryRun,
  durationWords,
  estimateOf,
  readMocksFile,
  type EarlierRun,
  type SaidDuration,
  type Span,
} from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

const workflow = `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: { name: w }
spec:
  entrypoint: main
  onExit: clean
  templates:
    - name: main
      steps:
        - - { name: fetch, template: get }
        - - { name: each, template: work, withItems: [a, b] }
        - - { name: last, template: work }
    - name: get
      container: { image: 'alpine:3.20' }
    - name: work
      retryStrategy: { limit: 3 }
      container: { image: 'alpine:3.20' }
    - name: clean
      container: { image: 'alpine:3.20' }
`

function span(path: string, template: string, seconds: number, hasFailed = false): Span {
  const step = /([^.\]]+?)(?:\(.*)?$/.exec(path)?.[1] ?? ''
  return {
    path,
    step: path === '.onExit' ? path : step,
    template,
    hasFailed,
    duration: seconds * 1000,
  }
}

interface Given {
  readonly spans?: readonly Span[]
  readonly runs?: readonly EarlierRun[]
  readonly said?: readonly SaidDuration[]
  readonly mocks?: string
}

/** How many seconds each node took, by its name from the root on, and where that is from. */
async function took({ spans = [], runs = [{ name: 'e', spans }], said = [], mocks = '[]' }: Given) {
  const ran = await dryRun({
    sources: [{ tree: parseTree(workflow) }],
    document: 0,
    seed: 1,
    now: 0,
    name: 'w',
    mocks: readMocksFile(parseTree(mocks)).mocks,
    timing: { said, runs },
  })
  if (!ran.ok) throw new Error(ran.error)
  const { run } = ran.value
  const pods = [...run.nodes.values()].filter(({ type }) => type === 'Pod')
  const told = pods.map(({ name, startedAt, finishedAt = 0, durationFrom }) => {
    const seconds = String((finishedAt - startedAt) / 1000)
    return [name.slice(1), `${seconds} ${durationFrom ?? 'made up'}`] as const
  })
  const nodes = Object.fromEntries(told)
  return { nodes, estimate: estimateOf(run.trace) }
}

describe('steps take as long as in an earlier run', () => {
  test('by the name of the node, else as the same item, step or template', async () => {
    const { nodes, estimate } = await took({
      spans: [
        span('[0].fetch', 'get', 5),
        span('[1].each(0:a)(0)', 'work', 10),
        // Another place of the same item, and an item that is not there any more.
        span('[1].each(2:b)(0)', 'work', 20),
        span('[1].each(3:c)(0)', 'work', 60),
      ],
    })
    expect(nodes).toEqual({
      '[0].fetch': '5 earlier',
      '[1].each(0:a)(0)': '10 earlier',
      '[1].each(1:b)(0)': '20 earlier',
      // A step that was not there, of a template that was: the median.
      '[2].last(0)': '20 earlier',
      '.onExit': '1 made up',
    })
    expect(
      estimate.steps.map(({ step, nodes, least, most }) => [step, nodes, least, most]),
    ).toEqual([
      ['fetch', 1, 5000, 5000],
      ['each', 2, 10_000, 20_000],
      ['last', 1, 20_000, 20_000],
      ['.onExit', 1, 1000, 1000],
    ])
    expect(durationWords(estimate.steps, [{ name: 'e' }])).toBe(
      'Durations of 4 steps: 3 from e, 1 made up.',
    )
  })

  test('when they have moved, or their templates are called otherwise', async () => {
    const { nodes } = await took({
      spans: [span('[7].fetch', 'get', 3), span('[0].last', 'gone', 4), span('.onExit', 'x', 2)],
    })
    expect(nodes['[0].fetch']).toBe('3 earlier')
    expect(nodes['[2].last(0)']).toBe('4 earlier')
    expect(nodes['.onExit']).toBe('2 earlier')
  })

  test('the median of several runs', async () => {
    const runs = [5, 90, 7, 8].map((seconds, at) => ({
      name: String(at),
      spans: [span('[0].fetch', 'get', seconds)],
    }))
    const { nodes, estimate } = await took({ runs })
    expect(nodes['[0].fetch']).toBe('7.5 earlier')
    expect(durationWords(estimate.steps, runs)).toContain('1 from the median of 4 runs')
  })

  test('those that fail as those that failed, and a success never as a failure', async () => {
    const spans = [span('[2].last(0)', 'work', 2, true), span('[2].last(1)', 'work', 30)]
    const mocks = '[{step: last, attempts: [{exitCode: 1}, {}]}]'
    const failing = await took({ spans, mocks })
    expect(failing.nodes['[2].last(0)']).toBe('2 earlier')
    expect(failing.nodes['[2].last(1)']).toBe('30 earlier')
    expect((await took({ spans })).nodes['[2].last(0)']).toBe('30 earlier')
    expect((await took({ spans: [span('[0].fetch', 'get', 9, true)] })).nodes['[0].fetch']).toBe(
      '1 made up',
    )
    const onlyGood = await took({
      spans: [span('[0].fetch', 'get', 9)],
      mocks: '[{step: fetch, exitCode: 1}]',
    })
    expect(onlyGood.nodes['[0].fetch']).toBe('9 earlier')
  })

  test('unless a mock, or somebody, says it', async () => {
    const { nodes, estimate } = await took({
      spans: [span('[0].fetch', 'get', 5), span('[2].last(0)', 'work', 5)],
      said: [
        { step: 'fetch', template: 'get', duration: 50_000 },
        { step: '.onExit', template: 'clean', duration: 70_000 },
        { step: 'each', template: 'other', duration: 80_000 },
      ],
      mocks: '[{step: last, duration: 8s}, {step: fetch, duration: 1s}, {step: each, result: y}]',
    })
    expect(nodes).toEqual({
      '[0].fetch': '50 said',
      '[1].each(0:a)(0)': '5 earlier',
      '[1].each(1:b)(0)': '5 earlier',
      '[2].last(0)': '8 said',
      '.onExit': '70 said',
    })
    expect(durationWords(estimate.steps, [{ name: 'e' }])).toBe(
      'Durations of 4 steps: 1 from e, 3 as you say.',
    )
  })
})
