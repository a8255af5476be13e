import { KILLED, type ScriptFailure } from '../scripts/script-run.ts'
import type { World } from './world.ts'

/** How a run ended, as a container would show it. */
export interface Outcome {
  readonly exitCode: number
  readonly failure?: ScriptFailure
}

/**
 * How a run ended.
 * @param said the five lines of the prelude's function; anything else is a crash, or the end of one that called `os._exit`
 */
export function describeOutcome(said: unknown, world: World): Outcome {
  if (world.exited !== undefined) return ended(world.exited & 0xff)
  if (isPythonError(said)) return unfinished(said)
  if (typeof said !== 'string') return crashed(said, world)
  const [exit, kind, line, module, ...message] = said.split('\n')
  const exitCode = Number(exit)
  const where = line === '' ? {} : { line: Number(line) }
  const text = message.join('\n')
  if (kind === 'exit') return ended(exitCode, where, text)
  if (kind === '' || kind === undefined) return { exitCode }
  if (kind === 'memory' && world.isOutOfMemory) return outOfMemory(where)
  if (module !== undefined && module !== '') {
    const failure = { kind: 'missing-module', message: missing(module), module, ...where } as const
    return { exitCode, failure }
  }
  return { exitCode, failure: { kind: 'exception', message: text, ...where } }
}

/** Whether an error is an exception of Python that came through, of which Pyodide says the type; others are crashes. */
export function isPythonError(error: unknown): error is Error & { readonly type: string } {
  return error instanceof Error && 'type' in error && typeof error.type === 'string'
}

/** An exception outside of the body: an interrupt that came before it began, or a stream that cannot be written to any more. */
function unfinished({ type }: { readonly type: string }): Outcome {
  const exitCode = type === 'KeyboardInterrupt' ? 130 : 1
  return { exitCode, failure: { kind: 'exception', message: `${type}: the script did not end.` } }
}

function ended(exitCode: number, where: { line?: number } = {}, said = ''): Outcome {
  if (exitCode === 0) return { exitCode }
  const message = said === '' ? `The script ended with exit code ${exitCode}.` : said
  return { exitCode, failure: { kind: 'exit', message, ...where } }
}

function outOfMemory(where: { line?: number } = {}): Outcome {
  const message = 'The script needs more memory than a dry run may have. Mock this step.'
  return { exitCode: KILLED, failure: { kind: 'memory-limit', message, ...where } }
}

function crashed(error: unknown, world: World): Outcome {
  if (world.isOutOfMemory) return outOfMemory()
  const message = `Python crashed: ${error instanceof Error ? error.message : String(error)}. Mock this step.`
  return { exitCode: KILLED, failure: { kind: 'broken', message } }
}

function missing(module: string): string {
  return `The module ${module} is not there in the dry run, which has Python's standard library only. Mock this step.`
}
