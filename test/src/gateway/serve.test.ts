import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { getGatewayConfig } from '../../../src/client/index.ts'
import { parseArgoUrl, serveGateway } from '../../../src/gateway/index.ts'
import { ask, builtDesigner, gateway } from './harness.ts'

describe('serveGateway', () => {
  test('listens on loopback at a free port and says where', async () => {
    const running = await gateway()
    expect(running.url).toBe(`http://127.0.0.1:${running.port}/`)
    expect((await ask(running, 'GET', '/')).text).toContain('Stepwright')
  })

  test('says so when the wanted port is taken', async () => {
    const { port } = await gateway()
    const second = await serveGateway({ staticDir: builtDesigner(), port })
    expect(second.ok ? '' : second.error).toContain(`Port ${port} is taken`)
  })

  test('looks for another port when none is wanted', async () => {
    const first = await gateway({ port: undefined })
    const second = await gateway({ port: undefined })
    expect(first.port).toBeGreaterThanOrEqual(4280)
    expect(second.port).toBeGreaterThan(first.port)
  })

  test('closing frees the port, even with a connection open', async () => {
    const running = await gateway()
    await ask(running, 'GET', '/')
    await running.close()
    const again = await gateway({ port: running.port })
    expect(again.port).toBe(running.port)
  })

  test.each([
    ['a folder without a designer', { staticDir: tmpdir() }, 'npm run build'],
    ['a host of another machine', { host: '192.0.2.1' }, 'no address of this machine'],
    [
      'a certificate that is none',
      { argo: { url: new URL('https://localhost:1'), ca: 'rubbish' } },
      '--argo-ca',
    ],
  ])('refuses %s', async (_, options, words) => {
    const result = await serveGateway({ staticDir: builtDesigner(), port: 0, ...options })
    expect(result.ok ? '' : result.error).toContain(words)
  })
})

describe('/gateway/config', () => {
  test.each([
    [undefined, null],
    [{ url: new URL('https://h:2746/argo') }, 'https://h:2746/argo'],
    [{ url: new URL('https://h:2746'), publicUrl: new URL('https://p/') }, 'https://p/'],
  ])('with %j names %j', async (argo, address) => {
    const running = await gateway({ argo })
    const result = await getGatewayConfig({
      send: async ({ method, path }) => {
        const { status, text } = await ask(running, method, path)
        return { status, headers: {}, body: text }
      },
    })
    expect(result).toEqual({ ok: true, value: { argo: address } })
  })
})

describe('parseArgoUrl', () => {
  test.each(['https://localhost:2746', 'http://h', ' https://h/argo/ '])('takes %j', (text) => {
    expect(parseArgoUrl(text)).toEqual({ ok: true, value: new URL(text) })
  })

  test.each([
    ['localhost:2746', 'https://localhost:2746'],
    ['ftp://h', 'https://h'],
    ['', 'https://localhost:2746'],
    ['https://', 'no address'],
    ['https://user:pw@h', 'user or password'],
    ['https://h/?a=b', 'leave out'],
    ['https://h/#/workflows', 'leave out'],
  ])('refuses %j', (text, words) => {
    const result = parseArgoUrl(text)
    expect(result.ok ? '' : result.error).toContain(words)
    expect(result.ok ? '' : result.error).not.toContain('pw')
  })
})
