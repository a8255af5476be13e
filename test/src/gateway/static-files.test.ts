import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { ask, gateway, raw } from './harness.ts'

const script = '/assets/index-Ab3_-x9Z.js'

describe('the files of the designer', () => {
  test.each([
    ['/', 'text/html', 'no-cache'],
    ['/index.html', 'text/html', 'no-cache'],
    ['/favicon.svg', 'image/svg+xml', 'no-cache'],
    [script, 'text/javascript', 'public, max-age=31536000, immutable'],
    ['/assets/codicon-Ab3_-x9Z.ttf', 'font/ttf', 'public, max-age=31536000, immutable'],
  ])('%s: %s, %s', async (path, type, cache) => {
    const running = await gateway()
    const answer = await ask(running, 'GET', path)
    expect(answer.status).toBe(200)
    expect(String(answer.headers['content-type']).split(';')[0]).toBe(type)
    expect(answer.headers['cache-control']).toBe(cache)
    const head = await ask(running, 'HEAD', path)
    expect([head.status, head.body.length]).toEqual([200, 0])
  })

  test('are compressed for those who can read it', async () => {
    const running = await gateway()
    const plain = await ask(running, 'GET', script)
    expect(plain.headers['content-encoding']).toBeUndefined()
    const packed = await ask(running, 'GET', script, { 'accept-encoding': 'gzip, deflate, br' })
    const unpack = packed.headers['content-encoding'] === 'br' ? brotliDecompressSync : gunzipSync
    expect(unpack(packed.body)).toEqual(plain.body)
    expect(packed.body.length).toBeLessThan(plain.body.length / 10)
    expect(String(packed.headers['vary']).toLowerCase()).toContain('accept-encoding')
  })

  test('a browser that leaves in the middle of one makes no noise', async () => {
    const noise = [vi.spyOn(console, 'error'), vi.spyOn(console, 'info')]
    const running = await gateway()
    for (const encoding of ['gzip', 'identity']) {
      await new Promise<void>((resolve) => {
        const headers = { 'accept-encoding': encoding }
        const options = { host: '127.0.0.1', port: running.port, path: script, headers }
        const sent = request(options, (response) => {
          response.once('data', () => response.destroy())
          response.on('close', resolve)
          response.on('error', () => {})
        })
        sent.end()
      })
    }
    expect((await ask(running, 'GET', '/')).status).toBe(200)
    for (const spy of noise) expect(spy).not.toHaveBeenCalled()
  })

  test.each([
    '/nothing',
    '/assets/',
    '/assets',
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/%252e%252e%252fsecret.txt',
    '//../secret.txt',
    '/assets//..//..//secret.txt',
    '/....//secret.txt',
    '/%00',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    '/../dist-other/secret.txt',
  ])('%s is none of them', async (path) => {
    const running = await gateway()
    const answer = await raw(
      running,
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\r\nConnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(answer).not.toMatch(/\r\n\r\nsecret/)
  })
})

test('every answer carries the strict headers', async () => {
  const running = await gateway()
  const refused = { host: 'evil.example' }
  for (const [path, headers] of [
    ['/', {}],
    [script, {}],
    ['/nothing', {}],
    ['/gateway/config', {}],
    ['/argo/api/v1/version', {}],
    ['/', refused],
  ] as const) {
    const answer = await ask(running, 'GET', path, headers)
    const policy = String(answer.headers['content-security-policy']).split('; ')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("worker-src 'self' blob:")
    expect(policy).toContain("style-src 'self' 'unsafe-inline'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    })
  }
})
