import { request } from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { createManifest, getTemplate, getVersion } from '../../../src/client/index.ts'
import { type FakeArgoMode } from '../../support/fake-argo.ts'
import {
  ask,
  fakeArgo,
  gateway,
  gatewayWithArgo,
  ownHeaders,
  post,
  sendThrough,
} from './harness.ts'

const manifest = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Workflow',
  metadata: { generateName: 'hello-' },
  spec: { entrypoint: 'größe', templates: [] },
}

describe('what passes', () => {
  test('of a query what the designer asks for, and of that only what is plain', async () => {
    const { argo, running } = await gatewayWithArgo()
    argo.keep('/api/v1/workflows/argo', { items: null })
    const get = (query: string) => ask(running, 'GET', `/argo/api/v1/workflows/argo?${query}`)
    await get('listOptions.limit=20&fields=items.metadata.name,items.status&watch=true')
    await get('listOptions.limit=many&fields=a%26watch=true&listOptions.continue=x')
    await ask(running, 'GET', '/argo/api/v1/workflows/argo/a-1?uid=7&fields=status.nodes')
    expect(argo.requests.map(({ path }) => path)).toEqual([
      '/api/v1/workflows/argo?listOptions.limit=20&fields=items.metadata.name,items.status',
      '/api/v1/workflows/argo',
      '/api/v1/workflows/argo/a-1?fields=status.nodes',
    ])
  })

  test('the body unchanged, three headers, and nothing else', async () => {
    const { argo, running } = await gatewayWithArgo()
    const body = '{ "workflow" :{"metadata":{"name":"größe ✓"}}}'
    const answer = await post(running, '/argo/api/v1/workflows/argo?x=1', body, {
      authorization: 'Bearer t',
      accept: 'application/json',
      cookie: 'authorization=other',
      'x-forwarded-for': '1.2.3.4',
      'accept-encoding': 'gzip',
    })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ metadata: { name: 'größe ✓' } })
    const [received] = argo.requests
    expect(received?.text).toBe(body)
    expect(received?.path).toBe('/api/v1/workflows/argo')
    expect(received?.headers).toEqual({
      accept: 'application/json',
      'accept-encoding': 'identity',
      authorization: 'Bearer t',
      connection: 'close',
      'content-length': String(Buffer.byteLength(body)),
      'content-type': 'application/json',
      host: new URL(argo.url).host,
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test.each([
    ['POST', '/api/v1/workflow-templates/argo', 200],
    ['POST', '/api/v1/cluster-workflow-templates', 200],
    ['POST', '/api/v1/cron-workflows/argo', 200],
    ['GET', '/api/v1/info', 200],
    ['GET', '/api/v1/userinfo', 200],
    ['GET', '/api/v1/version', 200],
    ['GET', '/api/v1/workflows/argo/a/log', 404],
    ['GET', '/api/v1/workflows/', 404],
    ['GET', '/api/v1/workflows/argo/A', 404],
    ['GET', '/api/v1/archived-workflows', 404],
    ['GET', '/api/v1/workflow-templates/argo', 404],
    ['GET', '/api/v1/workflow-templates/argo/..', 404],
    ['GET', '/api/v1/workflow-templates/argo/a%2Fb', 404],
    ['GET', '/api/v1/workflow-templates/argo/a/lint', 404],
    ['GET', '/api/v1/cluster-workflow-templates', 404],
    ['GET', '/api/v1/cluster-workflow-templates/A', 404],
    ['DELETE', '/api/v1/workflow-templates/argo/a', 404],
    ['DELETE', '/api/v1/workflows/argo/a', 404],
    ['PUT', '/api/v1/workflows/argo/a/stop', 404],
    ['POST', '/api/v1/workflows/argo/submit', 404],
    ['POST', '/api/v1/workflows/', 404],
    ['POST', '/api/v1/workflows/Argo', 404],
    ['POST', '/api/v1/workflows/..', 404],
    ['POST', '/api/v1/workflows/a%2Fb', 404],
    ['POST', '/api/v1/workflows/a%252Fb', 404],
    ['POST', '/api/v1/info', 404],
    ['HEAD', '/api/v1/version', 404],
    ['GET', '/api/v1/version/', 404],
    ['GET', '//api/v1/version', 404],
    ['GET', '/artifact-files/argo/workflows/a/b/outputs/c', 404],
    ['GET', '/oauth2/redirect', 404],
    ['GET', '', 404],
  ])('%s %s: %i', async (method, path, status) => {
    const { argo, running } = await gatewayWithArgo()
    const body =
      '{"workflow":{"metadata":{"name":"a"}},"template":{"metadata":{"name":"a"}},"cronWorkflow":{"metadata":{"name":"a"}}}'
    const writes = method !== 'GET' && method !== 'HEAD'
    const headers = writes ? ownHeaders(running) : {}
    const answer = await ask(running, method, `/argo${path}`, headers, writes ? body : undefined)
    expect(answer.status).toBe(status)
    expect(argo.requests.map((each) => each.path)).toEqual(status === 200 ? [path] : [])
    if (method !== 'HEAD') expect(JSON.parse(answer.text)).toBeTypeOf('object')
  })

  test('templates are read by their names', async () => {
    const { argo, running } = await gatewayWithArgo()
    const kept = { metadata: { name: 'lib.v1', uid: 'u', labels: { a: 'b' } }, spec: { x: 1 } }
    argo.keep('/api/v1/workflow-templates/team/lib.v1', kept)
    argo.keep('/api/v1/cluster-workflow-templates/lib.v1', kept)
    const send = sendThrough(running)
    for (const kind of ['WorkflowTemplate', 'ClusterWorkflowTemplate'] as const) {
      const got = await getTemplate({ send, kind, namespace: 'team', name: 'lib.v1' })
      expect(got).toEqual({
        ok: true,
        value: { metadata: { name: 'lib.v1', labels: { a: 'b' } }, spec: { x: 1 } },
      })
      const none = await getTemplate({ send, kind, namespace: 'team', name: 'none' })
      expect(none).toMatchObject({ ok: false, error: { kind: 'not-found' } })
    }
  })

  test('the base path of the server goes before', async () => {
    const { argo, running } = await gatewayWithArgo({}, { basePath: '/x/argo' })
    expect((await ask(running, 'GET', '/argo/api/v1/version')).status).toBe(200)
    expect(argo.requests[0]?.path).toBe('/api/v1/version')
  })
})

describe('what Argo says, the client of the designer understands', () => {
  test.each<[FakeArgoMode, number, string]>([
    ['invalid', 400, 'invalid'],
    ['unauthorized', 401, 'unauthorized'],
    ['token-required', 401, 'unauthorized'],
    ['forbidden', 403, 'forbidden'],
    ['not-found', 404, 'not-found'],
    ['conflict', 409, 'conflict'],
    ['rate-limited', 429, 'rate-limited'],
    ['lint-error', 500, 'invalid'],
    ['server-error', 500, 'server-error'],
    ['html', 200, 'not-argo'],
    ['rubbish-json', 200, 'not-argo'],
    ['redirect', 502, 'not-argo'],
    ['huge', 502, 'not-argo'],
    ['hang', 504, 'timeout'],
    ['drop', 502, 'unreachable'],
    ['cut', 502, 'unreachable'],
  ])('%s: %i, %s', async (mode, status, kind) => {
    const { argo, running } = await gatewayWithArgo(mode === 'hang' ? { timeoutMs: 100 } : {})
    argo.answer(mode)
    const send = sendThrough(running)
    const result = await createManifest({ send, namespace: 'argo', manifest })
    expect(result).toMatchObject({ ok: false, error: { kind, status } })
    // A write is never repeated, whatever came of it.
    expect(argo.requests).toHaveLength(1)
  })

  test('success', async () => {
    const { argo, running } = await gatewayWithArgo()
    argo.answer('token-required')
    const send = sendThrough(running)
    const result = await createManifest({ send, namespace: 'argo', manifest, token: 'abc' })
    expect(result).toMatchObject({
      ok: true,
      value: { name: 'hello-xxxx1', namespace: 'argo' },
    })
    expect(argo.requests[0]?.body).toEqual({ workflow: manifest })
  })

  test('a slow answer is waited for', async () => {
    const { argo, running } = await gatewayWithArgo()
    argo.answer('slow')
    expect(await getVersion({ send: sendThrough(running) })).toMatchObject({ ok: true })
  })

  test('a page of HTML stays text', async () => {
    const { argo, running } = await gatewayWithArgo()
    argo.answer('html')
    const answer = await ask(running, 'GET', '/argo/api/v1/version')
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test('a redirect is neither followed nor quoted with its query', async () => {
    const { argo, running } = await gatewayWithArgo()
    argo.answer('redirect')
    const answer = await ask(running, 'GET', '/argo/api/v1/version')
    expect(answer.text).toContain('https://login.example/start')
    expect(answer.text).not.toContain('secret')
    expect(answer.headers['location']).toBeUndefined()
  })

  test('rate limits keep their Retry-After', async () => {
    const { argo, running } = await gatewayWithArgo()
    argo.answer('rate-limited')
    expect((await ask(running, 'GET', '/argo/api/v1/version')).headers['retry-after']).toBe('7')
  })
})

describe('no Argo', () => {
  test('down', async () => {
    const argo = await fakeArgo()
    await argo.close()
    const running = await gateway({ argo: { url: new URL(argo.url) } })
    const answer = await ask(running, 'GET', '/argo/api/v1/version')
    expect(answer.status).toBe(502)
    expect(JSON.parse(answer.text)).toMatchObject({ gateway: 'unreachable' })
    expect(answer.text).toContain(`Nothing listens at ${argo.url}`)
  })

  test('none configured', async () => {
    const running = await gateway()
    const answer = await ask(running, 'GET', '/argo/api/v1/version')
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('--argo')
    expect(await getVersion({ send: sendThrough(running) })).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    })
  })
})

describe('limits of size', () => {
  test('a body above the limit never reaches Argo, with or without a length', async () => {
    const { argo, running } = await gatewayWithArgo({ maxRequestBytes: 1000 })
    const body = JSON.stringify({ workflow: { metadata: { name: 'a'.repeat(2000) } } })
    expect((await post(running, '/argo/api/v1/workflows/argo', body)).status).toBe(413)
    const chunked = { 'transfer-encoding': 'chunked' }
    const answer = await post(running, '/argo/api/v1/workflows/argo', body, chunked)
    expect(answer.status).toBe(413)
    expect(JSON.parse(answer.text)).toMatchObject({ gateway: 'too-large' })
    expect(argo.requests).toEqual([])
  })

  test('a body at the limit passes', async () => {
    const body = JSON.stringify({ workflow: { metadata: { name: 'a' } } })
    const { running } = await gatewayWithArgo({ maxRequestBytes: body.length })
    expect((await post(running, '/argo/api/v1/workflows/argo', body)).status).toBe(200)
  })

  test('4 MiB pass by default', async () => {
    const { argo, running } = await gatewayWithArgo()
    const name = 'x'.repeat(4 * 1024 * 1024 - 100)
    const body = JSON.stringify({ workflow: { metadata: { name } } })
    expect((await post(running, '/argo/api/v1/workflows/argo', body)).status).toBe(200)
    expect(argo.requests[0]?.text).toBe(body)
  })
})

test('a browser that goes away takes its request to Argo with it, quietly', async () => {
  const noise = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info'), vi.spyOn(console, 'log')]
  const { argo, running } = await gatewayWithArgo()
  argo.answer('hang')
  const sent = request({
    host: '127.0.0.1',
    port: running.port,
    method: 'POST',
    path: '/argo/api/v1/workflows/argo',
    headers: ownHeaders(running),
  })
  sent.on('error', () => {})
  sent.end('{"workflow":{}}')
  await vi.waitFor(() => expect(argo.requests).toHaveLength(1))
  sent.destroy()
  await vi.waitFor(() => expect(argo.requests[0]?.aborted).toBe(true))
  expect((await ask(running, 'GET', '/gateway/config')).status).toBe(200)
  for (const spy of noise) expect(spy).not.toHaveBeenCalled()
})

test('a browser that goes away in the middle of its body does no harm', async () => {
  const { argo, running } = await gatewayWithArgo()
  const sent = request({
    host: '127.0.0.1',
    port: running.port,
    method: 'POST',
    path: '/argo/api/v1/workflows/argo',
    headers: { ...ownHeaders(running), 'content-length': '1000' },
  })
  sent.on('error', () => {})
  await new Promise<void>((resolve) => sent.write('{"work', () => resolve()))
  sent.destroy()
  expect((await ask(running, 'GET', '/argo/api/v1/version')).status).toBe(200)
  expect(argo.requests.map((each) => each.method)).toEqual(['GET'])
})
