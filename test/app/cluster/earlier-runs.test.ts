import { describe, expect, test } from 'vitest'
import { createCluster } from '../../../app/cluster/create-cluster.ts'
import { createDesigner } from '../../../app/store/index.ts'
import { ask, gatewayWithArgo, sendThrough } from '../../src/gateway/harness.ts'
import { fakeKept } from '../platform/fake-kept.ts'

const spec = 'spec: {entrypoint: main, templates: [{name: main, container: {image: alpine}}]}'
const coin = `kind: Workflow\nmetadata: {generateName: coin-}\n${spec}\n`

async function connected(text = coin) {
  const { argo, running } = await gatewayWithArgo()
  const designer = createDesigner({ name: 'a.yaml' }, text, () => 0)
  const cluster = createCluster(designer, {
    gateway: async (request) => {
      const { status, text: body } = await ask(running, request.method, request.path)
      return { status, headers: {}, body }
    },
    argo: sendThrough(running),
    session: fakeKept(),
    local: fakeKept(),
    now: () => 0,
    errors: () => [],
  })
  await cluster.actions.connect()
  return { argo, cluster }
}

function item(name: string, day: number, labels: Readonly<Record<string, string>> = {}) {
  const startedAt = `2025-03-0${String(day)}T00:00:00Z`
  return { metadata: { name, labels }, status: { phase: 'Succeeded', startedAt } }
}

describe('runs of the cluster', () => {
  test('are those submitted from here, then those of the same workflow, then others', async () => {
    const { argo, cluster } = await connected()
    await cluster.actions.submit()
    const made = cluster.store.getState().submitted[0]?.created.name ?? ''
    const items = [item('coin-a', 1), item('coin-b', 4), item('other', 5), item(made, 2)]
    argo.keep('/api/v1/workflows/argo', { items })
    const listed = await cluster.actions.listRuns()
    expect(listed.ok && listed.value.map(({ name, kinship }) => [name, kinship])).toEqual([
      [made, 'submitted'],
      ['coin-b', 'same'],
      ['coin-a', 'same'],
      ['other', 'other'],
    ])
    expect(argo.requests.at(-1)?.path).toMatch(/^\/api\/v1\/workflows\/argo\?listOptions\.limit=/)
  })

  test.each([
    ['kind: Workflow\nmetadata: {name: a, namespace: team}', 'a', {}, 'same'],
    ['kind: Workflow\nmetadata: {name: a, namespace: team}', 'a-x1', {}, 'same'],
    ['kind: Workflow\nmetadata: {name: a, namespace: team}', 'ab', {}, 'other'],
    ['kind: Workflow\nmetadata: {namespace: team}', 'a', {}, 'other'],
    [
      'kind: CronWorkflow\nmetadata: {name: a, namespace: team}',
      'b',
      { 'workflows.argoproj.io/cron-workflow': 'a' },
      'same',
    ],
    ['kind: WorkflowTemplate\nmetadata: {name: a, namespace: team}', 'a-x1', {}, 'other'],
  ])('%s: %s %j is %s', async (head, name, labels, kinship) => {
    const { argo, cluster } = await connected(`${head}\n${spec}\n`)
    argo.keep('/api/v1/workflows/team', { items: [item(name, 1, labels)] })
    const listed = await cluster.actions.listRuns()
    expect(listed).toMatchObject({ ok: true, value: [{ name, namespace: 'team', kinship }] })
  })

  test('are read with their nodes, as JSON', async () => {
    const { argo, cluster } = await connected()
    const workflow = { metadata: { name: 'coin-a' }, status: { nodes: {} } }
    argo.keep('/api/v1/workflows/argo/coin-a', workflow)
    const run = { name: 'coin-a', namespace: 'argo' }
    expect(await cluster.actions.readRun(run)).toEqual({
      ok: true,
      value: JSON.stringify(workflow),
    })
    const gone = await cluster.actions.readRun({ ...run, name: 'coin-b' })
    expect(gone).toMatchObject({ ok: false, error: { kind: 'not-found' } })
  })

  test('want a token where Argo wants one', async () => {
    const { argo, cluster } = await connected()
    argo.answer('unauthorized')
    expect((await cluster.actions.listRuns()).ok).toBe(false)
    expect(cluster.store.getState()).toMatchObject({
      account: { kind: 'wanted' },
      signInOpen: true,
    })
  })
})
