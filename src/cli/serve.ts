import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgoUrl, serveGateway, type ArgoUpstream } from '../gateway/index.ts'
import { Misuse, type CliCommand } from './command-line.ts'
import { readOptions } from './options.ts'

export const serveCommand: CliCommand = {
  name: 'serve',
  usage:
    'serve [--argo URL] [--port N] [--host NAME] [--public-url URL] [--argo-ca FILE] [--insecure-skip-verify]',
  summary: 'serve the designer, with a gateway to one Argo Server',
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      argo: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      'public-url': { type: 'string' },
      'argo-ca': { type: 'string' },
      'insecure-skip-verify': { type: 'boolean' },
    })
    if (positionals.length > 0) throw new Misuse(`usage: stepwright ${serveCommand.usage}`)
    const running = await serveGateway({
      staticDir: fileURLToPath(new URL('../app', import.meta.url)),
      ...(values.argo === undefined
        ? {}
        : {
            argo: await upstream(
              values.argo,
              values['argo-ca'],
              values['insecure-skip-verify'] ?? false,
            ),
          }),
      ...(values.port === undefined ? {} : { port: readPort(values.port) }),
      ...(values.host === undefined ? {} : { host: values.host }),
      ...(values['public-url'] === undefined ? {} : { publicUrl: readUrl(values['public-url']) }),
      onBug: (error) => {
        terminal.error(
          `unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
        )
      },
    })
    if (!running.ok) throw new Misuse(running.error)
    const cluster =
      values.argo === undefined
        ? 'no Argo Server; add --argo URL to submit workflows'
        : `Argo Server at ${values.argo}`
    terminal.out(`Stepwright is at ${running.value.url} (${cluster}). Ctrl+C ends it.\n`)
    await interrupted()
    await running.value.close()
    return 0
  },
}

async function upstream(
  argo: string,
  caFile: string | undefined,
  insecureSkipVerify: boolean,
): Promise<ArgoUpstream> {
  const url = parseArgoUrl(argo)
  if (!url.ok) throw new Misuse(url.error)
  const ca =
    caFile === undefined
      ? undefined
      : await readFile(caFile, 'utf8').catch(() => {
          throw new Misuse(`${caFile} cannot be read.`)
        })
  return { url: url.value, insecureSkipVerify, ca }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Misuse(`${text} is not a port.`)
  return port
}

function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw new Misuse(`${text} is not a URL.`)
  return new URL(text)
}

/** Resolves when the process is asked to end. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve()
      })
  })
}
