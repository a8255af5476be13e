import variant from '@jitl/quickjs-ng-wasmfile-release-sync'
import { newQuickJSWASMModuleFromVariant, type QuickJSWASMModule } from 'quickjs-emscripten-core'
import {
  KILLED,
  SCRIPT_PATH,
  type Interpreter,
  type Ran,
  type ScriptFailure,
  type ScriptRun,
  type ScriptSource,
} from '../scripts/script-run.ts'
import { VirtualClock, withClock } from '../scripts/virtual-clock.ts'
import { runGuest, type GuestEnd, type UncaughtError } from './guest.ts'
import { prepareSource, type SourceProblem } from './prepare-source.ts'

/**
 * Loads JavaScript: the engine QuickJS, with the part of Node that scripts of steps use. Each run has an engine of its own, which takes a few milliseconds.
 * @param interrupt set to 2 from another thread, it interrupts the run
 */
export async function loadJavaScript(interrupt?: Uint8Array): Promise<Interpreter> {
  const load = (): Promise<QuickJSWASMModule> => newQuickJSWASMModuleFromVariant(variant)
  let engine: QuickJSWASMModule | undefined = await load()

  const run = async (
    request: ScriptRun,
    write: (source: ScriptSource, text: string) => void,
  ): Promise<Ran> => {
    const clock = new VirtualClock(request.now)
    const prepared = prepareSource(request.source)
    if ('message' in prepared) {
      write('stderr', placeOf(request.source, prepared) + `SyntaxError: ${prepared.message}\n`)
      const message = `SyntaxError: ${prepared.message}`
      const failure = { kind: 'exception', message, line: prepared.line } as const
      return { exitCode: 1, files: [], elapsed: 0, failure }
    }
    engine ??= await load()
    const used = engine
    // What an engine of this module leaves behind when it does not end well is not known, so the next one gets a new module.
    engine = undefined
    const end = withClock(clock, () => attempt(used, prepared, request, clock, write, interrupt))
    const elapsed = Math.round(clock.elapsed)
    if ('kind' in end) {
      const exitCode = end.kind === 'exception' ? 1 : KILLED
      return { exitCode, files: [], elapsed, failure: end }
    }
    if (end.isClean) engine = used
    return { ...describeEnd(end, request, write), files: end.files, elapsed }
  }
  return { run }
}

function attempt(...values: Parameters<typeof runGuest>): GuestEnd | ScriptFailure {
  try {
    return runGuest(...values)
  } catch (error) {
    return crashed(error)
  } finally {
    values[5]?.fill(0)
  }
}

function describeEnd(
  { exitCode, error, isInterrupted }: GuestEnd,
  { source }: ScriptRun,
  write: (source: ScriptSource, text: string) => void,
): { exitCode: number; failure?: ScriptFailure } {
  if (error !== undefined) {
    const place = placeIn(error.stack)
    write(
      'stderr',
      `${place ? placeOf(source, place) : ''}${error.stack || `Uncaught ${error.message}`}\n`,
    )
    const failure = describeError(error, place?.line)
    return { exitCode: failure.kind === 'memory-limit' ? KILLED : 1, failure }
  }
  if (isInterrupted) {
    return { exitCode: 130, failure: { kind: 'exception', message: 'The script was interrupted.' } }
  }
  if (exitCode === undefined) return { exitCode: KILLED, failure: outOfMemory }
  const code = exitCode & 0xff
  if (code === 0) return { exitCode: 0 }
  const message = `The script ended with exit code ${code}.`
  return { exitCode: code, failure: { kind: 'exit', message } }
}

const outOfMemory: ScriptFailure = {
  kind: 'memory-limit',
  message: 'The script needs more memory than a dry run may have. Mock this step.',
}

function describeError(
  { name, message, missing }: UncaughtError,
  line: number | undefined,
): ScriptFailure {
  const where = line === undefined ? {} : { line }
  if (missing !== '') {
    const words = `The module ${missing} is not there in the dry run, which has a part of Node’s own modules only. Mock this step.`
    return { kind: 'missing-module', message: words, module: missing, ...where }
  }
  if (name === 'InternalError' && message === 'out of memory') return { ...outOfMemory, ...where }
  return { kind: 'exception', message: name === '' ? message : `${name}: ${message}`, ...where }
}

function crashed(error: unknown): ScriptFailure {
  const words = error instanceof Error ? error.message : String(error)
  if (/interrupted/.test(words))
    return { kind: 'exception', message: 'The script was interrupted.' }
  if (/call stack/i.test(words)) return { kind: 'exception', message: `RangeError: ${words}` }
  if (/out of memory|memory access/i.test(words)) return outOfMemory
  return { kind: 'broken', message: `The script crashed its engine: ${words} Mock this step.` }
}

/** The first place of a stack that lies in the script. */
function placeIn(stack: string): { line: number; column: number } | undefined {
  const [, line, column] = new RegExp(`${SCRIPT_PATH}:(\\d+):?(\\d+)?`).exec(stack) ?? []
  return line === undefined ? undefined : { line: Number(line), column: Number(column ?? 1) - 1 }
}

/** The place and the line of an error above its words, as Node prints them. */
function placeOf(source: string, { line, column }: Omit<SourceProblem, 'message'>): string {
  const text = source.split('\n')[line - 1] ?? ''
  return `${SCRIPT_PATH}:${line}\n${text}\n${' '.repeat(Math.min(column, text.length))}^\n\n`
}
