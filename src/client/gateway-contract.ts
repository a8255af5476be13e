import type { Result } from '../base/index.ts'
import { call } from './call.ts'
import { textAt } from './json.ts'
import type { ClientProblem } from './problem.ts'
import type { ApiAccess } from './send.ts'

/** Below this path the gateway passes calls on: `/argo/api/v1/…` there is `/api/v1/…` of the Argo Server. */
export const gatewayPrefix = '/argo'

/** Where the gateway tells the designer what it was started with. */
export const gatewayConfigPath = '/gateway/config'

export interface GatewayConfig {
  /** The address of the Argo Server for links that people follow; null when the gateway has none. */
  readonly argo: string | null
}

/**
 * Asks the gateway for its configuration. `send` must go to the gateway's own root here, without `gatewayPrefix`.
 * Refuses with `not-argo` where no gateway answers, such as under a plain file server.
 */
export function getGatewayConfig(access: ApiAccess): Promise<Result<GatewayConfig, ClientProblem>> {
  return call(access, {
    path: gatewayConfigPath,
    action: "ask Stepwright's gateway for its settings",
    read: (answer) => ('argo' in answer ? { argo: textAt(answer, 'argo') ?? null } : undefined),
  })
}
