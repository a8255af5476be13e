import type { MiddlewareHandler } from 'hono'
import { gatewayConfigPath, gatewayPrefix } from '../client/index.ts'
import { refuse } from './refusal.ts'

/**
 * Lets only the designer's own pages in. The gateway holds no secret, but it can reach a server that other sites
 * cannot, so:
 * - the Host must be one of ours, or a foreign name that was pointed at this machine (DNS rebinding) would be our page;
 * - a write must say where it comes from, and that must be the very origin it goes to: other ports of this machine are
 *   "same site" to a browser, so neither cookies' rules nor `same-site` are enough;
 * - a write must be JSON, which no form of another site can send without asking first.
 */
export function guard(origins: readonly string[]): MiddlewareHandler {
  const byHost = new Map(origins.map((origin) => [new URL(origin).host, new URL(origin).origin]))
  return async (c, next) => {
    const origin = byHost.get(hostOf(c.req.header('host')))
    if (origin === undefined) {
      return refuse(
        c,
        'refused',
        `This gateway answers only at ${[...byHost.values()].join(', ')}.`,
      )
    }
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
    const site = c.req.header('sec-fetch-site')
    const api = c.req.path.startsWith(`${gatewayPrefix}/`) || c.req.path === gatewayConfigPath
    if (
      (api || !reads) &&
      site !== undefined &&
      site !== 'same-origin' &&
      !(reads && site === 'none')
    ) {
      return refuse(
        c,
        'refused',
        'Only pages of this gateway may call it, not those of other sites.',
      )
    }
    if (reads) return next()
    const from = c.req.header('origin')
    if (from === undefined) {
      return refuse(
        c,
        'refused',
        'A write must carry an Origin header, as browsers send it; this one has none.',
      )
    }
    if (from !== origin) {
      return refuse(c, 'refused', `A write must come from ${origin}, the address it is sent to.`)
    }
    const type = c.req.header('content-type') ?? ''
    if (!/^application\/json\s*(?:;|$)/i.test(type)) {
      return refuse(c, 'refused', 'A write must be application/json.')
    }
    return next()
  }
}

/** A Host header in the form in which `URL.host` gives it; '' for one that is none. */
function hostOf(header: string | undefined): string {
  const text = `http://${header ?? ''}`
  if (header === undefined || /[/?#@\\\s]/.test(header) || !URL.canParse(text)) return ''
  return new URL(text).host
}
