import { describe, expect, test } from 'vitest'
import { createManifest, createWorkflow, type ResourceKind } from '../../../src/client/index.ts'
import { scripted } from './scripted-send.ts'

const manifest = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  metadata: { generateName: 'hello-' },
  spec: { entrypoint: 'main' },
}

function created(metadata: object): { readonly body: string } {
  return { body: JSON.stringify({ metadata }) }
}

describe('createWorkflow', () => {
  test('posts the manifest as it is and gives back what Argo called it', async () => {
    const { send, requests } = scripted(created({ name: 'hello-x1', namespace: 'argo', uid: 'u' }))
    const result = await createWorkflow({ send, namespace: 'argo', manifest, token: 'abc' })
    expect(result).toEqual({
      ok: true,
      value: { kind: 'Workflow', name: 'hello-x1', namespace: 'argo', uid: 'u' },
    })
    expect(requests).toEqual([
      {
        method: 'POST',
        path: '/api/v1/workflows/argo',
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: 'Bearer abc',
        },
        body: JSON.stringify({ workflow: manifest }),
      },
    ])
  })

  test('refuses other kinds without sending anything', async () => {
    const { send, requests } = scripted({})
    const template = { ...manifest, kind: 'WorkflowTemplate' }
    const result = await createWorkflow({ send, namespace: 'argo', manifest: template })
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(requests).toEqual([])
  })
})

describe('createManifest', () => {
  test.each<[ResourceKind, string, string]>([
    ['Workflow', '/api/v1/workflows/argo', 'workflow'],
    ['WorkflowTemplate', '/api/v1/workflow-templates/argo', 'template'],
    ['ClusterWorkflowTemplate', '/api/v1/cluster-workflow-templates', 'template'],
    ['CronWorkflow', '/api/v1/cron-workflows/argo', 'cronWorkflow'],
  ])('sends a %s to %s', async (kind, path, bodyKey) => {
    const { send, requests } = scripted(created({ name: 'a', namespace: 'argo', uid: 'u' }))
    const ofKind = { ...manifest, kind }
    const result = await createManifest({ send, namespace: 'argo', manifest: ofKind })
    expect(result).toMatchObject({ ok: true, value: { kind } })
    expect(requests[0]?.path).toBe(path)
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ [bodyKey]: ofKind })
  })

  test.each([
    ['no manifest', null, 'argo', 'no manifest'],
    ['a list', [manifest], 'argo', 'no manifest'],
    ['no kind', {}, 'argo', 'without a kind'],
    ['a foreign kind', { kind: 'Pod' }, 'argo', 'a Pod'],
    ['an inherited kind', { kind: 'toString' }, 'argo', 'a toString'],
    ['a bad namespace', manifest, 'Argo', 'lower case'],
    ['a climbing namespace', manifest, '../x', 'lower case'],
    ['another namespace', { ...manifest, metadata: { namespace: 'b' } }, 'argo', "'argo'"],
  ])('refuses %s before sending', async (_, given, namespace, words) => {
    const { send, requests } = scripted({})
    const result = await createManifest({ send, namespace, manifest: given })
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } })
    expect(JSON.stringify(result)).toContain(words)
    expect(requests).toEqual([])
  })

  test('a cluster-wide template needs no namespace, and has none afterwards', async () => {
    const { send } = scripted(created({ name: 'a', uid: 'u' }))
    const ofKind = { ...manifest, kind: 'ClusterWorkflowTemplate' }
    expect(await createManifest({ send, namespace: '', manifest: ofKind })).toEqual({
      ok: true,
      value: { kind: 'ClusterWorkflowTemplate', name: 'a', namespace: undefined, uid: 'u' },
    })
  })

  test.each([
    '{}',
    '[]',
    'null',
    '"x"',
    '{"metadata":{"name":"a"}}',
    '{"metadata":[]}',
    '',
    '<html>',
  ])('takes a 200 with %j for no Argo', async (body) => {
    const { send } = scripted({ body })
    const result = await createManifest({ send, namespace: 'argo', manifest })
    expect(result).toMatchObject({ ok: false, error: { kind: 'not-argo' } })
  })
})
