import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readEarlierRuns } from '../../../../src/simulate/index.ts'

const flip = {
  id: 'c-1',
  name: 'c[0].flip',
  displayName: 'flip',
  type: 'Pod',
  templateName: 'flip',
  phase: 'Succeeded',
  startedAt: '2025-03-01T00:00:00Z',
  finishedAt: '2025-03-01T00:01:30Z',
}

type Fields = Readonly<Record<string, unknown>>

function workflow(status: unknown, rest: Fields = {}): string {
  return JSON.stringify({ kind: 'Workflow', metadata: { name: 'c' }, status, ...rest })
}

function withNodes(...nodes: readonly Fields[]): string {
  return workflow({
    nodes: Object.fromEntries(nodes.map((node, at) => [`c-${String(at)}`, { ...flip, ...node }])),
  })
}

async function read(text: string) {
  return readEarlierRuns(text, (bytes) => {
    try {
      return Promise.resolve(gunzipSync(bytes))
    } catch {
      return Promise.resolve(undefined)
    }
  })
}

async function spansOf(text: string) {
  const found = await read(text)
  if (!found.ok) throw new Error(found.error)
  return found.value.flatMap(({ spans }) => spans)
}

const span = {
  path: '[0].flip',
  step: 'flip',
  template: 'flip',
  hasFailed: false,
  duration: 90_000,
}

describe('durations of an earlier run', () => {
  test('are those of pods that have ended, with their places in the workflow', async () => {
    expect(await read(withNodes({}))).toEqual({ ok: true, value: [{ name: 'c', spans: [span] }] })
    const names = [
      { name: 'c', displayName: 'c', id: 'c', type: 'Steps' },
      { name: 'c[1].each(0:x)(1)', displayName: 'each(0:x)(1)', phase: 'Failed' },
      { name: 'c.onExit', displayName: 'c.onExit' },
      { name: 'c[0].flip.onExit', displayName: 'flip.onExit' },
      { name: 'c.h', displayName: 'h', type: 'HTTP', templateName: undefined },
      { name: 'c.r', displayName: 'r', templateRef: { name: 'lib', template: 't' } },
    ]
    const told = (await spansOf(withNodes(...names))).map((one) => [
      one.path,
      one.step,
      one.template,
      one.hasFailed,
    ])
    expect(told).toEqual([
      ['[1].each(0:x)(1)', 'each', 'flip', true],
      ['.onExit', '.onExit', 'flip', false],
      ['[0].flip.onExit', 'flip.onExit', 'flip', false],
      ['.h', 'h', undefined, false],
      ['.r', 'r', 'lib/t', false],
    ])
  })

  test('leave out what has no time of its own, and what is of a wrong shape', async () => {
    const others: readonly Fields[] = [
      { type: 'Suspend' },
      { type: 'Container' },
      { type: 7 },
      { phase: 'Skipped' },
      { phase: 'Running', finishedAt: null },
      { memoizationStatus: { hit: true } },
      { startedAt: undefined },
      { startedAt: 'yesterday' },
      { startedAt: '2025-03-01T01:00:00Z' },
      { name: ['c'] },
      { displayName: null },
    ]
    expect(await spansOf(withNodes({}, ...others))).toEqual([span])
    const odd = workflow({ nodes: { a: null, b: [flip], c: 'flip', ['__proto__']: flip, d: flip } })
    expect(await spansOf(odd)).toContainEqual(span)
  })

  test('come from lists, documents, YAML and packed nodes alike', async () => {
    const one = withNodes({})
    expect(await spansOf(`{"kind":"WorkflowList","items":[${one},${workflow({})}]}`)).toHaveLength(
      1,
    )
    expect(await spansOf(`{"apiVersion":"v1","kind":"List","items":[${one},${one}]}`)).toHaveLength(
      2,
    )
    expect(await spansOf(`[${one},${one}]`)).toHaveLength(2)
    expect(await spansOf(`${one}\n---\n${one}`)).toHaveLength(2)
    expect(
      await spansOf(`# as YAML
metadata: {name: c}
status:
  nodes:
    c-1:
      id: c-1
      name: c[0].flip
      displayName: flip
      type: Pod
      templateName: flip
      phase: Succeeded
      startedAt: 2025-03-01T00:00:00Z
      finishedAt: "2025-03-01T00:01:30Z"
`),
    ).toEqual([span])
    const compressedNodes = gzipSync(JSON.stringify({ 'c-1': flip })).toString('base64')
    expect(await spansOf(workflow({ compressedNodes }))).toEqual([span])
  })

  test.each([
    ['', /is no run|is empty/],
    ['just words', /^This is no run\. Give a Workflow with its status, as “argo get/],
    ['{"a": [', /^It is neither JSON nor YAML\. Line 1: /],
    ['[]', /^There is no run in it: it is empty\.$/],
    [workflow({}), /^c has no status\.nodes, so it is no run\. Give/],
    [workflow({ phase: 'Failed' }), /^c has no nodes: it has not begun/],
    [workflow('Failed'), /^c has no status\.nodes/],
    [workflow({}, { kind: 'CronWorkflow' }), /^A CronWorkflow is no run\./],
    [workflow({ nodes: {} }), /^No pod of c has ended with its times/],
    [
      workflow({ offloadNodeStatusVersion: 'fnv:1' }),
      /database of the Argo Server .*“argo get c -o/,
    ],
    [workflow({ compressedNodes: 'KLUv/QQ' }), /packed in a way .* ARGO_SERVER set\.$/],
    [workflow({ compressedNodes: '§' }), /packed in a way/],
    [workflow({ compressedNodes: gzipSync('no JSON').toString('base64') }), /packed in a way/],
  ])('are not there in %s', async (text, problem) => {
    const found = await read(text)
    expect(found.ok ? '' : found.error).toMatch(problem)
  })
})
