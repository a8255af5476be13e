import { ensureBuilt, ensureInstalled } from './ensure.mjs'
import { run, runModule, say } from './run.mjs'

/*
 * `npm run bench [-- --json] [-- NAME…]`: bundles the benchmarks and runs them on the built app. Those in a browser take minutes and
 * run when asked for: `npm run bench -- browser`.
 */
await ensureInstalled()
await ensureBuilt(['app'])
say('bundling the benchmarks')
const args = ['build', '--config', 'vite.bench.config.ts', '--logLevel', 'warn']
const status = await runModule('vite/bin/vite.js', args, { quiet: true })
if (status === 0 && process.argv.some((argument) => argument.includes('browser'))) {
  say('bundling the pages that stand beside the designer')
  const pages = ['build', '--config', 'vite.bench-pages.config.ts', '--logLevel', 'warn']
  await runModule('vite/bin/vite.js', pages, { quiet: true })
}
const bench = ['--expose-gc', '.cache/bench/run.js', ...process.argv.slice(2)]
process.exitCode = status === 0 ? await run(process.execPath, bench) : status
