import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './tools/browser.mjs'
import { freePort } from './tools/free-port.mjs'

// The runner loads this file first, its workers later and with the same environment: one port for all.
const port = (process.env['STEPWRIGHT_E2E_PORT'] ??= String(await freePort()))
const executablePath = (process.env['CHROME_PATH'] ??= findBrowser() ?? '')
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'test/e2e',
  // Two cores share the browser, the editor's workers and the server.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { args: browserArguments(), ...(executablePath && { executablePath }) },
  },
  webServer: {
    command: `node tools/stepwright.mjs serve --port ${port}`,
    url: baseURL,
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
