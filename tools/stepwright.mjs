#!/usr/bin/env node
import { ensureBuilt } from './ensure.mjs'
import { say } from './run.mjs'

/*
 * The command `stepwright`: brings the build of this checkout up to date, then becomes dist/cli/main.js, in the
 * same process, so that stdout, signals and the exit status are the command's own.
 */
try {
  await ensureBuilt(process.argv[2] === 'serve' ? ['cli', 'app'] : ['cli'])
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(2)
}
await import(new URL('../dist/cli/main.js', import.meta.url).href)
