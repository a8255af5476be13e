import { describe, expect, test } from 'vitest'
import { ask, gateway, gatewayWithArgo, ownHeaders, raw } from './harness.ts'

const path = '/argo/api/v1/workflows/argo'
const body = '{"workflow":{"metadata":{"name":"a"}}}'

describe('a write comes from the page it goes to', () => {
  test.each<[string, Record<string, string | undefined>, number]>([
    ['the designer itself', {}, 200],
    ['an old browser, without Sec-Fetch-Site', { 'sec-fetch-site': undefined }, 200],
    ['JSON with a charset', { 'content-type': 'application/json; charset=utf-8' }, 200],
    ['no Origin', { origin: undefined }, 403],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    [
      'another site, unmarked',
      { origin: 'https://evil.example', 'sec-fetch-site': undefined },
      403,
    ],
    [
      'another port of this machine',
      { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
      403,
    ],
    ['a mark against an Origin', { 'sec-fetch-site': 'same-site' }, 403],
    ['a write from the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a form', { 'content-type': 'text/plain' }, 403],
    ['a form in disguise', { 'content-type': 'text/plain; application/json' }, 403],
    ['a longer type', { 'content-type': 'application/jsonx' }, 403],
    ['no type', { 'content-type': undefined }, 403],
  ])('%s', async (_, changes, status) => {
    const { argo, running } = await gatewayWithArgo()
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries({ ...ownHeaders(running), ...changes })) {
      if (value !== undefined) headers[name] = value
    }
    const answer = await ask(running, 'POST', path, headers, body)
    expect(answer.status).toBe(status)
    expect(argo.requests).toHaveLength(status === 200 ? 1 : 0)
    if (status === 403) {
      expect(answer.text).toMatch(/^\{"gateway":"refused","message":".{20,}"\}$/)
    }
  })

  test('localhost and 127.0.0.1 are two origins', async () => {
    const { running } = await gatewayWithArgo()
    const host = `localhost:${running.port}`
    const headers = ownHeaders(running)
    expect((await ask(running, 'POST', path, { ...headers, host }, body)).status).toBe(403)
    const origin = `http://${host}`
    expect((await ask(running, 'POST', path, { ...headers, host, origin }, body)).status).toBe(200)
  })

  test('nothing is ever allowed to other sites: no CORS', async () => {
    const { running } = await gatewayWithArgo()
    const answer = await ask(running, 'OPTIONS', path, {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
    })
    expect(answer.status).toBe(403)
    expect(Object.keys(answer.headers).join()).not.toContain('access-control')
  })
})

describe('reads', () => {
  test('other sites may link to the designer, not call its API', async () => {
    const { argo, running } = await gatewayWithArgo()
    for (const site of ['cross-site', 'same-site']) {
      const headers = { 'sec-fetch-site': site }
      expect((await ask(running, 'GET', '/', headers)).status).toBe(200)
      expect((await ask(running, 'GET', '/gateway/config', headers)).status).toBe(403)
      expect((await ask(running, 'GET', '/argo/api/v1/version', headers)).status).toBe(403)
    }
    expect(argo.requests).toEqual([])
    const typed = { 'sec-fetch-site': 'none' }
    expect((await ask(running, 'GET', '/gateway/config', typed)).status).toBe(200)
  })
})

describe('the Host is ours', () => {
  test('any other is refused, for every path', async () => {
    const { argo, running } = await gatewayWithArgo()
    const { port } = running
    const foreign = [
      `evil.example:${port}`,
      'evil.example',
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.2:${port}`,
      `localhost.evil.example:${port}`,
      `x@localhost:${port}`,
      `localhost:${port}/`,
      `localhost.:${port}`,
    ]
    for (const host of foreign) {
      for (const each of ['/', '/gateway/config', '/argo/api/v1/version']) {
        const answer = await ask(running, 'GET', each, { host })
        expect([host, each, answer.status]).toEqual([host, each, answer.status === 400 ? 400 : 403])
        expect(answer.text).not.toContain('<!doctype')
      }
    }
    expect(argo.requests).toEqual([])
    for (const host of [`127.0.0.1:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect([host, (await ask(running, 'GET', '/', { host })).status]).toEqual([host, 200])
    }
  })

  test('an absolute request line does not get around it', async () => {
    const running = await gateway()
    const line = `GET http://127.0.0.1:${running.port}/gateway/config HTTP/1.1`
    const answer = await raw(running, `${line}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  })

  test('a request without a Host is refused', async () => {
    const running = await gateway()
    for (const version of ['1.0', '1.1']) {
      const answer = await raw(running, `GET / HTTP/${version}\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /)
    }
  })

  test('a public address is one of ours', async () => {
    const { running } = await gatewayWithArgo({ publicUrl: new URL('https://flows.example/') })
    expect(running.url).toBe('https://flows.example/')
    const headers = { ...ownHeaders(running), host: 'flows.example' }
    expect((await ask(running, 'POST', path, headers, body)).status).toBe(200)
    const plain = { ...headers, origin: 'http://flows.example' }
    expect((await ask(running, 'POST', path, plain, body)).status).toBe(403)
  })
})
