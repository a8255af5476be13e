import { Hono } from 'hono'
import { gatewayConfigPath, gatewayPrefix, type GatewayConfig } from '../client/index.ts'
import { guard } from './guard.ts'
import type { GatewayOptions } from './options.ts'
import { proxy } from './proxy.ts'
import { refuse } from './refusal.ts'
import { securityHeaders } from './security-headers.ts'
import { staticFiles } from './static-files.ts'

/**
 * The gateway as a Hono app: the designer's files, what it was started with, and the way to one Argo Server.
 * Opens nothing; `serveGateway` does.
 */
export function createGateway(options: GatewayOptions): Hono {
  const { argo, origins, staticDir, onBug } = options
  const config: GatewayConfig = { argo: (argo?.publicUrl ?? argo?.url)?.href ?? null }
  const app = new Hono()
  app.use(securityHeaders)
  app.use(guard(origins))
  app.get(gatewayConfigPath, (c) => c.json(config, 200, { 'cache-control': 'no-store' }))
  app.all(`${gatewayPrefix}/*`, proxy(options))
  app.route('/', staticFiles(staticDir))
  app.notFound((c) => refuse(c, 'no-route', `There is nothing at ${c.req.path}.`))
  app.onError((error, c) => {
    if (!c.req.raw.signal.aborted) onBug?.(error)
    return refuse(c, 'bug', 'The gateway failed. This is a bug in Stepwright.')
  })
  return app
}
