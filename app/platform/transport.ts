import type { ApiResponse, Send } from '../../src/client/index.ts'

export interface TransportOptions {
  /** What stands before the path of a request, on this origin. */
  readonly prefix: string
  /** Milliseconds until a request is given up. */
  readonly timeout: number
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

/**
 * The network for `src/client`, on this origin only. Follows no redirect: the answer is then 302 without headers,
 * as browsers do not tell more. Credentials of this origin go along, the cache is left out.
 */
export function createTransport({ prefix, timeout, fetch }: TransportOptions): Send {
  return async ({ method, path, query, headers, body, signal }) => {
    if (!isPlainPath(path)) throw new TypeError(`not a path of the API: ${path}`)
    const search = new URLSearchParams(query).toString()
    const limit = AbortSignal.timeout(timeout)
    const response = await fetch(`${prefix}${path}${search === '' ? '' : `?${search}`}`, {
      method,
      headers: { ...headers },
      ...(body === undefined ? {} : { body }),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      redirect: 'manual',
      credentials: 'same-origin',
      cache: 'no-store',
    })
    return read(response)
  }
}

async function read(response: Response): Promise<ApiResponse> {
  if (response.type === 'opaqueredirect') return { status: 302, headers: {}, body: '' }
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

/** A path that stays under its prefix: no other host, no way up, no query of its own. */
function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || path.startsWith('//') || /[?#\\]/.test(path)) return false
  return path.split('/').every((part) => !/^(\.|%2e){1,2}$/i.test(part))
}
