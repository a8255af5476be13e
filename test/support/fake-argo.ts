import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { modes, type FakeArgoMode } from './fake-argo-modes.ts'

export type { FakeArgoMode }

export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** The body as it came. */
  readonly text: string
  /** The body parsed; undefined where it is no JSON. */
  readonly body: unknown
  /** Whether the caller went away before it had an answer. */
  aborted: boolean
}

export interface FakeArgo {
  /** Without a slash at its end. */
  readonly url: string
  /** All requests so far, in order. */
  readonly requests: readonly RecordedRequest[]
  /** How to answer from now on; `message` stands in for the mode's own. */
  readonly answer: (mode: FakeArgoMode, message?: string) => void
  /** How to answer calls of one path from now on, whatever all others get; without a mode, as those. */
  readonly answerTo: (path: string, mode: FakeArgoMode | undefined) => void
  /** Has a template in the cluster, for who reads it by the path `/api/v1/…`. */
  readonly keep: (path: string, manifest: unknown) => void
  readonly close: () => Promise<void>
}

export interface FakeArgoOptions {
  /** `--base-href` of a real server: answers only below this path, such as `/argo`. */
  readonly basePath?: string
  readonly tls?: { readonly key: string; readonly cert: string }
}

/**
 * An HTTP server on loopback that follows Argo's API as far as the designer calls it. It starts in mode `ok`, in
 * which it creates what it is given: a name from `generateName`, the namespace of the path, a uid.
 */
export async function startFakeArgo({
  basePath = '',
  tls,
}: FakeArgoOptions = {}): Promise<FakeArgo> {
  const requests: RecordedRequest[] = []
  let mode: FakeArgoMode = 'ok'
  let said: string | undefined
  const special = new Map<string, FakeArgoMode>()
  const kept = new Map<string, unknown>()

  const listener = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const chunks: Buffer[] = []
    // A caller that goes away halfway is part of the tests, not an error.
    incoming.on('error', () => {})
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = record(incoming, Buffer.concat(chunks).toString(), basePath)
      requests.push(request)
      outgoing.on('close', () => (request.aborted = !outgoing.writableFinished))
      const answer = modes[special.get(request.path) ?? mode]
      answer({ request, outgoing, message: said, count: requests.length, kept })
    })
  }
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${address.port}${basePath}`,
    requests,
    answer: (next, message) => {
      mode = next
      said = message
    },
    answerTo: (path, next) => {
      if (next === undefined) special.delete(path)
      else special.set(path, next)
    },
    keep: (path, manifest) => void kept.set(path, manifest),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function record(incoming: IncomingMessage, text: string, basePath: string): RecordedRequest {
  const path = incoming.url ?? ''
  return {
    method: incoming.method ?? '',
    path: path.startsWith(basePath) ? path.slice(basePath.length) : `outside ${basePath}: ${path}`,
    headers: incoming.headers,
    text,
    body: parse(text),
    aborted: false,
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
