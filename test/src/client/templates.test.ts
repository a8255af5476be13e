import { describe, expect, test } from 'vitest'
import { getTemplate } from '../../../src/client/index.ts'
import { scripted } from './scripted-send.ts'

const spec = { templates: [] }

describe('reading a template of the cluster', () => {
  test('leaves out what Kubernetes notes', async () => {
    const { send, requests } = scripted({
      body: JSON.stringify({
        kind: 'WorkflowTemplate',
        metadata: {
          name: 'lib',
          namespace: 'team',
          uid: 'u',
          resourceVersion: '7',
          managedFields: [{}],
          annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}', mine: 'x' },
        },
        spec,
        status: {},
      }),
    })
    const got = await getTemplate({
      send,
      kind: 'WorkflowTemplate',
      namespace: 'team',
      name: 'lib',
    })
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/workflow-templates/team/lib',
    ])
    expect(got).toEqual({
      ok: true,
      value: {
        metadata: { name: 'lib', namespace: 'team', annotations: { mine: 'x' } },
        spec,
      },
    })
  })

  test.each([
    ['of another name', { metadata: { name: 'other' }, spec }],
    ['of another kind', { kind: 'Workflow', metadata: { name: 'lib' }, spec }],
    ['without a spec', { metadata: { name: 'lib' } }],
    ['with a list for a spec', { metadata: { name: 'lib' }, spec: [] }],
    ['that is a list', { items: [] }],
  ])('refuses an answer %s', async (_, answer) => {
    const { send } = scripted({ body: JSON.stringify(answer) })
    const got = await getTemplate({
      send,
      kind: 'ClusterWorkflowTemplate',
      namespace: '',
      name: 'lib',
    })
    expect(got).toMatchObject({ ok: false, error: { kind: 'not-argo' } })
  })

  test.each(['..', 'a/b', 'A', 'a..b', '', 'a b', 'x'.repeat(254), '{{x}}'])(
    'sends nothing for the name %j',
    async (name) => {
      const { send, requests } = scripted({ body: '{}' })
      const got = await getTemplate({ send, kind: 'WorkflowTemplate', namespace: 'team', name })
      expect(got).toMatchObject({ ok: false, error: { kind: 'invalid' } })
      expect(requests).toEqual([])
    },
  )
})
