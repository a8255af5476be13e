import { ensureBrowser, ensureBuilt, ensureInstalled } from './ensure.mjs'
import { clearReports, playwrightReport, vitestReport } from './reports.mjs'
import { runModule, say } from './run.mjs'

/*
 * `npm test`: installs and builds what is missing, then runs the unit tests and the browser tests.
 * `npm test -- --unit` runs the unit tests only. Other arguments name the tests to run, as in
 * `npm test -- --unit history`.
 */
const args = process.argv.slice(2).filter((argument) => argument !== '--unit')
const unitOnly = process.argv.includes('--unit')

clearReports()
const passed = [await step('dependencies', async () => (await ensureInstalled(), 0))]
if (passed[0]) {
  passed.push(await step('unit tests', unitTests))
  if (!unitOnly) passed.push(await step('browser tests', browserTests))
}
process.exitCode = passed.every(Boolean) ? 0 : 1

function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  return runModule('vitest/vitest.mjs', ['run', ...reporters, ...args])
}

async function browserTests() {
  const env = { CHROME_PATH: await ensureBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport }
  await ensureBuilt()
  return runModule('@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], { env })
}

/**
 * @param {string} name
 * @param {() => Promise<number>} job gives an exit status, or throws
 */
async function step(name, job) {
  say(name)
  const status = await job().catch((error) => {
    say(error instanceof Error ? error.message : String(error))
    return 1
  })
  if (status !== 0) say(`${name} FAILED`)
  return status === 0
}
