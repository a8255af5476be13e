import { clearReports, countTests, failedTests } from './reports.mjs'
import { run } from './run.mjs'

/* What `.ci/run` runs: every check, also after one failed, and the sum of what passed and failed as the last line. */
const checks = [
  { name: 'test', args: ['test'] },
  { name: 'typecheck', args: ['run', 'typecheck'] },
  { name: 'lint', args: ['run', 'lint'] },
  { name: 'build', args: ['run', 'build'] },
]

clearReports()
const results = []
for (const { name, args } of checks) {
  console.log(`\n== ${name}`)
  const started = Date.now()
  const ok = (await run('npm', args).catch(() => 1)) === 0
  results.push({ name, ok, seconds: Math.round((Date.now() - started) / 1000) })
}

console.log('\n== results')
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`)
}
for (const failure of failedTests()) console.log(`FAILED  ${failure}`)

// Tests count one by one. A test run that failed without a failed test (it could not start) counts as one failure.
const tests = countTests()
const [test, ...others] = results
const failed = others.filter(({ ok }) => !ok).length + (test?.ok ? 0 : Math.max(1, tests.failed))
const passed = others.filter(({ ok }) => ok).length + tests.passed
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
