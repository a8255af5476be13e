import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** Where the two test runners leave their JSON reports, from the root of the checkout. */
export const vitestReport = '.cache/reports/vitest.json'
export const playwrightReport = '.cache/reports/playwright.json'

/** Forgets the reports of earlier runs. */
export function clearReports() {
  for (const report of [vitestReport, playwrightReport]) rmSync(join(root, report), { force: true })
}

/** How many tests passed and failed in the last run, both runners together. */
export function countTests() {
  const unit = read(vitestReport) ?? { numPassedTests: 0, numFailedTests: 0 }
  const browser = read(playwrightReport)?.stats ?? { expected: 0, flaky: 0, unexpected: 0 }
  return {
    passed: unit.numPassedTests + browser.expected + browser.flaky,
    failed: unit.numFailedTests + browser.unexpected,
  }
}

/** @param {string} report */
function read(report) {
  const path = join(root, report)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
