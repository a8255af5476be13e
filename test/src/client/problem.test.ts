import { describe, expect, test } from 'vitest'
import {
  createWorkflow,
  getVersion,
  type ApiResponse,
  type ClientProblem,
  type ClientProblemKind,
} from '../../../src/client/index.ts'
import { argoError, scripted } from './scripted-send.ts'

const manifest = { kind: 'Workflow', metadata: { name: 'a' } }

async function problemOf(
  answer: Partial<ApiResponse> | Error,
  token?: string,
): Promise<ClientProblem> {
  const { send } = scripted(answer)
  const result = await createWorkflow({ send, namespace: 'argo', manifest, token })
  if (result.ok) throw new Error('expected a problem')
  return result.error
}

function named(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name })
}

function gateway(status: number, refusal: string): Partial<ApiResponse> {
  return { status, body: JSON.stringify({ gateway: refusal, message: 'gateway says' }) }
}

describe('every answer that is no success has a name', () => {
  test.each<[string, Partial<ApiResponse> | Error, ClientProblemKind]>([
    ['no connection', new TypeError('fetch failed'), 'unreachable'],
    ['a stop', named('AbortError'), 'unreachable'],
    ['a time limit', named('TimeoutError'), 'timeout'],
    ['400', argoError(400, 3, 'spec.entrypoint is required'), 'invalid'],
    ['401', argoError(401, 16, 'token not valid'), 'unauthorized'],
    ['401 of an ingress', { status: 401, body: '<html>' }, 'unauthorized'],
    ['403', argoError(403, 7, 'not yours'), 'forbidden'],
    ['404 of Argo', argoError(404, 5, 'namespaces "x" not found'), 'not-found'],
    ['404 of a web server', { status: 404, body: '<html>404</html>' }, 'not-argo'],
    ['405', { status: 405, body: '' }, 'not-argo'],
    ['409', argoError(409, 6, 'already exists'), 'conflict'],
    ['413', { status: 413, body: '' }, 'too-large'],
    ['too large for etcd', argoError(500, 2, 'etcdserver: request is too large'), 'too-large'],
    ['too large for gRPC', argoError(429, 8, 'message larger than max (1 vs. 0)'), 'too-large'],
    ['429', argoError(429, 8, 'slow down'), 'rate-limited'],
    ['500 with a finding', argoError(500, 2, 'spec.entrypoint is required'), 'invalid'],
    ['500', argoError(500, 13, 'boom'), 'server-error'],
    ['500 without a word', { status: 500, body: '' }, 'server-error'],
    ['502', { status: 502, body: '<html>' }, 'unreachable'],
    ['503', argoError(503, 14, 'unavailable'), 'unreachable'],
    ['504', { status: 504, body: '' }, 'timeout'],
    ['a redirect', { status: 302, body: '' }, 'not-argo'],
    ['HTML', { status: 200, body: '<!doctype html>' }, 'not-argo'],
    ['rubbish', { status: 200, body: '{{{' }, 'not-argo'],
    ['the gateway: down', gateway(502, 'unreachable'), 'unreachable'],
    ['the gateway: timeout', gateway(504, 'timeout'), 'timeout'],
    ['the gateway: size', gateway(413, 'too-large'), 'too-large'],
    ['the gateway: origin', gateway(403, 'refused'), 'forbidden'],
    ['the gateway: path', gateway(404, 'no-route'), 'not-found'],
    ['the gateway: alone', gateway(404, 'not-configured'), 'unreachable'],
    ['the gateway: redirect', gateway(502, 'not-argo'), 'not-argo'],
    ['the gateway: bug', gateway(500, 'bug'), 'server-error'],
    ['a mark that is not the gateway’s', gateway(500, 'toString'), 'server-error'],
  ])('%s', async (_, answer, kind) => {
    const problem = await problemOf(answer)
    expect(problem.kind).toBe(kind)
    expect(problem.message).toMatch(/^[A-Z].{20,}|^gateway says/)
    if (!(answer instanceof Error)) expect(problem.status).toBe(answer.status)
  })
})

describe('the message for people', () => {
  test('holds the server’s own words, and their place is read', async () => {
    const problem = await problemOf(
      argoError(400, 3, 'templates.a.container.image may not be empty'),
    )
    expect(problem.message).toBe(
      "Argo refused to create the Workflow in namespace 'argo': templates.a.container.image may not be empty",
    )
    expect(problem.serverMessage).toBe('templates.a.container.image may not be empty')
    expect(problem.place).toEqual({ template: 'a', path: ['container', 'image'] })
  })

  test('tells a missing token from a wrong one', async () => {
    const answer = argoError(401, 16, 'token not valid')
    expect((await problemOf(answer)).message).toContain('wants a token')
    expect((await problemOf(answer, 'abc')).message).toContain('does not accept the token')
  })

  test('says how long to wait', async () => {
    const answer = { ...argoError(429, 8, 'slow down'), headers: { 'retry-after': '7' } }
    expect((await problemOf(answer)).message).toContain('in 7 s')
  })

  test('warns, after a write without an answer, that it may have happened', async () => {
    for (const answer of [named('TimeoutError'), named('AbortError'), gateway(504, 'timeout')]) {
      expect((await problemOf(answer)).message).toContain('may have been created all the same')
    }
    const { send } = scripted(named('TimeoutError'))
    expect(JSON.stringify(await getVersion({ send }))).not.toContain('created all the same')
  })

  test('never repeats the token, whoever quotes it', async () => {
    const token = 'v2:secret-token'
    const answers = [
      new TypeError(`bad header Bearer ${token}`),
      argoError(401, 16, `token ${token} is not valid`),
      argoError(500, 13, `saw Bearer ${token}`),
    ]
    for (const answer of answers) {
      for (const given of [token, `Bearer ${token}`]) {
        expect(JSON.stringify(await problemOf(answer, given))).not.toContain(token)
      }
    }
  })
})
