import { LineIndex } from '../base/index.ts'
import { checkTree, type Problem } from '../validate/index.ts'
import { lineEnd, lineStart, parseTree } from '../yaml/index.ts'
import { Misuse, type CliCommand } from './command-line.ts'
import { readSources, type SourceFile } from './files.ts'
import { readFormat, readOptions } from './options.ts'

/** A problem of a file, as `--format json` prints it. */
interface Finding {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly severity: Problem['severity']
  readonly code: string
  readonly message: string
  readonly path: string
}

export const lintCommand: CliCommand = {
  name: 'lint',
  usage: 'lint FILE… [--format text|json]',
  summary: 'find problems; exit status 1 when there is an error',
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, { format: { type: 'string' } })
    const format = readFormat(values.format, ['text', 'json'])
    if (positionals.length === 0) throw new Misuse(`usage: stepwright ${lintCommand.usage}`)
    const files = await readSources(positionals, terminal)
    const checked = files.map((file) => ({ file, findings: findingsOf(file) }))
    const findings = checked.flatMap((one) => one.findings)
    if (format === 'json') terminal.out(`${JSON.stringify(findings, null, 2)}\n`)
    else {
      for (const { file, findings: own } of checked)
        terminal.out(own.map((finding) => describe(finding, file)).join(''))
      terminal.error(`${summary(files.length, findings)}\n`)
    }
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

function findingsOf({ name, text }: SourceFile): readonly Finding[] {
  const lines = new LineIndex(text)
  return checkTree(parseTree(text)).map(({ range, severity, code, message, path }) => ({
    file: name,
    ...lines.at(range.from),
    severity,
    code,
    message,
    path: path.map(String).join('.'),
  }))
}

/** A finding for people: place, message, the line and a marker under it. */
function describe(
  { file, line, column, severity, code, message }: Finding,
  { text }: SourceFile,
): string {
  const start = new LineIndex(text).lineStart(line)
  const source = text.slice(lineStart(text, start), lineEnd(text, start)).replace('\uFEFF', '')
  const shown = source.length > 160 ? `${source.slice(0, 159)}…` : source
  const marker =
    column <= shown.length + 1 ? `${shown.slice(0, column - 1).replaceAll(/[^\t]/g, ' ')}^` : ''
  const head = `${file}:${String(line)}:${String(column)}: ${severity}: ${message} [${code}]`
  return `${[head, `    ${shown}`, `    ${marker}`].join('\n')}\n`
}

function summary(files: number, findings: readonly Finding[]): string {
  const count = (severity: Problem['severity'], word: string): string => {
    const number = findings.filter((finding) => finding.severity === severity).length
    return `${String(number)} ${word}${number === 1 ? '' : 's'}`
  }
  return `${String(files)} file${files === 1 ? '' : 's'}: ${count('error', 'error')}, ${count('warning', 'warning')}`
}
