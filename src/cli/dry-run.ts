import { documentToRun, dryRun, workflowOf, type DryRun } from '../simulate/index.ts'
import { Misuse, type CliCommand, type ExitStatus, type Terminal } from './command-line.ts'
import { formatEstimate } from './dry-run/format-estimate.ts'
import { formatLog } from './dry-run/format-log.ts'
import { formatTree } from './dry-run/format-tree.ts'
import { dryRunDetails } from './dry-run/help.ts'
import {
  readMockFiles,
  readNow,
  readParameters,
  readRunFiles,
  readSeed,
  readSources,
} from './dry-run/read-inputs.ts'
import { recordBeside } from './dry-run/record.ts'
import { withScripts } from './dry-run/with-scripts.ts'
import { readFormat, readOptions } from './options.ts'

export const dryRunCommand: CliCommand = {
  name: 'run',
  usage: 'run FILE [SOURCE…] [OPTIONS]',
  summary: 'dry-run a workflow as Argo would run it, without a cluster; `run --help` says more',
  details: dryRunDetails,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      mocks: { type: 'string', multiple: true },
      durations: { type: 'string', multiple: true },
      seed: { type: 'string' },
      param: { type: 'string', short: 'p', multiple: true },
      name: { type: 'string' },
      namespace: { type: 'string', short: 'n' },
      now: { type: 'string' },
      format: { type: 'string' },
      'no-scripts': { type: 'boolean' },
      record: { type: 'boolean' },
    })
    const format = readFormat(values.format, ['text', 'json'])
    const [file] = positionals
    if (file === undefined) throw new Misuse(`usage: stepwright ${dryRunCommand.usage}`)
    const { mocks = [], durations = [], name, namespace } = values
    if ([...positionals, ...mocks, ...durations].filter((word) => word === '-').length > 1)
      throw new Misuse('Only one of the files can be standard input.')
    if (values.record === true && file === '-') throw new Misuse('--record needs a file.')
    const sources = await readSources(positionals, terminal)
    const [first] = sources
    const options = {
      sources,
      document: first === undefined ? 0 : documentToRun(first.tree),
      parameters: readParameters(values.param ?? []),
      seed: readSeed(values.seed),
      now: readNow(values.now),
      ...(name === undefined ? {} : { name }),
      ...(namespace === undefined ? {} : { namespace }),
      mocks: await readMockFiles(mocks, terminal),
      timing: { said: [], runs: await readRunFiles(durations, terminal) },
    }
    const isWanted = values['no-scripts'] !== true
    const ran = await withScripts(terminal, isWanted, (scripts) => dryRun({ ...options, scripts }))
    if (!ran.ok) throw new Misuse(`${file} cannot be run: ${ran.error}`)
    if (format === 'json') terminal.out(`${JSON.stringify(workflowOf(ran.value.run), null, 2)}\n`)
    else {
      const { run } = ran.value
      terminal.out(formatLog(run) + formatTree(run) + formatEstimate(run, options.timing.runs))
    }
    if (values.record === true)
      await recordBeside(positionals, { ...ran.value, ...options }, terminal)
    return report(ran.value, terminal)
  },
}

/** Says on standard error what a run came to, what it takes for granted, and why it does not go on. */
function report({ run, problems }: DryRun, terminal: Terminal): ExitStatus {
  const reasons = [
    ...run.notes,
    ...run.stuck,
    ...run.waiting.map(
      ({ displayName }) => `${displayName} waits for a person: mock it with resume or reject.`,
    ),
    ...problems,
  ]
  for (const reason of reasons) terminal.error(`stepwright run: ${reason}\n`)
  const message = run.message === '' ? '' : `: ${run.message}`
  terminal.error(`${run.name}: ${run.phase}${message}\n`)
  return run.phase === 'Succeeded' ? 0 : 1
}
