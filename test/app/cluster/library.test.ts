import { describe, expect, test, vi } from 'vitest'
import { createCluster } from '../../../app/cluster/create-cluster.ts'
import { createDesigner, whereabouts } from '../../../app/store/index.ts'
import type { FakeArgoMode } from '../../support/fake-argo.ts'
import { ask, gatewayWithArgo, sendThrough } from '../../src/gateway/harness.ts'
import { fakeKept } from '../platform/fake-kept.ts'

const caller = `kind: Workflow
metadata: {generateName: a-}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: a, templateRef: {name: lib, template: echo}}
`
const lib = {
  metadata: { name: 'lib', namespace: 'argo', uid: 'u' },
  spec: { templates: [{ name: 'echo', container: { image: 'alpine' } }] },
}
const path = '/api/v1/workflow-templates/argo/lib'
const reference = { name: 'lib', template: 'echo', clusterScope: false }

async function connected(text = caller, kept: unknown = lib) {
  const { argo, running } = await gatewayWithArgo({ maxResponseBytes: 1_000_000, timeoutMs: 500 })
  if (kept !== undefined) argo.keep(path, kept)
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
    pause: 10,
  })
  await cluster.actions.connect()
  const where = () => whereabouts(designer.scene(), reference)
  const asked = () => argo.requests.filter((each) => each.path.includes('-templates/')).length
  const settled = () =>
    vi.waitFor(() => {
      const { gaps, library } = designer.workspace.store.getState()
      if (gaps.size + library.length === 0) throw new Error('nothing was asked')
      if ([...gaps.values()].some(({ kind }) => kind === 'asking')) throw new Error('still asking')
    })
  return { argo, designer, cluster, where, asked, settled }
}

describe('templates of the cluster', () => {
  test('are found when an open file names them, and asked for once', async () => {
    const { designer, where, asked, settled } = await connected()
    await settled()
    expect(where()).toMatchObject({
      found: { status: 'found', index: 0, source: { id: undefined, name: 'lib.yaml' } },
      text: 'WorkflowTemplate lib is in namespace argo of the cluster.',
    })
    const add = (insert: string) =>
      designer.actions.edit({ changes: [{ from: 0, to: 0, insert }], userEvent: 'input' })
    add('# a\n')
    add('# b\n')
    await new Promise((done) => setTimeout(done, 60))
    expect(asked()).toBe(1)
  })

  test('are opened to be looked at, and found there from then on', async () => {
    const { designer, where, settled } = await connected()
    await settled()
    designer.actions.followReference(reference)
    expect(designer.document.getState().file).toEqual({
      name: 'lib.yaml',
      origin: 'namespace argo of the cluster',
    })
    expect(designer.session.state.text).toContain('image: alpine')
    expect(designer.session.state.text).not.toContain('uid')
    expect(designer.scene().template?.name).toBe('echo')
    designer.actions.comeBack()
    expect(where()).toMatchObject({ found: { status: 'found', source: { id: 1 } } })
    designer.workspace.close(1)
    await settled()
    expect(where()).toMatchObject({ found: { status: 'found', source: { id: undefined } } })
  })

  test('are those of the namespace that is chosen', async () => {
    const { argo, designer, cluster, where, settled } = await connected()
    await settled()
    cluster.actions.chooseNamespace('team')
    await settled()
    expect(where().text).toBe('Namespace team of the cluster has no WorkflowTemplate lib.')
    argo.keep('/api/v1/workflow-templates/team/lib', lib)
    await cluster.actions.lookAgain()
    await settled()
    expect(where().found.status).toBe('found')
    expect(designer.workspace.store.getState().library).toHaveLength(1)
  })

  test('are missing with a reason', async () => {
    const { where, settled } = await connected(caller, null)
    await settled()
    expect(where().text).toMatch(/lib/)
    expect(where()).toMatchObject({ found: { status: 'unknown' }, mayAsk: true })
  })

  test.each<[FakeArgoMode, RegExp]>([
    ['not-found', /^Namespace argo of the cluster has no WorkflowTemplate lib\.$/],
    ['forbidden', /may not read the WorkflowTemplate 'lib'/],
    ['unauthorized', /wants a token/],
    ['html', /does not speak Argo's API/],
    ['rubbish-json', /does not speak Argo's API/],
    ['redirect', /redirects/],
    ['huge', /exceeds/],
    ['cut', /closed the connection/],
    ['drop', /closed the connection/],
    ['hang', /no answer within/],
    ['server-error', /database is locked/],
  ])('say why they are not there: %s', async (mode, words) => {
    const { argo, designer, cluster, where, settled } = await connected('kind: Workflow\n')
    argo.answerTo(path, mode)
    designer.actions.edit({
      changes: [{ from: 0, to: designer.session.state.text.length, insert: caller }],
      userEvent: 'input',
    })
    await settled()
    expect(where().found.status).toBe('unknown')
    expect(where().text).toMatch(words)
    argo.answerTo(path, undefined)
    await cluster.actions.lookAgain()
    await settled()
    expect(where().found.status).toBe('found')
  })

  test('of a server that is down say so, and come when it is up', async () => {
    const { argo, cluster, where, settled } = await connected()
    argo.answer('drop')
    await cluster.actions.connect()
    expect(cluster.store.getState().link.kind).toBe('down')
    await cluster.actions.lookAgain()
    expect(where().text).toMatch(/^WorkflowTemplate lib is not open\. .*closed the connection/)
    argo.answer('ok')
    await cluster.actions.lookAgain()
    await settled()
    expect(where().found.status).toBe('found')
  })

  test('that nest without end are refused', async () => {
    let deep: unknown = 1
    for (let depth = 0; depth < 900; depth++) deep = [deep]
    const { where, settled } = await connected(caller, { ...lib, spec: { deep } })
    await settled()
    expect(where().text).toMatch(/too large or too deep/)
  })
})
