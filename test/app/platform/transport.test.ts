import { describe, expect, test } from 'vitest'
import { createTransport } from '../../../app/platform/index.ts'

type Fetch = (url: string, init: RequestInit) => Promise<Response>

const send = (fetch: Fetch, timeout = 1000) => createTransport({ prefix: '/argo', timeout, fetch })

/** Never answers, but stops when told to, as `fetch` does. */
const silence: Fetch = (_, { signal }) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error))
  })

describe('createTransport', () => {
  test('asks this origin and gives back the whole answer, whatever its status', async () => {
    const asked: string[] = []
    const answer = await send((url, init) => {
      asked.push(`${init.method ?? ''} ${url} ${typeof init.body === 'string' ? init.body : ''}`)
      return Promise.resolve(new Response('{"code":5}', { status: 404, headers: { 'X-A': 'b' } }))
    })({
      method: 'POST',
      path: '/api/v1/workflows/argo',
      query: { a: 'b c' },
      headers: {},
      body: '{}',
    })
    expect(asked).toEqual(['POST /argo/api/v1/workflows/argo?a=b+c {}'])
    expect(answer).toMatchObject({ status: 404, headers: { 'x-a': 'b' }, body: '{"code":5}' })
  })

  test('rejects with a TimeoutError after the limit', async () => {
    const request = send(silence, 5)({ method: 'GET', path: '/api/v1/info', headers: {} })
    await expect(request).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('rejects when the caller stops it', async () => {
    const stop = new AbortController()
    const request = send(silence)({ method: 'GET', path: '/a', headers: {}, signal: stop.signal })
    stop.abort()
    await expect(request).rejects.toMatchObject({ name: 'AbortError' })
  })

  test.each(['api', '//evil.example/a', '/a/../../b', '/a/%2E%2e/b', '/a?b', '/a#b', '/a\\b'])(
    'asks nothing for the path %s',
    async (path) => {
      const request = send(() => Promise.reject(new Error('asked')))({
        method: 'GET',
        path,
        headers: {},
      })
      await expect(request).rejects.toThrow(TypeError)
    },
  )
})
