import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import {
  loadPython,
  type Interpreter,
  type Ran,
  type ScriptRun,
  type ScriptSource,
} from '../../src/simulate/index.ts'

/** What a run came to, with its log by streams and the text of the files. */
export interface RanScript extends Ran {
  readonly out: string
  readonly error: string
  readonly texts: Readonly<Record<string, string>>
}

/** How long loading a language may take where much else runs, in milliseconds. */
export const LOADING = 180_000

/** Loads the real Python into this thread: two seconds, so once for each file of tests. */
export function loadRealPython(
  more: Partial<Parameters<typeof loadPython>[0]> = {},
): Promise<Interpreter> {
  const folder = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))
  return loadPython({ folder: folder + sep, library: join(folder, 'python_stdlib.zip'), ...more })
}

/** A run of a body, with what tests do not care about filled in. */
export function scriptRun(source: string, more: Partial<ScriptRun> = {}): ScriptRun {
  return {
    language: 'python',
    source,
    args: [],
    env: {},
    files: [],
    outputs: [],
    seed: 1,
    now: Date.UTC(2030, 0, 2, 3, 4, 5),
    timeLimit: 60_000,
    memoryLimit: 256 * 1024 * 1024,
    ...more,
  }
}

/** Runs a body in an interpreter. */
export async function runScript(
  interpreter: Interpreter,
  source: string,
  more: Partial<ScriptRun> = {},
): Promise<RanScript> {
  const said = { stdout: '', stderr: '' }
  const write = (stream: ScriptSource, text: string): void => void (said[stream] += text)
  const ran = await interpreter.run(scriptRun(source, more), write)
  const texts = Object.fromEntries(
    ran.files.map(({ path, content }) => [path, new TextDecoder().decode(content)]),
  )
  return { ...ran, out: said.stdout, error: said.stderr, texts }
}
