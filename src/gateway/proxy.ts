import type { Context, Handler } from 'hono'
import { gatewayPrefix } from '../client/index.ts'
import { allowedQuery, isAllowedCall } from './api-calls.ts'
import { failureMessage } from './failure-message.ts'
import type { GatewayOptions } from './options.ts'
import { readLimited } from './read-limited.ts'
import { refuse } from './refusal.ts'
import { createUpstream, type Upstream, type UpstreamOutcome } from './upstream.ts'

const mebibyte = 1024 * 1024

/** Of the browser's headers Argo gets these; cookies and all others stay here. */
const forwarded = ['accept', 'authorization', 'content-type'] as const

/** Passes the calls that are allowed on to Argo, and everything that goes wrong back as JSON. */
export function proxy(options: GatewayOptions): Handler {
  const { argo, maxRequestBytes = 4 * mebibyte, maxResponseBytes = 16 * mebibyte } = options
  const timeoutMs = options.timeoutMs ?? 30_000
  const upstream = argo && createUpstream(argo, { timeoutMs, maxBytes: maxResponseBytes })
  return async (c) => {
    const path = c.req.path.slice(gatewayPrefix.length)
    if (!isAllowedCall(c.req.method, path)) {
      return refuse(c, 'no-route', `The gateway does not pass on ${c.req.method} ${path}.`)
    }
    if (argo === undefined || upstream === undefined) {
      return refuse(
        c,
        'not-configured',
        'This gateway has no Argo Server. Start it with one: stepwright serve --argo https://localhost:2746',
      )
    }
    const body = await readBody(c, maxRequestBytes)
    if (body === 'too-large') {
      return refuse(
        c,
        'too-large',
        `The manifest exceeds the ${size(maxRequestBytes)} that the gateway passes on.`,
      )
    }
    const query = c.req.method === 'GET' ? allowedQuery(new URL(c.req.url).searchParams) : ''
    const outcome = await ask(upstream, c, path + query, body)
    return answer(c, outcome, argo.url, { timeoutMs, maxResponseBytes })
  }
}

async function readBody(c: Context, limit: number): Promise<Buffer | undefined | 'too-large'> {
  if (c.req.method === 'GET') return undefined
  if (Number(c.req.header('content-length') ?? 0) > limit) return 'too-large'
  const stream = c.req.raw.body
  if (stream === null) return Buffer.alloc(0)
  return (await readLimited(stream, limit)) ?? 'too-large'
}

function ask(
  upstream: Upstream,
  c: Context,
  path: string,
  body: Buffer | undefined,
): Promise<UpstreamOutcome> {
  const headers: Record<string, string> = { 'accept-encoding': 'identity' }
  for (const name of forwarded) {
    const value = c.req.header(name)
    if (value !== undefined) headers[name] = value
  }
  return upstream({ method: c.req.method, path, headers, body, signal: c.req.raw.signal })
}

function answer(
  c: Context,
  outcome: UpstreamOutcome,
  argo: URL,
  limits: { readonly timeoutMs: number; readonly maxResponseBytes: number },
): Response {
  const address = argo.href
  switch (outcome.kind) {
    case 'answered':
      return pass(c, outcome, address)
    case 'timeout':
      return refuse(c, 'timeout', `${address} gave no answer within ${limits.timeoutMs / 1000} s.`)
    case 'too-large':
      return refuse(
        c,
        'not-argo',
        `The answer of ${address} exceeds ${size(limits.maxResponseBytes)}; the gateway gave it up.`,
      )
    case 'failed':
      return refuse(c, 'unreachable', failureMessage(outcome.error, address))
    case 'aborted':
      // Nobody is left to read it.
      return refuse(c, 'unreachable', 'The browser closed the connection.')
  }
}

function pass(
  c: Context,
  { status, headers, body }: Extract<UpstreamOutcome, { kind: 'answered' }>,
  address: string,
): Response {
  if (status < 200 || (status >= 300 && status < 400)) {
    const to =
      headers.location === undefined ? '' : ` to ${withoutQuery(headers.location, address)}`
    return refuse(
      c,
      'not-argo',
      `${address} redirects${to}. The gateway follows no redirects: give the final address with --argo.`,
    )
  }
  // Only JSON stays what it is: a page of someone else's must not become one of this origin.
  const json = /^application\/json\b/i.test(headers['content-type'] ?? '')
  const passed = new Headers({
    'content-type': json ? 'application/json' : 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  const retryAfter = headers['retry-after']
  if (retryAfter !== undefined) passed.set('retry-after', retryAfter)
  const empty = status === 204 || status === 205
  return new Response(empty ? null : new Uint8Array(body), { status, headers: passed })
}

/** A login's redirect carries its state in the query; nobody needs to see that. */
function withoutQuery(location: string, address: string): string {
  if (!URL.canParse(location, address)) return 'another address'
  const url = new URL(location, address)
  return url.origin + url.pathname
}

function size(bytes: number): string {
  return bytes >= mebibyte ? `${Math.round(bytes / mebibyte)} MiB` : `${bytes} bytes`
}
