import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../tools/stepwright.mjs', import.meta.url))

export interface Served {
  /** Where the designer is, with a slash at its end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Runs `stepwright serve` as a person would, with these arguments, and waits for the address that it prints. */
export async function serveDesigner(...args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [command, 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await address(child)
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        if (!child.kill('SIGTERM')) resolve()
      }),
  }
}

function address(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const url = /Stepwright is at (\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (status) => reject(new Error(`serve ended with ${status}: ${said}`)))
  })
}
