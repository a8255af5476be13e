import { describe, expect, test } from 'vitest'
import { createCluster, type ClusterPowers } from '../../../app/cluster/create-cluster.ts'
import { createDesigner, type SubmitFinding } from '../../../app/store/index.ts'
import type { ApiRequest, ApiResponse } from '../../../src/client/index.ts'
import { fakeKept } from '../platform/fake-kept.ts'

const text = `# a comment
kind: Workflow
metadata:
  generateName: hello-
spec:
  priority: 0x10
  entrypoint: main
  templates: &t
    - name: main
      suspend: {}
  copy: *t
`

const answers: Readonly<Record<string, unknown>> = {
  '/gateway/config': { argo: 'http://argo:2746/' },
  '/api/v1/version': { version: 'v4.1.2' },
  '/api/v1/info': { managedNamespace: 'team' },
  '/api/v1/userinfo': { name: 'Jane', groups: [] },
}

interface Options {
  readonly source?: string
  readonly answers?: Readonly<Record<string, unknown>>
  readonly errors?: readonly SubmitFinding[]
  readonly create?: (request: ApiRequest) => Promise<Partial<ApiResponse>>
}

function start(options: Options = {}) {
  const requests: ApiRequest[] = []
  let time = 0
  const made = (): Promise<Partial<ApiResponse>> =>
    Promise.resolve({
      body: JSON.stringify({ metadata: { name: 'hello-x', namespace: 'team', uid: 'u' } }),
    })
  const send = async (request: ApiRequest): Promise<ApiResponse> => {
    requests.push(request)
    const known: unknown = { ...answers, ...options.answers }[request.path]
    if (known instanceof Error) throw known
    const answer =
      request.method === 'POST'
        ? await (options.create ?? made)(request)
        : typeof known === 'number'
          ? { status: known, body: JSON.stringify({ message: 'no' }) }
          : { body: JSON.stringify(known) }
    return { status: 200, headers: {}, body: '', ...answer }
  }
  const session = fakeKept()
  const powers: ClusterPowers = {
    gateway: send,
    argo: send,
    session,
    local: fakeKept(),
    now: () => time,
    errors: () => options.errors ?? [],
  }
  const designer = createDesigner({ name: 'a.yaml' }, options.source ?? text, () => time)
  const cluster = createCluster(designer, powers)
  return {
    designer,
    requests,
    session,
    powers,
    ...cluster,
    state: () => cluster.store.getState(),
    posts: () => requests.filter(({ method }) => method === 'POST'),
    wait: (ms: number) => (time += ms),
  }
}

describe('connecting', () => {
  test('tells server, account and namespace', async () => {
    const { actions, state } = start()
    await actions.connect()
    expect(state()).toMatchObject({
      link: { kind: 'connected', argo: 'http://argo:2746/', version: 'v4.1.2' },
      account: { kind: 'open', user: { name: 'Jane' } },
      managedNamespace: 'team',
      checking: false,
    })
  })

  test('tells what is missing', async () => {
    const link = async (more: Options['answers'] = {}) => {
      const { actions, state } = start({ answers: more })
      await actions.connect()
      return state().link.kind
    }
    expect(await link({ '/gateway/config': { argo: null } })).toBe('no-server')
    expect(await link({ '/gateway/config': 404 })).toBe('no-gateway')
    expect(await link({ '/api/v1/version': new Error('down') })).toBe('down')
    expect(await link({ '/api/v1/version': 500 })).toBe('down')
    expect(await link({ '/api/v1/version': 401, '/api/v1/userinfo': 401 })).toBe('connected')
  })

  test('wants a token, takes one, and lets go of it', async () => {
    const { actions, state, requests, session } = start({ answers: { '/api/v1/userinfo': 401 } })
    await actions.connect()
    expect(state().account.kind).toBe('wanted')
    await actions.signIn('  ', false)
    expect(state().signInProblem).toContain('argo auth token')
    await actions.signIn('abc-secret', true)
    expect(state().signInProblem).toContain('does not accept')
    expect(JSON.stringify(state())).not.toContain('abc-secret')
    expect(session.content()).toBeUndefined()
    expect(requests.at(-1)?.headers['authorization']).toBe('Bearer abc-secret')
    await actions.signOut()
    expect(requests.at(-1)?.headers['authorization']).toBeUndefined()
  })

  test('sends the token with every call, and has it in no state', async () => {
    const { actions, state, posts, session } = start()
    await actions.connect()
    await actions.signIn('abc-secret', false)
    expect(state().account).toMatchObject({ kind: 'signed-in', kept: false })
    await actions.submit()
    expect(posts()[0]?.headers['authorization']).toBe('Bearer abc-secret')
    expect(JSON.stringify(state())).not.toContain('abc-secret')
    expect(session.content()).toBeUndefined()
    actions.keepToken(true)
    expect(state().account).toMatchObject({ kept: true })
    expect(session.content()).toContain('abc-secret')
    await actions.signOut()
    expect(session.content()).toBeUndefined()
  })
})

