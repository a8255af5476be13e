import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled } from './ensure.mjs'
import { ensureOracle, oracleProgram } from './oracle-program.mjs'
import { root, run, runModule, say } from './run.mjs'

/*
 * `npm run oracle:argo [-- PART…] [--seed N] [--mutants N] [--when N] [--expr N] [--random N] [--show N] [--about TEXT]`: builds the program that answers as Argo
 * does and compares with it what Stepwright says. Ends with status 1 when they disagree, and with 3 where the program cannot be built.
 * It shows the first N kinds of disagreement, of those in which the text occurs, and writes all to `.cache/oracle/disagreements.json`.
 * With `--record` it writes instead what Argo says of the examples in `test/corpus`: `rules --record` what it says of manifests,
 * conditions and expressions, `runs --record [--about REGEXP]` what comes of the workflows that it runs, or of those
 * whose names it fits, `random-runs --record` what comes of workflows by chance.
 *
 * `npm run --silent oracle:argo -- ask` hands the program stdin and stdout, a JSON request and a JSON verdict a line.
 */
const CANNOT_BE_HAD = 3

const args = process.argv.slice(2)
const missing = await ensureOracle()
if (missing !== undefined) {
  say(`the real Argo cannot be asked: ${missing}`)
  process.exitCode = CANNOT_BE_HAD
} else if (args[0] === 'ask') {
  spawn(join(root, oracleProgram), { stdio: 'inherit' }).once('exit', (status) => {
    process.exitCode = status ?? 1
  })
} else process.exitCode = await compare()

/** Bundles and runs what compares; gives its exit status. */
async function compare() {
  await ensureInstalled()
  say('bundling what compares')
  const config = ['build', '--config', 'vite.oracle.config.ts', '--logLevel', 'warn']
  const status = await runModule('vite/bin/vite.js', config, { quiet: true })
  return status === 0
    ? run(process.execPath, ['.cache/oracle/run.js', oracleProgram, ...args])
    : status
}
