import type { ClientProblemKind } from './problem.ts'
import { isObject } from './json.ts'

/** Refusals of the gateway's own, in its answers' `gateway` member; what Argo says has no such member. */
export type GatewayRefusal =
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'refused'
  | 'no-route'
  | 'not-configured'
  | 'not-argo'
  | 'bug'

/** The body of every answer that the gateway itself gives when it says no. */
export interface GatewayAnswer {
  readonly gateway: GatewayRefusal
  readonly message: string
}

const kinds: Readonly<Record<GatewayRefusal, ClientProblemKind>> = {
  unreachable: 'unreachable',
  timeout: 'timeout',
  'too-large': 'too-large',
  refused: 'forbidden',
  'no-route': 'not-found',
  'not-configured': 'unreachable',
  'not-argo': 'not-argo',
  bug: 'server-error',
}

/** Reads a parsed body as a refusal of the gateway; undefined if it is none. */
export function readGatewayAnswer(
  body: unknown,
): { readonly kind: ClientProblemKind; readonly message: string } | undefined {
  if (!isObject(body) || typeof body['message'] !== 'string') return undefined
  const refusal = body['gateway']
  if (typeof refusal !== 'string' || !isRefusal(refusal)) return undefined
  return { kind: kinds[refusal], message: body['message'] }
}

function isRefusal(text: string): text is GatewayRefusal {
  return Object.hasOwn(kinds, text)
}
