import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './lock.mjs'
import { root, run, say } from './run.mjs'

/** The built program that answers as Argo does, from the root of the checkout. */
export const oracleProgram = '.cache/oracle/argo'

/**
 * Builds the program of `test/oracle/argo` with the Go of this machine; Go itself knows what is still as it was. Gives why it
 * cannot be had, or nothing when it is there.
 * @returns {Promise<string | undefined>}
 */
export async function ensureOracle() {
  const go = spawnSync('go', ['version'], { encoding: 'utf8' })
  if (go.error || go.status !== 0) return 'Go is not installed: there is no `go` in the PATH.'
  mkdirSync(join(root, '.cache/oracle'), { recursive: true })
  return alone(async () => {
    say('building the program that answers as Argo does')
    const args = ['build', '-C', 'test/oracle/argo', '-trimpath', '-o', join(root, oracleProgram)]
    // The Go that is there, or none: another one is never fetched.
    const env = { GOTOOLCHAIN: 'local', GOWORK: 'off' }
    const status = await run('go', [...args, '.'], { quiet: true, env })
    return status === 0 ? undefined : `\`go build\` failed with ${go.stdout.trim()}; see above.`
  })
}
