import { scriptLanguage } from '../../src/argo/index.ts'
import type {
  ArtifactContent,
  LogLine,
  Outcome,
  OutcomeRequest,
  ScriptFile,
  ScriptLog,
  ScriptResult,
  ScriptRun,
} from '../../src/simulate/index.ts'
import { isJsonArray, type JsonValue } from '../../src/yaml/index.ts'
import { mapsOf, objectOf, textOf } from './values.ts'

/** How long a script may take, in milliseconds of the clock on the wall. */
const TIME_LIMIT = 60_000
/** How much memory it may have, in bytes. */
const MEMORY_LIMIT = 1_000_000_000
/** What a step takes at least, in milliseconds of the run's own time: as much as one that does not really run. */
const LEAST_DURATION = 1000

/** The script of a step as it is run; nothing if it cannot be run here. */
export function scriptRunOf({
  template,
  artifacts,
  seed,
  now,
}: OutcomeRequest): ScriptRun | undefined {
  const script = objectOf(template['script'])
  const source = script['source']
  const command = textsOf(script['command'])
  const image = textOf(script['image'])
  if (typeof source !== 'string' || scriptLanguage({ command, image }) !== 'python')
    return undefined
  const outputs = objectOf(template['outputs'])
  return {
    language: 'python',
    source,
    args: [],
    env: Object.fromEntries(
      mapsOf(script['env']).flatMap(({ name, value }) =>
        typeof name === 'string' && value !== undefined ? [[name, textOf(value)] as const] : [],
      ),
    ),
    files: mapsOf(objectOf(template['inputs'])['artifacts']).flatMap(({ name, path }) => {
      const content = artifacts[textOf(name)]
      return content === undefined || typeof path !== 'string' ? [] : filesOf(path, content)
    }),
    outputs: [
      ...mapsOf(outputs['parameters']).map(({ valueFrom }) => objectOf(valueFrom)['path']),
      ...mapsOf(outputs['artifacts']).map(({ path }) => path),
    ].filter((path) => typeof path === 'string'),
    seed,
    now,
    timeLimit: TIME_LIMIT,
    memoryLimit: MEMORY_LIMIT,
  }
}

/** What became of a script, as Argo's executor reports it: of standard output and of each file one line feed at the end is left out. */
export function outcomeOfScript(
  { template, needsResult }: OutcomeRequest,
  { exitCode, log, files, failure, elapsed, took }: ScriptResult,
): Outcome {
  const outputs = objectOf(template['outputs'])
  const isGood = exitCode === 0
  const written = log
    .filter(({ source }) => source === 'stdout')
    .map(({ text }) => text)
    .join('')
  const lines: readonly LogLine[] = [
    ...joined(log),
    ...(failure === undefined ? [] : [{ source: 'run' as const, text: failureWords(failure) }]),
  ]
  return {
    phase: isGood ? 'Succeeded' : 'Failed',
    ...(isGood ? {} : { message: `main: Error (exit code ${String(exitCode)})` }),
    exitCode,
    ...(needsResult ? { result: trimmed(written) } : {}),
    parameters: Object.fromEntries(
      mapsOf(outputs['parameters']).flatMap(({ name, valueFrom }) => {
        const file = files.find(({ path }) => path === objectOf(valueFrom)['path'])
        return file === undefined ? [] : [[textOf(name), trimmed(decode(file))] as const]
      }),
    ),
    artifacts: Object.fromEntries(
      mapsOf(outputs['artifacts']).flatMap(({ name, path }) => {
        const content = contentAt(textOf(path), files)
        return content === undefined ? [] : [[textOf(name), content] as const]
      }),
    ),
    duration: Math.max(LEAST_DURATION, Math.round(elapsed)),
    log: lines,
    isInvented: false,
    took,
  }
}

/** Pieces of one stream that follow each other as one: a piece may end in the middle of a line. */
function joined(log: readonly ScriptLog[]): readonly LogLine[] {
  const lines: LogLine[] = []
  for (const { source, text } of log) {
    const last = lines.at(-1)
    if (last?.source === source) lines[lines.length - 1] = { source, text: last.text + text }
    else lines.push({ source, text })
  }
  return lines
}

function failureWords({ message, line }: { readonly message: string; readonly line?: number }) {
  return line === undefined ? message : `Line ${String(line)} of the script: ${message}`
}

function filesOf(path: string, content: ArtifactContent): readonly ScriptFile[] {
  if (content.kind === 'file') return [{ path, content: content.bytes }]
  const folder = path.replace(/\/$/, '')
  return content.files.map((file) => ({ path: `${folder}/${file.path}`, content: file.bytes }))
}

function contentAt(path: string, files: readonly ScriptFile[]): ArtifactContent | undefined {
  const file = files.find((each) => each.path === path)
  if (file !== undefined) return { kind: 'file', bytes: file.content }
  const folder = `${path.replace(/\/$/, '')}/`
  const inside = files.filter((each) => each.path.startsWith(folder))
  return inside.length === 0
    ? undefined
    : {
        kind: 'folder',
        files: inside.map((each) => ({
          path: each.path.slice(folder.length),
          bytes: each.content,
        })),
      }
}

function decode({ content }: ScriptFile): string {
  return new TextDecoder().decode(content)
}

function trimmed(text: string): string {
  return text.replace(/\n$/, '')
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonArray(value) ? value.map(textOf) : []
}
