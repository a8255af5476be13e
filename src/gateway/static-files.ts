import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

/** Vite puts a hash of the content into the names below `assets`, so such a file never changes under its name. */
const hashed = /^\/assets\/[^/]+-[-\w]{8}\.\w+(?:\.map)?$/

/** Everything but hashed files is asked for anew each time: a new version shows at the next load. */
const caching: MiddlewareHandler = async (c, next) => {
  await next()
  const forever = c.res.ok && hashed.test(c.req.path)
  c.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache')
}

/**
 * The built designer. Paths with an encoded character or a dot segment find nothing, so none leads out of the folder.
 */
export function staticFiles(staticDir: string): Hono {
  const files = new Hono()
  files.use(caching)
  files.use(compress())
  // The build has compressed most files already; `compress` sees to the rest.
  files.use(serveStatic({ root: staticDir, precompressed: true }))
  return files
}
