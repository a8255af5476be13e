import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './run.mjs'

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Assertion
 * @typedef {{ results: { error?: { message?: string } }[] }} BrowserTest
 * @typedef {{ ok: boolean, file: string, line: number, title: string, tests: BrowserTest[] }} Spec
 * @typedef {{ suites?: Suite[], specs?: Spec[] }} Suite
 */

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

/**
 * What failed in the last run, of both runners: the title of each test and the first line of its failure.
 *
 * @returns {string[]}
 */
export function failedTests() {
  const unit = (read(vitestReport)?.testResults ?? []).flatMap(failedInFile)
  const browser = (read(playwrightReport)?.suites ?? []).flatMap(failedInSuite)
  return [...unit, ...browser]
}

/** @param {{ name: string, status: string, message?: string, assertionResults: Assertion[] }} file */
function failedInFile({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((assertion) => assertion.status === 'failed')
  if (status === 'failed' && failed.length === 0) return [entry(name, message)]
  return failed.map(({ fullName, failureMessages }) =>
    entry(`${name}: ${fullName}`, failureMessages[0]),
  )
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function failedInSuite({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok)
  const own = failed.map(({ file, line, title, tests }) => {
    const results = tests.flatMap((test) => test.results)
    return entry(`${file}:${line}: ${title}`, results.find(({ error }) => error)?.error?.message)
  })
  return [...own, ...suites.flatMap(failedInSuite)]
}

/**
 * @param {string} title
 * @param {string} [message]
 */
function entry(title, message = '') {
  const lines = stripVTControlCharacters(message).split('\n')
  return `${title}\n${lines
    .slice(0, 8)
    .map((line) => `    ${line}`)
    .join('\n')}`
}

/** @param {string} report */
function read(report) {
  const path = join(root, report)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
