import { describe, expect, test } from 'vitest'
import { estimateOf } from '../../../src/simulate/index.ts'
import { readQuantity } from '../../../src/simulate/engine/quantity.ts'
import { resourcesOf } from '../../../src/simulate/engine/resources.ts'
import { finished, started } from './support.ts'

const workflow = `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: { name: w }
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - { name: fetch, template: fetch }
        - - { name: fast, template: small }
          - { name: slow, template: large }
        - - { name: report, template: small }
    - name: fetch
      container: { image: 'alpine:3.20', command: [fetch], resources: { requests: { cpu: 500m, memory: 1Gi } } }
    - name: small
      retryStrategy: { limit: 2, backoff: { duration: 10s } }
      container: { image: 'alpine:3.20', command: [work], resources: { limits: { cpu: 1, memory: 100M } } }
    - name: large
      script:
        image: 'alpine:3.20'
        command: [sh]
        source: work
        resources: { requests: { cpu: '2', memory: 2Gi } }
`

describe('an estimate', () => {
  const run = finished(started(workflow), {
    fetch: { duration: 3000 },
    large: { duration: 20_000 },
    'report(0)': { duration: 1000, exitCode: 1 },
  })
  const { duration, criticalPath, pods, cpu, memory } = estimateOf(run.trace)

  test('names the steps that decide how long it takes, and their waits', () => {
    const told = criticalPath.map(({ node, wait }) => [node.displayName, wait])
    expect(told).toEqual([
      ['fetch', 0],
      ['slow', 0],
      ['report(0)', 0],
      ['report(1)', 10_000],
    ])
    const spent = criticalPath.reduce(
      (sum, { node, wait }) => sum + wait + (node.finishedAt ?? 0) - node.startedAt,
      0,
    )
    expect(spent).toBe(duration)
    expect(duration).toBe(35_000)
  })

  test('has the greatest number of pods, and what they ask for', () => {
    expect(pods).toEqual({ amount: 2, at: 3000 })
    expect(cpu).toEqual({ amount: 3, at: 3000 })
    expect(memory).toEqual({ amount: 2 * 2 ** 30 + 100e6, at: 3000 })
  })
})

describe('what a pod asks for', () => {
  test.each([
    ['500m', 0.5],
    ['2', 2],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['100M', 1e8],
    ['1e3', 1000],
    ['', undefined],
    ['{{inputs.parameters.cpu}}', undefined],
    ['1Qi', undefined],
  ])('%s is %s', (text, amount) => {
    expect(readQuantity(text)).toBe(amount)
  })

  test('is the sum of what runs side by side, or the most that runs before', () => {
    const resources = (cpu: string): { resources: { requests: { cpu: string } } } => ({
      resources: { requests: { cpu } },
    })
    const container = { image: 'alpine:3.20', ...resources('1') }
    const template = { container, sidecars: [{ name: 'side', ...resources('250m') }] }
    expect(resourcesOf(template)).toEqual({ cpu: 1.25, memory: 0 })
    const before = { ...template, initContainers: [{ name: 'before', ...resources('3') }] }
    expect(resourcesOf(before)).toEqual({ cpu: 3, memory: 0 })
    expect(resourcesOf({ container: { image: 'alpine:3.20' } })).toBeUndefined()
    const set = { containers: [container, { name: 'b', ...resources('2') }, { name: 'c' }] }
    expect(resourcesOf({ containerSet: set })).toEqual({ cpu: 3, memory: 0 })
  })

  test('counts init containers that go on from their start', () => {
    const cpu = (name: string, amount: string, restartPolicy?: string) => ({
      name,
      resources: { requests: { cpu: amount } },
      ...(restartPolicy === undefined ? {} : { restartPolicy }),
    })
    const template = {
      initContainers: [cpu('a', '1'), cpu('proxy', '2', 'Always'), cpu('b', '3')],
      container: cpu('', '1'),
    }
    expect(resourcesOf(template)).toEqual({ cpu: 5, memory: 0 })
    const large = { ...template, container: cpu('', '7') }
    expect(resourcesOf(large)).toEqual({ cpu: 9, memory: 0 })
  })

  test('is what patches of the pod make of it', () => {
    const template = {
      container: { image: 'alpine:3.20', resources: { requests: { cpu: '1', memory: '1Gi' } } },
    }
    const whole = '{"containers":[{"name":"main","resources":{"requests":{"cpu":"4"}}}]}'
    const own = `
containers:
  - name: main
    resources: { requests: { cpu: 2 } }
  - name: wait
    resources: { limits: { memory: 1Mi } }
`
    expect(resourcesOf(template, [whole, undefined])).toEqual({ cpu: 4, memory: 2 ** 30 })
    expect(resourcesOf(template, [whole, own])).toEqual({ cpu: 2, memory: 2 ** 30 + 2 ** 20 })
    expect(resourcesOf(template, ['[1', 'words', '- a'])).toEqual({ cpu: 1, memory: 2 ** 30 })
  })
})
