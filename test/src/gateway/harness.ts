import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Send } from '../../../src/client/index.ts'
import { serveGateway, type RunningGateway, type ServeOptions } from '../../../src/gateway/index.ts'
import { startFakeArgo, type FakeArgo, type FakeArgoOptions } from '../../support/fake-argo.ts'

/** A folder as Vite builds it, with a file beside it that nobody may reach. Gone after the test. */
export function builtDesigner(): string {
  const root = mkdtempSync(join(tmpdir(), 'stepwright-gateway-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const dist = join(root, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  writeFileSync(join(root, 'secret.txt'), 'secret')
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Stepwright</title>')
  writeFileSync(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(dist, 'assets', 'index-Ab3_-x9Z.js'), '// code\n'.repeat(20_000))
  writeFileSync(join(dist, 'assets', 'codicon-Ab3_-x9Z.ttf'), 'ttf')
  return dist
}

/** A fake Argo that ends with the test. */
export async function fakeArgo(options?: FakeArgoOptions): Promise<FakeArgo> {
  const argo = await startFakeArgo(options)
  onTestFinished(argo.close)
  return argo
}

/** A running gateway that ends with the test. A bug in it fails the test. */
export async function gateway(options: Partial<ServeOptions> = {}): Promise<RunningGateway> {
  const running = await serveGateway({
    staticDir: builtDesigner(),
    port: 0,
    onBug: (error) => {
      throw error
    },
    ...options,
  })
  if (!running.ok) throw new Error(running.error)
  onTestFinished(running.value.close)
  return running.value
}

/** A gateway before a fake Argo. */
export async function gatewayWithArgo(
  options: Partial<ServeOptions> = {},
  argoOptions?: FakeArgoOptions,
): Promise<{ readonly argo: FakeArgo; readonly running: RunningGateway }> {
  const argo = await fakeArgo(argoOptions)
  const running = await gateway({ argo: { url: new URL(argo.url) }, ...options })
  return { argo, running }
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
  readonly text: string
}

/** One request through Node's client, which sends any header, Host and Origin included, and resolves no path. */
export function ask(
  running: RunningGateway,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: string,
): Promise<Answer> {
  const measured = body === undefined || 'transfer-encoding' in headers
  const length = measured ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: running.port,
        method,
        path,
        headers: { ...headers, ...length },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const whole = Buffer.concat(chunks)
          const { statusCode = 0, headers: received } = response
          resolve({ status: statusCode, headers: received, body: whole, text: whole.toString() })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** The headers with which the designer's own page writes. */
export function ownHeaders(running: RunningGateway): Record<string, string> {
  return {
    origin: new URL(running.url).origin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  }
}

/** Posts as the designer does. */
export function post(
  running: RunningGateway,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return ask(running, 'POST', path, { ...ownHeaders(running), ...headers }, body)
}

/** Sends bytes as they are and gives back all that comes until the gateway closes. */
export function raw(running: RunningGateway, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(running.port, '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

/** The designer's `send`, as far as a test without a browser can have it. */
export function sendThrough(running: RunningGateway): Send {
  return async ({ method, path, query, headers, body }) => {
    const origin = ownHeaders(running)
    const answer: Answer = await ask(
      running,
      method,
      `/argo${path}${query === undefined ? '' : `?${new URLSearchParams(query).toString()}`}`,
      { ...headers, ...(method === 'POST' ? { origin: origin['origin'] ?? '' } : {}) },
      body,
    )
    const type = answer.headers['content-type']
    return {
      status: answer.status,
      headers: { ...(typeof type === 'string' ? { 'content-type': type } : {}) },
      body: answer.text,
    }
  }
}
