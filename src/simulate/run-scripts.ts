import type { JsonObject } from '../yaml/index.ts'
import { listIn, objectIn, objectsIn, textIn } from './engine/json.ts'
import type { ArtifactContent, LogLine, Outcome, OutcomeRequest } from './outcome.ts'
import { exitMessage } from './placeholder/endings.ts'
import { DEFAULT_DURATION } from './placeholder/placeholder.ts'
import type { ProvideSome } from './provide.ts'
import { scriptCommand, type ScriptCommand } from './scripts/script-command.ts'
import type { ScriptFailure, ScriptFile, ScriptLog, ScriptResult } from './scripts/script-run.ts'
import type { ScriptRunner } from './scripts/script-runner.ts'

/** What a script may take. */
export interface ScriptLimits {
  /** Milliseconds of the real clock; 60 s unless told. */
  readonly time?: number
  /** Bytes; 512 MB unless told. */
  readonly memory?: number
}

/** Argo keeps no more of a result than this, in bytes: the end of it (`CaptureScriptResult`). */
const LONGEST_RESULT = 256 * 1024

/**
 * Says how the scripts of a run end by running them: those whose language a runner has. Nothing of all others. What a script writes to
 * standard output is its result, files at the paths of output parameters and artifacts are its outputs. It takes a second in the time of the
 * run, or as long as it slept.
 */
export function scriptOutcomes(runner: ScriptRunner, limits: ScriptLimits = {}): ProvideSome {
  return (request, signal) => {
    const script = objectIn(request.template, 'script')
    const command = script && commandOf(script)
    if (script === undefined || command?.canRun !== true) return undefined
    const { time = 60_000, memory = 512 * 2 ** 20 } = limits
    const order = {
      language: command.language,
      source: command.source,
      args: command.args,
      env: environment(script),
      workingDir: textIn(script, 'workingDir') ?? '/',
      files: inputFiles(request),
      outputs: outputPaths(request.template),
      seed: request.seed,
      now: request.now,
      timeLimit: time,
      memoryLimit: memory,
    }
    return runner.run(order, { signal }).then((result) => outcomeOf(request, result))
  }
}

function commandOf(script: JsonObject): ScriptCommand {
  return scriptCommand({
    command: listIn(script, 'command').filter((word) => typeof word === 'string'),
    args: listIn(script, 'args').filter((word) => typeof word === 'string'),
    image: textIn(script, 'image'),
    source: textIn(script, 'source') ?? '',
  })
}

function environment(script: JsonObject): Readonly<Record<string, string>> {
  return Object.fromEntries(
    objectsIn(script, 'env').flatMap((variable) => {
      const name = textIn(variable, 'name')
      return name === undefined || 'valueFrom' in variable
        ? []
        : [[name, textIn(variable, 'value') ?? ''] as const]
    }),
  )
}

function inputFiles({ template, artifacts }: OutcomeRequest): readonly ScriptFile[] {
  return objectsIn(objectIn(template, 'inputs'), 'artifacts').flatMap((artifact) => {
    const name = textIn(artifact, 'name') ?? ''
    const path = textIn(artifact, 'path')
    const content = Object.hasOwn(artifacts, name) ? artifacts[name] : undefined
    if (path === undefined || content === undefined) return []
    if (content.kind === 'file') return [{ path, content: content.bytes }]
    const folder = path.replace(/\/+$/, '')
    return content.files.map((file) => ({ path: `${folder}/${file.path}`, content: file.bytes }))
  })
}

interface OutputPath {
  readonly name: string
  readonly path: string
}

function parameterPaths(template: JsonObject): readonly OutputPath[] {
  return objectsIn(objectIn(template, 'outputs'), 'parameters').flatMap((parameter) => {
    const name = textIn(parameter, 'name')
    const path = textIn(objectIn(parameter, 'valueFrom'), 'path')
    return name === undefined || path === undefined ? [] : [{ name, path }]
  })
}

