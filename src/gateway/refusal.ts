import type { Context } from 'hono'
import type { GatewayAnswer, GatewayRefusal } from '../client/index.ts'

const statuses = {
  refused: 403,
  'no-route': 404,
  'not-configured': 404,
  'too-large': 413,
  bug: 500,
  unreachable: 502,
  'not-argo': 502,
  timeout: 504,
} as const satisfies Record<GatewayRefusal, number>

/** The gateway's own no: JSON that `src/client` tells apart from Argo's answers, under the fitting status. */
export function refuse(c: Context, gateway: GatewayRefusal, message: string): Response {
  const body: GatewayAnswer = { gateway, message }
  return c.json(body, statuses[gateway])
}
