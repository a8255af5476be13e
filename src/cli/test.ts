import { dirname, join } from 'node:path'
import { assertNever } from '../base/index.ts'
import { readTestFile, runTest, type ProvideSome } from '../simulate/index.ts'
import { parseTree } from '../yaml/index.ts'
import { Misuse, type CliCommand, type Terminal } from './command-line.ts'
import { readSources, refuseProblems } from './dry-run/read-inputs.ts'
import type { SourceFile } from './files.ts'
import { withScripts } from './dry-run/with-scripts.ts'
import { readFormat, readOptions } from './options.ts'
import { findTests, workflowPath } from './test/find-tests.ts'
import { formatResultsJson } from './test/format-json.ts'
import { formatJunit } from './test/format-junit.ts'
import { acceptInto } from './test/accept.ts'
import { formatResults, summaryOf } from './test/format-text.ts'
import { testDetails } from './test/help.ts'
import { countOf, type FileReport, type TimedResult } from './test/test-report.ts'

export const testCommand: CliCommand = {
  name: 'test',
  usage: 'test FILE… [--format text|json|junit] [--no-scripts] [--update]',
  summary: 'run the workflow tests of *.test.yaml files; `test --help` says more',
  details: testDetails,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      format: { type: 'string' },
      'no-scripts': { type: 'boolean' },
      update: { type: 'boolean' },
    })
    const format = readFormat(values.format, ['text', 'json', 'junit'])
    if (positionals.length === 0) throw new Misuse(`usage: stepwright ${testCommand.usage}`)
    const isUpdated = values.update === true
    if (isUpdated && positionals.includes('-'))
      throw new Misuse('--update writes files, which standard input is none of.')
    const files = await findTests(positionals, terminal)
    const isWanted = values['no-scripts'] !== true
    const reports = await withScripts(terminal, isWanted, async (scripts) => {
      const done: FileReport[] = []
      for (const file of files) {
        const report = await runFile(file, terminal, scripts)
        done.push(isUpdated ? await acceptInto(report) : report)
      }
      return done
    })
    switch (format) {
      case 'text':
        terminal.out(formatResults(reports))
        break
      case 'json':
        terminal.out(formatResultsJson(reports))
        break
      case 'junit':
        terminal.out(formatJunit(reports))
        break
      default:
        assertNever(format)
    }
    terminal.error(`${summaryOf(reports)}\n`)
    return countOf(reports, 'failed', 'refused') > 0 ? 1 : 0
  },
}

async function runFile(
  { name, text }: SourceFile,
  terminal: Terminal,
  scripts: ProvideSome | undefined,
): Promise<FileReport> {
  const tree = parseTree(text)
  const { file, problems } = readTestFile(tree)
  refuseProblems(name, tree, problems)
  const workflow = await workflowPath(name, file.workflow)
  const others = file.sources.map((source) => join(dirname(name), source))
  const sources = await readSources([workflow, ...others], terminal)
  const results: TimedResult[] = []
  for (const test of file.tests) {
    const begin = performance.now()
    const result = await runTest(test, file, sources, { scripts })
    results.push({ result, took: performance.now() - begin })
  }
  return { name, tree, results }
}