describe('submitting', () => {
  test('sends the value of the text as it is, and changes no byte of it', async () => {
    const { actions, posts, designer, state } = start()
    await actions.submit()
    const [post] = posts()
    expect(post?.path).toBe('/api/v1/workflows/team')
    expect(JSON.parse(post?.body ?? '')).toEqual({
      workflow: {
        kind: 'Workflow',
        metadata: { generateName: 'hello-' },
        spec: {
          priority: 16,
          entrypoint: 'main',
          templates: [{ name: 'main', suspend: {} }],
          copy: [{ name: 'main', suspend: {} }],
        },
      },
    })
    expect(designer.session.state.text).toBe(text)
    expect(state().submission).toMatchObject({
      kind: 'created',
      done: { created: { name: 'hello-x' } },
    })
    expect(state().submitted[0]?.url).toBe('http://argo:2746/workflows/team/hello-x')
  })

  test('goes to the namespace of the manifest, else to the one chosen', async () => {
    const own = start({ source: text.replace('metadata:', 'metadata:\n  namespace: mine') })
    own.actions.chooseNamespace('other')
    await own.actions.submit()
    expect(own.posts()[0]?.path).toBe('/api/v1/workflows/mine')

    const chosen = start()
    await chosen.actions.connect()
    expect(chosen.actions.chooseNamespace('Other')).toContain('lower case')
    expect(chosen.actions.chooseNamespace('other')).toBeUndefined()
    await chosen.actions.submit()
    expect(chosen.posts()[0]?.path).toBe('/api/v1/workflows/other')
  })

  test('happens once, however often it is asked for', async () => {
    const { actions, posts, wait } = start()
    await actions.connect()
    await Promise.all([actions.submit(), actions.submit(), actions.submit({ anyway: true })])
    await actions.submit()
    expect(posts()).toHaveLength(1)
    wait(600)
    await actions.submit()
    expect(posts()).toHaveLength(2)
  })

  test('asks three times before the connection is known, and sends once', async () => {
    const { actions, posts } = start()
    await Promise.all([actions.submit(), actions.submit(), actions.submit()])
    expect(posts()).toHaveLength(1)
  })

  test('without a server sends nothing', async () => {
    const { actions, posts, state } = start({ answers: { '/gateway/config': { argo: null } } })
    await actions.submit()
    expect(posts()).toHaveLength(0)
    expect(state().submission.kind).toBe('not-connected')
  })

  test('says no longer that there is none once there is one', async () => {
    const found: Record<string, unknown> = { '/gateway/config': { argo: null } }
    const { actions, state } = start({ answers: found })
    await actions.submit()
    found['/gateway/config'] = { argo: 'http://argo:2746/' }
    await actions.connect()
    expect(state().submission.kind).toBe('none')
  })

  test('stops at text that does not parse or is none of Argo’s', async () => {
    for (const source of ['a: [', '', 'kind: Pod', '- a', `${text}  bad: *nobody\n`]) {
      const { actions, posts, state } = start({ source })
      await actions.submit({ anyway: true })
      expect(state().submission, source).toMatchObject({ kind: 'blocked', overridable: false })
      expect(posts()).toHaveLength(0)
    }
  })

  test('asks before it sends what has errors', async () => {
    const errors = [{ text: 'bad', range: { from: 0, to: 1 } }]
    const { actions, posts, state } = start({ errors })
    await actions.submit()
    expect(state().submission).toEqual({ kind: 'blocked', findings: errors, overridable: true })
    await actions.submit({ anyway: true })
    expect(posts()).toHaveLength(1)
  })

  test('sends the document that is drawn', async () => {
    const { actions, posts, designer, state } = start({
      source: `kind: ConfigMap\n---\n${text}---\nkind: WorkflowTemplate\nmetadata: {name: t}\n`,
    })
    await actions.submit()
    expect(state().submission).toMatchObject({ target: { document: 1, documents: 3 } })
    designer.actions.showDocument(2)
    await actions.submit()
    expect(posts()[1]?.path).toBe('/api/v1/workflow-templates/team')
    expect(JSON.parse(posts()[1]?.body ?? '')).toEqual({
      template: { kind: 'WorkflowTemplate', metadata: { name: 't' } },
    })
  })

  test('opens the sign-in when a token is wanted', async () => {
    const { actions, state } = start({
      create: () =>
        Promise.resolve({ status: 401, body: '{"code":16,"message":"token not valid"}' }),
    })
    await actions.submit()
    expect(state()).toMatchObject({
      signInOpen: true,
      account: { kind: 'wanted' },
      submission: { kind: 'failed', problem: { kind: 'unauthorized' } },
    })
  })

  test('can be stopped: the answer that comes late is nobody’s', async () => {
    let answer: (response: Partial<ApiResponse>) => void = () => {}
    let stopped = false
    const { actions, state } = start({
      create: ({ signal }) => {
        signal?.addEventListener('abort', () => (stopped = true))
        return new Promise((resolve) => (answer = resolve))
      },
    })
    await actions.connect()
    const sent = actions.submit()
    expect(state().submission.kind).toBe('sending')
    actions.cancel()
    expect(stopped).toBe(true)
    expect(state().submission.kind).toBe('stopped')
    answer({ body: JSON.stringify({ metadata: { name: 'late', namespace: 'team', uid: 'u' } }) })
    await sent
    expect(state().submission.kind).toBe('stopped')
    expect(state().submitted).toEqual([])
  })

  test('takes its good news away when the person goes on', async () => {
    const { actions, state, designer } = start()
    await actions.submit()
    designer.actions.select([])
    expect(state().submission.kind).toBe('created')
    designer.actions.open({ name: 'b.yaml' }, 'kind: Workflow\n')
    expect(state().submission.kind).toBe('none')
    expect(state().submitted).toHaveLength(1)
  })
})
