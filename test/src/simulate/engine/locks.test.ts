import { expect, test } from 'vitest'
import { finished, started } from '../support.ts'

/** Two pods that want one mutex, side by side. */
function workflow(body: string): string {
  return `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: { name: w }
spec:
  entrypoint: main
  templates:
    - name: main
      ${body}
    - name: work
      synchronization: { mutexes: [{ name: one }] }
      container: { image: 'alpine:3.20', command: [work] }
    - name: other
      container: { image: 'alpine:3.20', command: [work] }
`
}

test.each([
  [
    'steps',
    'steps: [[{ name: a, template: work }, { name: b, template: work }, { name: c, template: other }]]',
  ],
  [
    'tasks',
    'dag: { tasks: [{ name: a, template: work }, { name: b, template: work }, { name: c, template: other }] }',
  ],
])('a mutex is held until its holder of two %s has ended, whatever else happens', (_, body) => {
  const run = finished(started(workflow(body)), {
    a: { duration: 5000 },
    other: { duration: 1000 },
  })
  const times = [...run.nodes.values()].flatMap(({ displayName, finishedAt }) =>
    ['a', 'b', 'c'].includes(displayName) ? [[displayName, finishedAt]] : [],
  )
  expect(Object.fromEntries(times)).toEqual({ a: 5000, b: 6000, c: 1000 })
})

test('a workflow that never gets its own lock has not begun, says why, and can be stopped', () => {
  const text = `
apiVersion: v1
kind: ConfigMap
metadata: { name: sizes }
data: { none: '0' }
---
${workflow('steps: [[{ name: a, template: other }]]').replace(
  'entrypoint: main',
  'entrypoint: main\n  synchronization: { semaphores: [{ configMapKeyRef: { name: sizes, key: none } }] }',
)}`
  const run = started(text, { document: 1, configMaps: { sizes: { none: '0' } } })
  expect(run).toMatchObject({ phase: 'Pending', isIdle: true })
  expect(run.nodes.size).toBe(0)
  expect(run.stuck).toEqual([
    'The workflow waits for the lock default/ConfigMap/sizes/none, which nobody frees.',
  ])
  run.stop('Terminate')
  expect(run).toMatchObject({ phase: 'Failed', message: "Stopped with strategy 'Terminate'" })
  expect(run.stuck).toEqual([])
})
