import { writeFile } from 'node:fs/promises'
import { isManifestKind, mainDocument, readManifest, templateIndex } from '../argo/index.ts'
import { LineIndex, err, ok, type Result } from '../base/index.ts'
import { EditorSession } from '../document/index.ts'
import { runCommand, type Refusal } from '../edit/index.ts'
import { locate, type YamlTree } from '../yaml/index.ts'
import { Misuse, type CliCommand, type ExitStatus, type Terminal } from './command-line.ts'
import { readSource } from './files.ts'
import { readFormat, readOptions } from './options.ts'

interface Call {
  readonly command: string
  readonly args: unknown
}

export const applyCommand: CliCommand = {
  name: 'apply',
  usage: 'apply FILE COMMANDS.json [--write] [--format text|json]',
  summary: 'run edit commands on a manifest and print the new text',
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      write: { type: 'boolean' },
      format: { type: 'string' },
    })
    const format = readFormat(values.format, ['text', 'json'])
    const [fileName, commandsName, ...rest] = positionals
    if (fileName === undefined || commandsName === undefined || rest.length > 0) {
      throw new Misuse(`usage: stepwright ${applyCommand.usage}`)
    }
    if (values.write === true && fileName === '-') throw new Misuse('--write needs a file.')
    if (fileName === '-' && commandsName === '-')
      throw new Misuse('Only one of the two can be standard input.')
    const file = await readSource(fileName, terminal)
    const calls = readCalls((await readSource(commandsName, terminal)).text, commandsName)
    const session = new EditorSession(file.text)
    for (const [index, call] of calls.entries()) {
      const result = runCall(session, call, index)
      if (!result.ok)
        return refuse(result.error, call, index, session.state.tree, fileName, format, terminal)
    }
    const { text } = session.state
    if (values.write === true) await writeFile(fileName, text)
    if (format === 'json') {
      terminal.out(
        `${JSON.stringify({ file: fileName, applied: calls.length, changed: text !== file.text, text })}\n`,
      )
    } else if (values.write !== true) terminal.out(text)
    return 0
  },
}

/** Runs one command on the session; `undo` and `redo` are commands too. */
function runCall(
  session: EditorSession,
  { command, args }: Call,
  time: number,
): Result<undefined, Refusal> {
  if (command === 'undo' || command === 'redo') {
    const done = command === 'undo' ? session.undo(time) : session.redo(time)
    return done ? ok(undefined) : err({ message: `There is nothing to ${command}.` })
  }
  const { tree } = session.state
  const broken = tree.problems.find(({ severity }) => severity === 'error')
  if (broken !== undefined) {
    const { line, column } = new LineIndex(tree.text).at(broken.range.from)
    return err({
      message: `The text does not parse (line ${String(line)}, column ${String(column)}): ${broken.message}`,
    })
  }
  const result = runCommand({ tree, document: documentOf(tree, args) }, command, args)
  if (!result.ok) return result
  session.dispatch({ changes: result.value.changes, userEvent: `command.${command}` }, time)
  return ok(undefined)
}

/** The document that has the template which the arguments name; else the first of Argo's. */
function documentOf(tree: YamlTree, args: unknown): number {
  const template =
    args !== null && typeof args === 'object' && 'template' in args ? args.template : undefined
  const found = tree.documents.findIndex((document) => {
    const manifest = readManifest(document)
    const named = typeof template === 'string' && templateIndex(manifest, template) !== undefined
    return isManifestKind(manifest.kind) && named
  })
  return found < 0 ? mainDocument(tree) : found
}

function readCalls(text: string, name: string): readonly Call[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Misuse(
      `${name} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.map((item, index) => {
    if (
      item === null ||
      typeof item !== 'object' ||
      !('command' in item) ||
      typeof item.command !== 'string'
    ) {
      throw new Misuse(`${name}: entry ${String(index)} is not {"command": …, "args": {…}}.`)
    }
    return { command: item.command, args: 'args' in item ? item.args : {} }
  })
}

function refuse(
  refusal: Refusal,
  call: Call,
  index: number,
  tree: YamlTree,
  file: string,
  format: string,
  terminal: Terminal,
): ExitStatus {
  const place = refusal.at === undefined ? undefined : locate(tree, refusal.at)
  const at = place === undefined ? undefined : new LineIndex(tree.text).at(place.start)
  if (format === 'json') {
    const refused = { command: call.command, index, message: refusal.message, ...at }
    terminal.out(`${JSON.stringify({ file, applied: index, refused })}\n`)
  }
  const where = at === undefined ? file : `${file}:${String(at.line)}:${String(at.column)}`
  terminal.error(
    `${where}: command ${String(index)} (${call.command}) was refused: ${refusal.message}\n`,
  )
  return 1
}