function artifactPaths(template: JsonObject): readonly OutputPath[] {
  return objectsIn(objectIn(template, 'outputs'), 'artifacts').flatMap((artifact) => {
    const name = textIn(artifact, 'name')
    const path = textIn(artifact, 'path')
    return name === undefined || path === undefined ? [] : [{ name, path }]
  })
}

function outputPaths(template: JsonObject): readonly string[] {
  const all = [...parameterPaths(template), ...artifactPaths(template)]
  return [...new Set(all.map(({ path }) => path))]
}

function outcomeOf({ template }: OutcomeRequest, result: ScriptResult): Outcome {
  const { exitCode, failure, files, log, elapsed, took } = result
  const parameters = parameterPaths(template).flatMap(({ name, path }) => {
    const file = files.find((one) => one.path === path)
    return file === undefined ? [] : [[name, withoutLastBreak(decoded(file.content))] as const]
  })
  const artifacts = artifactPaths(template).flatMap(({ name, path }) => {
    const content = contentAt(path, files)
    return content === undefined ? [] : [[name, content] as const]
  })
  return {
    phase: exitCode === 0 ? 'Succeeded' : 'Failed',
    ...(exitCode === 0 ? {} : { message: failureMessage(template, exitCode, failure) }),
    exitCode,
    result: resultOf(log),
    parameters: Object.fromEntries(parameters),
    artifacts: Object.fromEntries(artifacts),
    duration: Math.max(DEFAULT_DURATION, elapsed),
    ...(elapsed > DEFAULT_DURATION ? { durationFrom: 'script' } : {}),
    log: [...linesOf(log), ...failureLines(failure)],
    isInvented: false,
    took,
  }
}

/** Argo's words; behind them why, where that is a matter of the dry run and of no cluster. */
function failureMessage(
  template: JsonObject,
  exitCode: number,
  failure: ScriptFailure | undefined,
): string {
  const message = exitMessage(template, exitCode) ?? ''
  const isOwn = failure === undefined || failure.kind === 'exception' || failure.kind === 'exit'
  return isOwn ? message : `${message}: ${failure.message}`
}

/** Where in the body it went wrong, for those who read the log. */
function failureLines(failure: ScriptFailure | undefined): readonly LogLine[] {
  if (failure === undefined) return []
  const place = failure.line === undefined ? '' : `Line ${String(failure.line)}: `
  return [{ source: 'run', text: place + failure.message }]
}

/** The bytes of a file, or those of the files of a folder. */
function contentAt(path: string, files: readonly ScriptFile[]): ArtifactContent | undefined {
  const file = files.find((one) => one.path === path)
  if (file !== undefined) return { kind: 'file', bytes: file.content }
  const folder = `${path.replace(/\/+$/, '')}/`
  const inside = files
    .filter((one) => one.path.startsWith(folder))
    .map((one) => ({ path: one.path.slice(folder.length), bytes: one.content }))
  return inside.length === 0 ? undefined : { kind: 'folder', files: inside }
}

/** What was written to standard output, without the last line break; of what is too long the end. */
function resultOf(log: readonly ScriptLog[]): string {
  const written = log.flatMap(({ source, text }) => (source === 'stdout' ? [text] : [])).join('')
  const result = withoutLastBreak(written)
  const bytes = new TextEncoder().encode(result)
  return bytes.length <= LONGEST_RESULT ? result : decoded(bytes.slice(-LONGEST_RESULT))
}

function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

/** Whole lines of each stream, one entry for those that follow one another: what was written may come in pieces of lines. */
function linesOf(log: readonly ScriptLog[]): readonly LogLine[] {
  const lines: { source: LogLine['source']; text: string }[] = []
  const rest = { stdout: '', stderr: '' }
  const add = (source: ScriptLog['source'], text: string): void => {
    const last = lines.at(-1)
    if (last?.source === source) last.text += `\n${text}`
    else lines.push({ source, text })
  }
  for (const { source, text } of log) {
    const parts = (rest[source] + text).split('\n')
    rest[source] = parts.pop() ?? ''
    for (const part of parts) add(source, part)
  }
  for (const source of ['stdout', 'stderr'] as const)
    if (rest[source] !== '') add(source, rest[source])
  return lines
}
