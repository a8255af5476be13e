import { describe, expect, test } from 'vitest'
import { getWorkflow, listWorkflows } from '../../../src/client/index.ts'
import { argoError, scripted } from './scripted-send.ts'

const item = (name: unknown, status: unknown = {}) => ({
  metadata: { name, labels: { a: 'b', c: 7 } },
  status,
})

describe('listing Workflows', () => {
  test('asks for little of each, and gives the last started first', async () => {
    const items = [
      item('old', { phase: 'Failed', startedAt: '2025-01-01T00:00:00Z', finishedAt: null }),
      item('waits'),
      item('new', { phase: 'Succeeded', startedAt: '2025-02-01T00:00:00Z' }),
      item(7),
      'no item',
    ]
    const { send, requests } = scripted({ body: JSON.stringify({ items }) })
    const listed = await listWorkflows({ send, namespace: 'team', limit: 20 })
    expect(requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/v1/workflows/team',
        query: {
          'listOptions.limit': '20',
          fields:
            'items.metadata.name,items.metadata.labels,items.status.phase,items.status.startedAt,items.status.finishedAt',
        },
      },
    ])
    expect(listed.ok && listed.value.map(({ name, phase }) => [name, phase])).toEqual([
      ['new', 'Succeeded'],
      ['old', 'Failed'],
      ['waits', ''],
    ])
    expect(listed.ok && listed.value[0]?.labels).toEqual({ a: 'b' })
  })

  test.each([
    ['{"items":null,"metadata":{}}', { ok: true, value: [] }],
    ['{"items":{}}', { ok: false, error: { kind: 'not-argo' } }],
    ['{"hello":"world"}', { ok: false, error: { kind: 'not-argo' } }],
  ])('%s', async (body, expected) => {
    const { send } = scripted({ body })
    expect(await listWorkflows({ send, namespace: 'team', limit: 1 })).toMatchObject(expected)
  })

  test('says what was tried when it is refused, and sends nothing that cannot be', async () => {
    const { send } = scripted(argoError(403, 7, 'no'))
    const refused = await listWorkflows({ send, namespace: 'team', limit: 1 })
    expect(refused.ok ? '' : refused.error.message).toContain(
      "list the Workflows of namespace 'team' (no)",
    )
    const silent = scripted({ body: '{}' })
    await listWorkflows({ send: silent.send, namespace: '../x', limit: 1 })
    await getWorkflow({ send: silent.send, namespace: 'team', name: 'a/b' })
    expect(silent.requests).toEqual([])
  })
})

describe('reading a Workflow', () => {
  test('asks for its nodes', async () => {
    const answer = { metadata: { name: 'a' }, status: { nodes: {} } }
    const { send, requests } = scripted({ body: JSON.stringify(answer) })
    expect(await getWorkflow({ send, namespace: 'team', name: 'a' })).toEqual({
      ok: true,
      value: answer,
    })
    expect(requests).toMatchObject([
      {
        path: '/api/v1/workflows/team/a',
        query: { fields: 'metadata.name,status.phase,status.nodes' },
      },
    ])
  })

  test.each([{ metadata: { name: 'b' } }, { items: [] }])(
    'refuses %j, which is not it',
    async (answer) => {
      const { send } = scripted({ body: JSON.stringify(answer) })
      expect(await getWorkflow({ send, namespace: 'team', name: 'a' })).toMatchObject({
        error: { kind: 'not-argo' },
      })
    },
  )
})
