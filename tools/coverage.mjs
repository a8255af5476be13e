import { ensureInstalled } from './ensure.mjs'
import { runModule } from './run.mjs'

/* `npm run coverage`: writes docs/coverage.md, which the test of that name compares. */
await ensureInstalled()
process.exitCode = await runModule('vitest/vitest.mjs', [
  'run',
  'test/coverage.test.ts',
  '--update',
])
