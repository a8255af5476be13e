import { clearReports, countTests, failedTests } from './reports.mjs'
import { run } from './run.mjs'

/*
 * What `.ci/run` runs: every check, also after one failed, and the sum of what passed and failed as the last line. What a check needs of the
 * machine, as the oracle needs Go, may not be there: it says so with a status of its own, and is left out.
 */
const LEFT_OUT = 3
const checks = [
  { name: 'test', args: ['test'] },
  { name: 'typecheck', args: ['run', 'typecheck'] },
  { name: 'lint', args: ['run', 'lint'] },
  { name: 'build', args: ['run', 'build'] },
  // Mutants are drawn from all examples, so that a new one changes them all: they are for whoever changes a rule.
  {
    name: 'oracle',
    args: [
      'run',
      'oracle:argo',
      '--',
      'corpus',
      'rules',
      'create',
      'when',
      'expr',
      'runs',
      '--mutants',
      '0',
    ],
  },
]

clearReports()
const results = []
for (const { name, args } of checks) {
  console.log(`\n== ${name}`)
  const started = Date.now()
  const status = await run('npm', args).catch(() => 1)
  const seconds = Math.round((Date.now() - started) / 1000)
  if (status === LEFT_OUT) console.log(`${name} is left out`)
  else results.push({ name, ok: status === 0, seconds })
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
