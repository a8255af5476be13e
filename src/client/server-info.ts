import type { Result } from '../base/index.ts'
import { call } from './call.ts'
import { textAt, textsAt, type JsonObject } from './json.ts'
import type { ClientProblem } from './problem.ts'
import type { ApiAccess } from './send.ts'

/** `GET /api/v1/info`: what the designer uses of it. */
export interface ServerInfo {
  /** The one namespace that a namespaced installation manages. */
  readonly managedNamespace: string | undefined
}

/** `GET /api/v1/userinfo`: who the token is. All members may be absent, as without single sign-on. */
export interface UserInfo {
  readonly name: string | undefined
  readonly email: string | undefined
  readonly subject: string | undefined
  readonly groups: readonly string[]
  readonly serviceAccountName: string | undefined
  readonly serviceAccountNamespace: string | undefined
}

/** `GET /api/v1/version`. */
export interface ServerVersion {
  readonly version: string
}

/** Asks the Argo Server for its settings. Refuses any answer that is not a JSON object. */
export function getInfo(access: ApiAccess): Promise<Result<ServerInfo, ClientProblem>> {
  return get(access, 'info', 'ask the Argo Server for its settings', (value) => ({
    managedNamespace: textAt(value, 'managedNamespace'),
  }))
}

/** Asks the Argo Server whom it takes the caller for. Refuses any answer that is not a JSON object. */
export function getUserInfo(access: ApiAccess): Promise<Result<UserInfo, ClientProblem>> {
  return get(access, 'userinfo', 'ask the Argo Server who you are', (value) => ({
    name: textAt(value, 'name'),
    email: textAt(value, 'email'),
    subject: textAt(value, 'subject'),
    groups: textsAt(value, 'groups'),
    serviceAccountName: textAt(value, 'serviceAccountName'),
    serviceAccountNamespace: textAt(value, 'serviceAccountNamespace'),
  }))
}

/** Asks for the server's version. Refuses an answer without one, so it also tells whether this is Argo at all. */
export function getVersion(access: ApiAccess): Promise<Result<ServerVersion, ClientProblem>> {
  return get(access, 'version', 'ask the Argo Server for its version', (value) => {
    const version = textAt(value, 'version')
    return version === undefined ? undefined : { version }
  })
}

function get<T>(
  access: ApiAccess,
  what: string,
  action: string,
  read: (value: JsonObject) => T | undefined,
): Promise<Result<T, ClientProblem>> {
  return call(access, { path: `/api/v1/${what}`, action, read })
}
