import { ensureInstalled } from './ensure.mjs'
import { runModule } from './run.mjs'

/* `npm run docs`: writes the pages of docs/ that are made of the code, which the tests of their names compare. */
await ensureInstalled()
process.exitCode = await runModule('vitest/vitest.mjs', [
  'run',
  'test/coverage.test.ts',
  'test/rules-page.test.ts',
  '--update',
])
