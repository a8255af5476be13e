import { X509Certificate } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { err, ok, type Result } from '../base/index.ts'
import { createGateway } from './gateway.ts'
import type { GatewayOptions } from './options.ts'

export interface ServeOptions extends Omit<GatewayOptions, 'origins'> {
  /** Where to listen; 0 is any free port. Without one, the first free port from 4280 on. */
  readonly port?: number | undefined
  /** The address to listen at; the default, 127.0.0.1, is reachable from this machine only. */
  readonly host?: string | undefined
  /** The address in people's browsers, where it is another one: behind a container's port or a proxy with TLS. */
  readonly publicUrl?: URL | undefined
}

export interface RunningGateway {
  /** Where to point a browser. */
  readonly url: string
  readonly port: number
  /** Stops listening and cuts every connection, Argo's included. */
  readonly close: () => Promise<void>
}

const firstPort = 4280
const lastPort = 4299

/**
 * Serves the designer and the way to Argo. Refuses, with a sentence for the command line: a folder without a built
 * designer, a certificate file that holds none, an address or port that cannot be had.
 */
export async function serveGateway(options: ServeOptions): Promise<Result<RunningGateway, string>> {
  const { staticDir, argo, host = '127.0.0.1', publicUrl } = options
  if (!existsSync(join(staticDir, 'index.html'))) {
    return err(
      `There is no built designer in ${staticDir} (no index.html). Build it first: npm run build`,
    )
  }
  if (argo?.ca !== undefined && !isCertificate(argo.ca)) {
    return err('The file given with --argo-ca holds no certificate in PEM form.')
  }
  const server = createServer()
  const listening = await listenSomewhere(server, host, options.port)
  if (!listening.ok) return listening
  const port = listening.value
  const name = hostInUrl(host)
  const origins = originsOf(name, port, publicUrl)
  const gateway = createGateway({ ...options, origins })
  const listener = getRequestListener(gateway.fetch, { overrideGlobalObjects: false })
  // Such as no file handle left for a new connection: the next one may succeed.
  server.on('error', (error) => options.onBug?.(error))
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))
  return ok({
    url: publicUrl?.href ?? `http://${isWildcard(name) ? 'localhost' : name}:${port}/`,
    port,
    close: () => close(server),
  })
}

function originsOf(name: string, port: number, publicUrl: URL | undefined): string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]']
  if (!isWildcard(name) && !names.includes(name)) names.push(name)
  const origins = names.map((each) => new URL(`http://${each}:${port}`).origin)
  return publicUrl === undefined ? origins : [...origins, publicUrl.origin]
}

async function listenSomewhere(
  server: Server,
  host: string,
  wanted: number | undefined,
): Promise<Result<number, string>> {
  const from = wanted ?? firstPort
  const to = wanted ?? lastPort
  for (let port = from; port <= to; port++) {
    const result = await listen(server, host, port)
    if (result.ok) return result
    if (result.error !== 'EADDRINUSE') return err(cannotListen(result.error, host, port))
  }
  return err(
    wanted === undefined
      ? `All ports from ${firstPort} to ${lastPort} are taken. Choose one with --port N; --port 0 takes any free one.`
      : `Port ${wanted} is taken by another program. Choose another with --port N; --port 0 takes any free one.`,
  )
}

function listen(server: Server, host: string, port: number): Promise<Result<number, string>> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening)
      resolve(err(error.code ?? error.message))
    }
    const listening = (): void => {
      server.off('error', failed)
      resolve(ok(portOf(server.address())))
    }
    server.once('error', failed)
    server.once('listening', listening)
    server.listen(port, host.replace(/^\[(.*)\]$/, '$1'))
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening at a port')
  return address.port
}

function cannotListen(code: string, host: string, port: number): string {
  switch (code) {
    case 'EACCES':
      return `This user may not listen at port ${port}. Choose one above 1023 with --port N.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is no address of this machine. Leave --host out to listen at 127.0.0.1.`
    default:
      return `Cannot listen at ${host}, port ${port} (${code}).`
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function hostInUrl(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function isWildcard(name: string): boolean {
  return name === '0.0.0.0' || name === '[::]'
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}
