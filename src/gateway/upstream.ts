import * as http from 'node:http'
import * as https from 'node:https'
import { rootCertificates } from 'node:tls'
import { readLimited } from './read-limited.ts'
import type { ArgoUpstream } from './options.ts'

export interface UpstreamRequest {
  readonly method: string
  /** From `/api/v1` on, with a query; the base path of the server goes before it. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | undefined
  /** Aborts when the browser goes away. */
  readonly signal: AbortSignal
}

export type UpstreamOutcome =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly headers: http.IncomingHttpHeaders
      readonly body: Buffer
    }
  | { readonly kind: 'too-large' | 'timeout' | 'aborted' }
  | { readonly kind: 'failed'; readonly error: unknown }

export type Upstream = (request: UpstreamRequest) => Promise<UpstreamOutcome>

/**
 * A client of one Argo Server. Node's own, not `fetch`, because only here can trust in a certificate be given to one
 * server alone. Answers are read whole: no call that the gateway allows streams, and so each failure, even halfway
 * through an answer, can still become a clear one. Redirects are handed back, not followed: the token was not meant for
 * another address. Connections are not kept, as a write on one that has just died could not be told from a lost write.
 */
export function createUpstream(
  { url, insecureSkipVerify, ca }: ArgoUpstream,
  { timeoutMs, maxBytes }: { readonly timeoutMs: number; readonly maxBytes: number },
): Upstream {
  const secure = url.protocol === 'https:'
  const agent = secure
    ? new https.Agent({
        keepAlive: false,
        rejectUnauthorized: insecureSkipVerify !== true,
        ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }),
      })
    : new http.Agent({ keepAlive: false })
  const base = url.pathname.replace(/\/+$/, '')

  return async ({ method, path, headers, body, signal }) => {
    const limit = AbortSignal.timeout(timeoutMs)
    const options = {
      agent,
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': body.byteLength }) },
      signal: AbortSignal.any([signal, limit]),
    }
    const target = new URL(base + path, url)
    const request = secure ? https.request(target, options) : http.request(target, options)
    try {
      const response = await answerTo(request, body)
      const whole = await readLimited(response, maxBytes)
      if (whole === undefined) return { kind: 'too-large' }
      const { statusCode = 0, headers: received } = response
      return { kind: 'answered', status: statusCode, headers: received, body: whole }
    } catch (error) {
      if (signal.aborted) return { kind: 'aborted' }
      return limit.aborted ? { kind: 'timeout' } : { kind: 'failed', error }
    } finally {
      request.destroy()
    }
  }
}

function answerTo(
  request: http.ClientRequest,
  body: Buffer | undefined,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve)
    // Stays on for good: an error after the answer began reaches the reader of the answer, too, and must not be thrown.
    request.on('error', reject)
    request.end(body)
  })
}
