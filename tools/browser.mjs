import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'

const onTheSystem = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium for the browser tests: `CHROME_PATH`, one of the system, or Playwright's own. */
export function findBrowser() {
  const candidates = [process.env['CHROME_PATH'], ...onTheSystem, ofPlaywright()]
  return candidates.map((candidate) => candidate && locate(candidate)).find(Boolean)
}

/**
 * Path of a command that is there and starts: Ubuntu's `chromium-browser` is there and does not.
 * @param {string} command
 */
function locate(command) {
  const path = command.includes('/') ? command : which(command)
  if (!path || !existsSync(path)) return undefined
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0 ? path : undefined
}

/** @param {string} command */
function which(command) {
  return (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => `${folder}/${command}`)
    .find((path) => existsSync(path))
}

function ofPlaywright() {
  try {
    const playwright = createRequire(import.meta.url)('@playwright/test')
    return /** @type {string} */ (playwright.chromium.executablePath())
  } catch {
    return undefined // not installed yet
  }
}

/** What Chromium is started with: quiet, offline, and without a sandbox only where root leaves no choice. */
export function browserArguments() {
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet
}
