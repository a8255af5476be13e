import { expect, test } from 'vitest'
import { finished, started } from '../support.ts'

const spec = `{
  entrypoint: main, onExit: bye,
  hooks: { running: { expression: workflow.status == "Running", template: bye } },
  templates: [
    { name: main, steps: [[{ name: a, template: bye }]] },
    { name: bye, container: { image: 'alpine:3.20' } } ] }`

test.each([
  ['Workflow', `spec: ${spec}`, ['spec']],
  [
    'CronWorkflow',
    `spec: { schedules: ['* * * * *'], workflowSpec: ${spec} }`,
    ['spec', 'workflowSpec'],
  ],
])(
  'nodes of a %s say where they come from, its exit handler and its hooks too',
  (kind, body, path) => {
    const text = `{ apiVersion: argoproj.io/v1alpha1, kind: ${kind}, metadata: { name: w }, ${body} }`
    const run = finished(started(text))
    expect(run.phase).toBe('Succeeded')
    const origins = [...run.nodes.values()].map(({ name, origin }) => [name, origin.path.join('/')])
    const base = path.join('/')
    expect(Object.fromEntries(origins)).toEqual({
      w: `${base}/templates/0`,
      'w[0]': `${base}/templates/0/steps/0`,
      'w[0].a': `${base}/templates/0/steps/0/0`,
      'w.hooks.running': `${base}/hooks/running`,
      'w.onExit': `${base}/onExit`,
    })
  },
)

test('the exit handler of another manifest comes from there', () => {
  const text = `
{ apiVersion: argoproj.io/v1alpha1, kind: Workflow, metadata: { name: w }, spec: { workflowTemplateRef: { name: other } } }
---
{ apiVersion: argoproj.io/v1alpha1, kind: WorkflowTemplate, metadata: { name: other }, spec: ${spec} }`
  const exit = [...finished(started(text)).nodes.values()].find(({ name }) => name === 'w.onExit')
  expect(exit?.origin).toEqual({ source: 0, document: 1, path: ['spec', 'onExit'] })
})
