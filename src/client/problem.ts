import { err, type Err } from '../base/index.ts'
import { locateMessage } from './locate/locate-message.ts'
import type { MessagePlace } from './locate/place.ts'

/** Why a call came to nothing. */
export type ClientProblemKind =
  /** Nobody answered, or the call was stopped. */
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  /** Argo's own validation said no, or the request could not have been right. */
  | 'invalid'
  /** The name is taken. */
  | 'conflict'
  | 'not-found'
  | 'rate-limited'
  | 'too-large'
  | 'server-error'
  /** Something answered that does not speak Argo's API. */
  | 'not-argo'

/** A refusal for people: `message` says what happened, where, and what to do about it. */
export interface ClientProblem {
  readonly kind: ClientProblemKind
  readonly message: string
  /** The server's own words, if it had any; they are part of `message`, too. */
  readonly serverMessage: string | undefined
  /** The HTTP status, if there was an answer. */
  readonly status: number | undefined
  /** What `serverMessage` speaks of, if Argo's wording tells. */
  readonly place: MessagePlace | undefined
}

/** Builds a refusal; the place is read from the server's message. */
export function problem(
  kind: ClientProblemKind,
  message: string,
  from: { readonly serverMessage?: string | undefined; readonly status?: number | undefined } = {},
): Err<ClientProblem> {
  const { serverMessage, status } = from
  const place = serverMessage === undefined ? undefined : locateMessage(serverMessage)
  return err({ kind, message, serverMessage, status, place })
}
