import { ok, type Result } from '../base/index.ts'
import { classify, notArgo } from './classify.ts'
import { unsure, type CallContext } from './context.ts'
import { isObject, parseJson, type JsonObject } from './json.ts'
import { problem, type ClientProblem } from './problem.ts'
import type { ApiAccess, ApiRequest, ApiResponse } from './send.ts'
import { authorizationHeader, withoutToken } from './token.ts'

export interface Call<T> {
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  /** The JSON value to post; without one the call is a GET. */
  readonly body?: unknown
  /** What was tried, for sentences such as "Argo refused to <action>". */
  readonly action: string
  /** Decodes the JSON object of a success; undefined if it is not what Argo would say. */
  readonly read: (answer: JsonObject) => T | undefined
}

/**
 * Makes one call and decodes its answer. Every failure is a value: a token that cannot be sent, a `send` that
 * rejects, any status but 2xx, a body that is no JSON object or that `read` does not recognise.
 */
export async function call<T>(
  access: ApiAccess,
  { path, query, body, action, read }: Call<T>,
): Promise<Result<T, ClientProblem>> {
  const authorization = authorizationHeader(access.token)
  if (!authorization.ok) return authorization
  const writes = body !== undefined
  const request: ApiRequest = {
    method: writes ? 'POST' : 'GET',
    path,
    ...(query === undefined ? {} : { query }),
    headers: {
      accept: 'application/json',
      ...(writes ? { 'content-type': 'application/json' } : {}),
      ...(authorization.value === undefined ? {} : { authorization: authorization.value }),
    },
    ...(writes ? { body: JSON.stringify(body) } : {}),
    ...(access.signal === undefined ? {} : { signal: access.signal }),
  }
  const context: CallContext = { action, writes, token: access.token }
  let response: ApiResponse
  try {
    response = await access.send(request)
  } catch (error) {
    return noAnswer(error, context)
  }
  if (response.status < 200 || response.status > 299) {
    return classify({ ...response, body: withoutToken(response.body, access.token) }, context)
  }
  const json = parseJson(response.body)
  const value = isObject(json) ? read(json) : undefined
  return value === undefined ? notArgo(response, action) : ok(value)
}

/** A rejected `send`: a limit of time, a stop by the caller, or no connection. */
function noAnswer(
  error: unknown,
  { action, writes, token }: CallContext,
): Result<never, ClientProblem> {
  const name = error instanceof Error ? error.name : ''
  if (name === 'TimeoutError') {
    return problem(
      'timeout',
      `Argo did not answer in time when asked to ${action}.${unsure(writes)}`,
    )
  }
  if (name === 'AbortError') {
    return problem(
      'unreachable',
      `Stopped before Argo answered the request to ${action}.${unsure(writes)}`,
    )
  }
  const detail = withoutToken(error instanceof Error ? error.message : String(error), token)
  return problem(
    'unreachable',
    `Could not ${action}: no connection (${detail}). See that Stepwright's gateway still runs and that the network is up.`,
  )
}
