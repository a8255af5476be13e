import type { ServerResponse } from 'node:http'

export type FakeArgoMode =
  | 'ok'
  /** 200 as in `ok`, but only after 300 ms. */
  | 'slow'
  /** 401 without a `Bearer` token, else as `ok`. */
  | 'token-required'
  /** 400, code 3: what validation says of a manifest. */
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'rate-limited'
  /** 500, code 2, with a message of validation's: so Argo's lint answers. */
  | 'lint-error'
  | 'server-error'
  /** 200 with a page of HTML, as a login in front of Argo gives. */
  | 'html'
  /** 200 with JSON that is not Argo's. */
  | 'rubbish-json'
  /** 302 to a login page, its state in the query. */
  | 'redirect'
  /** 200 with 20 MiB. */
  | 'huge'
  /** Takes the request and never answers. */
  | 'hang'
  /** Closes the connection instead of an answer. */
  | 'drop'
  /** Closes it in the middle of an answer. */
  | 'cut'

interface Exchange {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string | string[] | undefined>>
    readonly body: unknown
  }
  readonly outgoing: ServerResponse
  readonly message: string | undefined
  /** Which request this is, from 1: generated names and uids come from it, so that runs repeat. */
  readonly count: number
  /** What the cluster has, by the paths of its reads. */
  readonly kept: ReadonlyMap<string, unknown>
}

type Answer = (exchange: Exchange) => void

export const modes: Readonly<Record<FakeArgoMode, Answer>> = {
  ok,
  slow: (exchange) => void setTimeout(ok, 300, exchange),
  'token-required': (exchange) =>
    /^Bearer \S+$/.test(String(exchange.request.headers['authorization']))
      ? ok(exchange)
      : modes.unauthorized(exchange),
  invalid: failure(400, 3, "templates.main.steps[0].a template name 'nope' undefined"),
  unauthorized: failure(401, 16, 'token not valid'),
  forbidden: failure(403, 7, 'workflows.argoproj.io is forbidden: User "jane" cannot create'),
  'not-found': failure(404, 5, 'namespaces "nope" not found'),
  conflict: failure(409, 6, 'workflows.argoproj.io "hello" already exists'),
  'rate-limited': (exchange) => {
    exchange.outgoing.setHeader('retry-after', '7')
    failure(429, 8, 'rate limit exceeded')(exchange)
  },
  'lint-error': failure(500, 2, 'templates.echo.container.image may not be empty'),
  'server-error': failure(500, 13, 'database is locked'),
  html: ({ outgoing }) =>
    reply(outgoing, 200, '<!doctype html><title>Log in</title><script>1</script>', 'text/html'),
  'rubbish-json': ({ outgoing }) => reply(outgoing, 200, '{"hello":"world"}'),
  redirect: ({ outgoing }) => {
    outgoing.setHeader('location', 'https://login.example/start?state=secret')
    reply(outgoing, 302, '')
  },
  huge: ({ outgoing }) => reply(outgoing, 200, `{"version":"${'x'.repeat(20 * 1024 * 1024)}"}`),
  hang: () => {},
  drop: ({ outgoing }) => void outgoing.destroy(),
  cut: ({ outgoing }) => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    outgoing.write('{"metadata":', () => outgoing.destroy())
  },
}

const collections: readonly (readonly [path: RegExp, bodyKey: string])[] = [
  [/^\/api\/v1\/workflows\/([^/]+)$/, 'workflow'],
  [/^\/api\/v1\/workflow-templates\/([^/]+)$/, 'template'],
  [/^\/api\/v1\/cluster-workflow-templates$/, 'template'],
  [/^\/api\/v1\/cron-workflows\/([^/]+)$/, 'cronWorkflow'],
]

const reads: Readonly<Record<string, unknown>> = {
  '/api/v1/info': { managedNamespace: 'argo', links: [], modals: {}, navColor: '' },
  '/api/v1/userinfo': {
    subject: 'jane',
    groups: ['data'],
    serviceAccountName: 'jane-sa',
    serviceAccountNamespace: 'argo',
  },
  '/api/v1/version': { version: 'v4.1.2', gitCommit: 'none', platform: 'linux/amd64' },
}

function ok({ request, outgoing, count, kept }: Exchange): void {
  const [path = ''] = request.path.split('?')
  const read = request.method === 'GET' ? (reads[path] ?? kept.get(path)) : undefined
  const [, kind, name] = /\/(workflows|[a-z-]*templates)(?:\/argo)?\/([^/]+)$/.exec(path) ?? []
  if (request.method === 'GET' && read === undefined && kind !== undefined && name !== 'argo') {
    const plural = kind.replaceAll('-', '')
    json(outgoing, ...error(404, 5, `${plural}.argoproj.io "${name ?? ''}" not found`))
    return
  }
  const [status, value] = read === undefined ? create(request, count) : [200, read]
  json(outgoing, status, value)
}

function create(request: Exchange['request'], count: number): readonly [number, unknown] {
  const collection = collections.find(([path]) => path.test(request.path))
  if (request.method !== 'POST' || collection === undefined) return error(404, 5, 'Not Found')
  const [path, bodyKey] = collection
  const manifest = member(request.body, bodyKey)
  if (!isObject(manifest)) return error(400, 3, `${bodyKey} is not specified`)
  const metadata = member(manifest, 'metadata')
  const name = member(metadata, 'name') ?? generate(member(metadata, 'generateName'), count)
  if (name === undefined) return error(400, 3, 'name or generateName is required')
  const namespace = path.exec(request.path)?.[1]
  const made = {
    ...(isObject(metadata) ? metadata : {}),
    name,
    ...(namespace === undefined ? {} : { namespace }),
    uid: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
  }
  return [200, { ...manifest, metadata: made }]
}

function error(status: number, code: number, message: string): readonly [number, unknown] {
  return [status, { code, message }]
}

function generate(prefix: unknown, count: number): string | undefined {
  return typeof prefix === 'string' ? prefix + String(count).padStart(5, 'x') : undefined
}

function failure(status: number, code: number, ownMessage: string): Answer {
  return ({ outgoing, message = ownMessage }) => json(outgoing, ...error(status, code, message))
}

function json(outgoing: ServerResponse, status: number, value: unknown): void {
  reply(outgoing, status, JSON.stringify(value))
}

function reply(
  outgoing: ServerResponse,
  status: number,
  text: string,
  type = 'application/json',
): void {
  outgoing.writeHead(status, { 'content-type': type, 'set-cookie': 'authorization=x' })
  outgoing.end(text)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function member(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}
