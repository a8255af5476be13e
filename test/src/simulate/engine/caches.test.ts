import { describe, expect, test } from 'vitest'
import { finished, started, told } from '../support.ts'

const workflow = `kind: Workflow
metadata: {name: w}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: make, template: make}
        - - {name: use, template: use, arguments: {parameters: [{name: size, value: '{{steps.make.outputs.parameters.size}}'}]}}
    - name: make
      memoize: {key: KEY, maxAge: 1h, cache: {configMap: {name: kept}}}
      container: {image: alpine}
      outputs: {parameters: [{name: size, valueFrom: {path: /tmp/size}}]}
    - name: use
      inputs: {parameters: [{name: size}]}
      container: {image: alpine}
`

const outputs = { result: 'ok', exitCode: '0', parameters: [{ name: 'size', value: '7' }] }

/** What runs with an entry of a cache, half an hour after `created`. */
function run(entry: string, labels = 'workflows.argoproj.io/configmap-type: Cache', key = 'a-1') {
  const map = `---\nkind: ConfigMap\nmetadata: {name: kept, labels: {${labels}}}\ndata: {a-1: ${JSON.stringify(entry)}}\n`
  const now = Date.UTC(2025, 2, 1, 12, 30)
  const answers = { make: { parameters: { size: '1' } } }
  return finished(started(workflow.replace('KEY', key) + map, { now }), answers)
}

function entryOf(creationTimestamp: unknown, nodeID = 'w-1'): string {
  return JSON.stringify({ nodeID, outputs, creationTimestamp, lastHitTimestamp: null })
}

function sizeOf(made: ReturnType<typeof run>): unknown {
  const node = [...made.nodes.values()].find(({ displayName }) => displayName === 'use')
  return node?.inputs?.parameters[0]?.['value']
}

describe('caches of ConfigMaps', () => {
  test('what is kept there is found, as long as it is not too old', () => {
    const hit = run(entryOf('2025-03-01T12:00:00Z'))
    expect(sizeOf(hit)).toBe('7')
    expect([...hit.nodes.values()].find(({ displayName }) => displayName === 'make')).toMatchObject(
      {
        phase: 'Succeeded',
        type: 'Pod',
        memoization: { hit: true, key: 'a-1', cacheName: 'kept' },
        outputs: { ...outputs, artifacts: [] },
      },
    )
    expect(sizeOf(run(entryOf('2025-03-01T11:29:59Z')))).toBe('1')
    expect(sizeOf(run(entryOf(null)))).toBe('1')
  })

  test('what no node has made, or is empty, is no hit', () => {
    expect(sizeOf(run(entryOf('2025-03-01T12:00:00Z', '')))).toBe('1')
    expect(sizeOf(run(''))).toBe('1')
    expect(sizeOf(run(entryOf('2025-03-01T12:00:00Z'), undefined, 'b'))).toBe('1')
  })

  test('ConfigMaps that are no caches, keys and entries that cannot be read end the step', () => {
    const message = (made: ReturnType<typeof run>): string | undefined =>
      /make Error: (.*)/.exec(told(made))?.[1]
    const good = entryOf('2025-03-01T12:00:00Z')
    expect(message(run(good, ''))).toBe(
      "memoization configmap doesn't have workflows.argoproj.io/configmap-type label, refusing to use it",
    )
    expect(message(run(good, 'workflows.argoproj.io/configmap-type: Parameter'))).toBe(
      "memoization configmap doesn't have label workflows.argoproj.io/configmap-type = Cache, refusing to use it",
    )
    expect(message(run(good, undefined, '-a'))).toBe('invalid cache key: -a')
    expect(message(run('{'))).toBe(
      'malformed cache entry: could not unmarshal JSON; unable to parse: unexpected end of JSON input',
    )
    expect(message(run('[]'))).toContain('malformed cache entry')
    expect(message(run(entryOf('yesterday')))).toContain('"yesterday" is no moment')
  })
})

test('a semaphore of which no file says the size counts as one, and the run says so', () => {
  const text = (map: string): string => `kind: Workflow
metadata: {name: w}
spec:
  entrypoint: main
  templates:
    - name: main
      steps: [[{name: a, template: work}, {name: b, template: work}]]
    - name: work
      synchronization: {semaphores: [{configMapKeyRef: {name: sizes, key: work}}]}
      container: {image: alpine}
${map}`
  const lone = finished(started(text('')))
  expect(lone.now).toBe(2000)
  expect(lone.notes).toEqual([
    'The semaphore sizes/work counts as 1, since no file says its size: put work into a ConfigMap sizes of a file to say it.',
  ])
  const map = "---\nkind: ConfigMap\nmetadata: {name: sizes}\ndata: {work: '2'}\n"
  const both = finished(started(text(map)))
  expect(both.now).toBe(1000)
  expect(both.notes).toEqual([])
})
