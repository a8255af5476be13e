import { expect, test } from 'vitest'
import { workflowPageUrl, type ResourceKind } from '../../../src/client/index.ts'

test.each<[string, ResourceKind, string]>([
  ['https://h:2746', 'Workflow', 'https://h:2746/workflows/ns/a'],
  ['https://h:2746/', 'WorkflowTemplate', 'https://h:2746/workflow-templates/ns/a'],
  ['https://h/argo', 'CronWorkflow', 'https://h/argo/cron-workflows/ns/a'],
  ['https://h/x/argo/', 'ClusterWorkflowTemplate', 'https://h/x/argo/cluster-workflow-templates/a'],
  ['http://h?a=b#c', 'Workflow', 'http://h/workflows/ns/a'],
])('at %s a %s is at %s', (base, kind, url) => {
  expect(workflowPageUrl(base, 'ns', 'a', kind)).toBe(url)
})

test('encodes names', () => {
  expect(workflowPageUrl('https://h', 'n/s', 'a?b#c')).toBe('https://h/workflows/n%2Fs/a%3Fb%23c')
})

test.each([
  ['javascript:alert(1)', 'ns', 'a'],
  ['no address', 'ns', 'a'],
  ['https://h', undefined, 'a'],
  ['https://h', '..', 'a'],
  ['https://h', 'ns', '.'],
  ['https://h', 'ns', ''],
  ['https://h', 'ns', '\ud800'],
])('makes no link of %j, %j, %j', (base, namespace, name) => {
  expect(workflowPageUrl(base, namespace, name)).toBeUndefined()
})
