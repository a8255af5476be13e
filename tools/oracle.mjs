import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureOracle, oracleProgram } from './oracle-program.mjs'
import { root, say } from './run.mjs'

/*
 * `npm run --silent oracle:argo -- ask`: builds the program that answers as Argo does and hands it stdin and stdout, a JSON
 * request and a JSON verdict a line. Ends with status 3 where it cannot be built.
 */
const CANNOT_BE_HAD = 3

const missing = await ensureOracle()
if (missing !== undefined) {
  say(`the real Argo cannot be asked: ${missing}`)
  process.exitCode = CANNOT_BE_HAD
} else if (process.argv[2] === 'ask') {
  spawn(join(root, oracleProgram), { stdio: 'inherit' }).once('exit', (status) => {
    process.exitCode = status ?? 1
  })
}
