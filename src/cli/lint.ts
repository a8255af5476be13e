import { assertNever } from '../base/index.ts'
import { parseTree } from '../yaml/index.ts'
import { isTestFile, isTestName } from '../simulate/index.ts'
import type { Severity } from '../validate/index.ts'
import { Misuse, type CliCommand, type ExitStatus, type Terminal } from './command-line.ts'
import { checkSet, holdsArgo, looksLikeArgo } from './lint/check-set.ts'
import type { CheckedFile, ParsedFile } from './lint/checked-file.ts'
import { withDeadBranches } from './lint/dead-branches.ts'
import { diffOf, fixSet, writeFixes } from './lint/fix-set.ts'
import { formatGithub } from './lint/format-github.ts'
import { formatJson } from './lint/format-json.ts'
import { formatSarif } from './lint/format-sarif.ts'
import { counted, formatText, summary } from './lint/format-text.ts'
import { gather, type Gathered } from './lint/gather.ts'
import { lintDetails } from './lint/help.ts'
import { formatRules } from './lint/list-rules.ts'
import { readRequest, type LintRequest } from './lint/request.ts'
import { severities } from './lint/words.ts'

export const lintCommand: CliCommand = {
  name: 'lint',
  usage: 'lint FILE… [OPTIONS]',
  summary: 'find the problems of files, folders and patterns, as one set; `lint --help` says more',
  details: lintDetails,
  async run(args, terminal) {
    const request = await readRequest(args, terminal, lintCommand.usage)
    if ('rules' in request) {
      terminal.out(formatRules(request.rules))
      return 0
    }
    const gathered = await gather(request.names, terminal)
    for (const failure of gathered.failures) terminal.error(`stepwright lint: ${failure}\n`)
    const files = chosenFiles(gathered, request)
    const left = gathered.files.length - files.length
    const found = await fixed(files, request, terminal)
    print(found, gathered.failures, left, request, terminal)
    if (gathered.failures.length > 0) return 2
    if (!request.skipsOthers && !files.some(mayBeChecked)) throw new Misuse(nothingFound(gathered))
    return statusOf(found, request)
  },
}

/** The files that are looked at: those that are named, and of others those with an object of Argo or with tests. */
function chosenFiles({ files }: Gathered, { skipsOthers }: LintRequest): readonly ParsedFile[] {
  return files.flatMap(({ name, text, isNamed }) => {
    const isWanted = (isNamed && !skipsOthers) || isTestName(name)
    if (!isWanted && !looksLikeArgo(text)) return []
    const tree = parseTree(text)
    return isWanted || mayHoldArgo(tree) ? [{ name, tree }] : []
  })
}

function mayBeChecked({ name, tree }: ParsedFile): boolean {
  return isTestFile(name, tree.documents[0]) || mayHoldArgo(tree)
}

/** Whether a file has an object of Argo, as far as it can be read. */
function mayHoldArgo(tree: ParsedFile['tree']): boolean {
  return holdsArgo(tree) || (tree.problems.length > 0 && looksLikeArgo(tree.text))
}

/** The files as they are after the fixes that are asked for, and what is wrong with them. */
async function fixed(
  files: readonly ParsedFile[],
  request: LintRequest,
  terminal: Terminal,
): Promise<readonly CheckedFile[]> {
  const { fixes, settings } = request
  if (fixes === 'none') return checked(files, request)
  const pairs = fixSet(files, settings)
  if (fixes === 'show') terminal.out(diffOf(pairs))
  else await writeFixes(pairs, terminal)
  return checked(
    pairs.map(({ after }) => after),
    request,
  )
}

function checked(
  files: readonly ParsedFile[],
  { settings, triesBranches }: LintRequest,
): readonly CheckedFile[] {
  const found = checkSet(files, settings)
  return triesBranches ? withDeadBranches(found, settings) : found
}

function print(
  checked: readonly CheckedFile[],
  failures: readonly string[],
  left: number,
  { format, fixes, names, least }: LintRequest,
  terminal: Terminal,
): void {
  const shown = checked.map((file) => ({
    ...file,
    problems: file.problems.filter(({ severity }) => isAtLeast(severity, least)),
  }))
  const isTaken = fixes === 'show' || (fixes === 'write' && names.includes('-'))
  switch (format) {
    case 'json':
      terminal.out(formatJson(shown))
      break
    case 'sarif':
      terminal.out(formatSarif(shown, failures))
      break
    case 'github':
      terminal.out(formatGithub(shown))
      break
    case 'text':
      if (isTaken) terminal.error(formatText(shown, false))
      else terminal.out(formatText(shown, terminal.hasColours))
      break
    default:
      assertNever(format)
  }
  terminal.error(`${summary(shown, left, fixes === 'none')}\n`)
}

function nothingFound({ files }: Gathered): string {
  const among = files.length === 0 ? 'There is' : `In ${counted(files.length, 'file')} there is`
  return `${among} no object of Argo to look at. Name other files, or give --skip-others if that is fine.`
}

function statusOf(checked: readonly CheckedFile[], { maxWarnings }: LintRequest): ExitStatus {
  const problems = checked.flatMap((file) => file.problems)
  const warnings = problems.filter(({ severity }) => severity === 'warning').length
  return problems.some(({ severity }) => severity === 'error') || warnings > maxWarnings ? 1 : 0
}

function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least)
}
