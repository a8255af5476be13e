import { gatewayPrefix } from '../../src/client/index.ts'
import { createTransport, keptText } from '../platform/index.ts'
import type { Problem } from '../../src/validate/index.ts'
import type { Cluster, Designer } from '../store/index.ts'
import { createCluster } from './create-cluster.ts'
import { errorsOf } from './errors.ts'

/** Longer than the gateway waits for Argo, so that its own words about a server that hangs arrive. */
const TIME_LIMIT = 40_000

/**
 * The cluster behind the gateway that this page comes from; asks at once who it is. `problems` gives those of the present
 * text.
 */
export function browserCluster(designer: Designer, problems: () => readonly Problem[]): Cluster {
  const fetch = window.fetch.bind(window)
  const cluster = createCluster(designer, {
    gateway: createTransport({ prefix: '', timeout: 10_000, fetch }),
    argo: createTransport({ prefix: gatewayPrefix, timeout: TIME_LIMIT, fetch }),
    session: keptText(() => window.sessionStorage, 'stepwright.token'),
    local: keptText(() => window.localStorage, 'stepwright.namespaces'),
    now: () => Date.now(),
    errors: () => errorsOf(problems(), designer.scene().document),
  })
  void cluster.actions.connect()
  return cluster
}
