/** One request to Argo's API, as `src/client` words it. `path` starts at `/api/v1`, whatever stands before it. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal?: AbortSignal
}

/** An answer, whole. Header names are lower case. */
export interface ApiResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * The only way out: whoever owns a network hands one of these in. It resolves for every answer, whatever its
 * status, follows no redirect, and rejects only when there is no answer; a time limit rejects with an error named
 * `TimeoutError`.
 */
export type Send = (request: ApiRequest) => Promise<ApiResponse>

/** What every call needs. A token is passed through and kept nowhere. */
export interface ApiAccess {
  readonly send: Send
  readonly token?: string | undefined
  readonly signal?: AbortSignal | undefined
}
