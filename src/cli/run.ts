import { applyCommand } from './apply.ts'
import { Misuse, type CliCommand, type ExitStatus, type Terminal } from './command-line.ts'
import { dryRunCommand } from './dry-run.ts'
import { lintCommand } from './lint.ts'
import { reachCommand } from './reach.ts'
import { renderCommand } from './render.ts'
import { serveCommand } from './serve.ts'
import { testCommand } from './test.ts'

const commands: readonly CliCommand[] = [
  lintCommand,
  applyCommand,
  renderCommand,
  dryRunCommand,
  testCommand,
  reachCommand,
  serveCommand,
]

/** Runs the command line with the words after the program's name, and gives the exit status. */
export async function runCli(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...args] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(help())
    return name === undefined ? 2 : 0
  }
  const command = commands.find((one) => one.name === name)
  if (command === undefined) {
    terminal.error(`stepwright: there is no command ${name}.\n\n${help()}`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(commandHelp(command))
    return 0
  }
  try {
    return await command.run(args, terminal)
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    terminal.error(`stepwright ${name}: ${error.message}\n`)
    return 2
  }
}

function commandHelp({ usage, summary, details }: CliCommand): string {
  const more = details === undefined ? '' : `\n${details}`
  return `usage: stepwright ${usage}\n\n${summary}\n${more}`
}

function help(): string {
  const lines = commands.map(({ usage, summary }) => `  stepwright ${usage}\n      ${summary}`)
  return `Stepwright: a visual designer for Argo Workflows\n\n${lines.join('\n')}\n\nFILE may be - for standard input; lint takes folders too.\n`
}
