import {
  Scope,
  type JSModuleLoadResult,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'
import { randomNumbers } from '../engine/chance.ts'
import { EVERYWHERE, SCRIPT_PATH, type ScriptFile, type ScriptRun } from '../scripts/script-run.ts'
import type { VirtualClock } from '../scripts/virtual-clock.ts'
import { guestFiles } from './guest-files.ts'
import { guestNode } from './guest-node.ts'
import { guestValues } from './guest-values.ts'
import type { PreparedSource } from './prepare-source.ts'

/** An error that ended a script. */
export interface UncaughtError {
  readonly name: string
  readonly message: string
  /** The title and the places, without those of our own. */
  readonly stack: string
  /** The module that is not there. */
  readonly missing: string
}

/** How a script of the guest ended. */
export interface GuestEnd {
  readonly exitCode: number | undefined
  readonly error: UncaughtError | undefined
  /** Whether it was interrupted from outside. */
  readonly isInterrupted: boolean
  readonly files: readonly ScriptFile[]
  /** Whether the engine was put away as it should be; one that was cut short cannot be. */
  readonly isClean: boolean
}

type Write = (source: 'stdout' | 'stderr', text: string) => void

/** How deep calls may go, in bytes of the engine: about 1,200 calls. Its calls are calls of the browser, whose stack has to last longer. */
const STACK = 192 * 1024

/**
 * Runs a script in an engine of its own and gives how it ended. What the engine shares with the outside is a handful of functions, and text and bytes that go
 * through them.
 */
export function runGuest(
  engine: QuickJSWASMModule,
  source: PreparedSource,
  request: ScriptRun,
  clock: VirtualClock,
  write: Write,
  interrupt: Uint8Array | undefined,
): GuestEnd {
  const state: { exit: number | undefined; error: UncaughtError | undefined; stop: boolean } = {
    exit: undefined,
    error: undefined,
    stop: false,
  }
  const scope = new Scope()
  const runtime = scope.manage(engine.newRuntime())
  runtime.setMemoryLimit(request.memoryLimit)
  runtime.setMaxStackSize(STACK)
  const isInterrupted = (): boolean => interrupt?.[0] === 2
  runtime.setInterruptHandler(() => state.stop || isInterrupted())
  const context = scope.manage(runtime.newContext())
  const random = randomNumbers(request.seed)
  const door = scope.manage(context.newObject())
  const offer = (
    name: string,
    answer: (...values: (QuickJSHandle | undefined)[]) => QuickJSHandle | undefined,
  ) => context.newFunction(name, answer).consume((handle) => context.setProp(door, name, handle))
  const text = (handle: QuickJSHandle | undefined): string =>
    handle === undefined ? '' : context.getString(handle)
  const number = (handle: QuickJSHandle | undefined): number =>
    handle === undefined ? 0 : context.getNumber(handle)
  offer('write', (stream, said) => {
    write(number(stream) === 2 ? 'stderr' : 'stdout', text(said))
    return undefined
  })
  offer('encode', (said) => context.newArrayBuffer(new TextEncoder().encode(text(said)).buffer))
  offer('decode', (bytes) => context.newString(bytes ? textOf(context, bytes) : ''))
  offer('random', () => context.newNumber(random()))
  offer('uptime', () => context.newNumber(clock.uptime()))
  offer('advance', (time) => {
    clock.advance(number(time))
    return undefined
  })
  offer('exit', (code) => {
    state.exit = number(code)
    state.stop = true
    return undefined
  })
  offer('fail', (name, message, stack, missing) => {
    state.error = {
      name: text(name),
      message: text(message),
      stack: text(stack),
      missing: text(missing),
    }
    state.stop = true
    return undefined
  })
  const guest = new Guest(context, scope, door)
  runtime.setModuleLoader(
    (name) => guest.moduleSource(name),
    (_, name) => name,
  )
  for (const { path, content } of request.files) guest.put(path, content)
  guest.put(SCRIPT_PATH, new TextEncoder().encode(request.source))
  guest.prepare(request)
  clock.restart()
  guest.run(source, () => state.stop || isInterrupted())
  const wasInterrupted = isInterrupted()
  state.stop = false
  // Collecting files is no part of the run.
  interrupt?.fill(0)
  const files = guest.collect(request.outputs)
  const isClean = state.exit === 0 && state.error === undefined && !wasInterrupted
  if (isClean) scope.dispose()
  return { exitCode: state.exit, error: state.error, isInterrupted: wasInterrupted, isClean, files }
}

function textOf(context: QuickJSContext, bytes: QuickJSHandle): string {
  return context.getArrayBuffer(bytes).consume(({ value }) => new TextDecoder().decode(value))
}

/** What stands between a script and the outside, inside of the engine. */
class Guest {
  readonly #context: QuickJSContext
  readonly #scope: Scope
  readonly #api: QuickJSHandle

  constructor(context: QuickJSContext, scope: Scope, door: QuickJSHandle) {
    this.#context = context
    this.#scope = scope
    const code = `(function (host) {${guestValues}${guestFiles}${guestNode}})`
    const make = scope.manage(context.unwrapResult(context.evalCode(code, 'node:internal')))
    this.#api = scope.manage(
      context.unwrapResult(context.callFunction(make, context.undefined, door)),
    )
  }

  put(path: string, content: Uint8Array): void {
    const copy = content.slice().buffer
    this.#call('put', this.#text(path), this.#scope.manage(this.#context.newArrayBuffer(copy)))
  }

  prepare({ args, env, workingDir = '/' }: ScriptRun): void {
    const said = { args, workingDir, env: { ...EVERYWHERE, ...env }, script: SCRIPT_PATH }
    this.#call('prepare', this.#text(JSON.stringify(said)))
  }

  /** Runs the script and what it leaves to be done later, until nothing is left or it is told to stop. */
  run({ isModule, code }: PreparedSource, isStopped: () => boolean): void {
    const context = this.#context
    const body = `__begin(function (exports, require, module, __filename, __dirname) {${code}\n})`
    const result = isModule
      ? context.evalCode(code, SCRIPT_PATH, { type: 'module' })
      : context.evalCode(body, SCRIPT_PATH)
    if (result.error) this.#tell(this.#scope.manage(result.error), isStopped)
    // A module gives a promise.
    else this.#call('watch', this.#scope.manage(result.value))
    do {
      this.#doJobs(isStopped)
    } while (!isStopped() && (this.#asks('goOn') || this.#asks('end')))
    if (!isStopped()) this.#call('leave')
  }

  collect(paths: readonly string[]): ScriptFile[] {
    const context = this.#context
    const found = this.#call('found', this.#text(JSON.stringify(paths)))
    const names: unknown = found && JSON.parse(context.getString(found))
    if (!Array.isArray(names)) return []
    return names
      .filter((name) => typeof name === 'string')
      .flatMap((path) => {
        const bytes = this.#call('take', this.#text(path))
        if (bytes === undefined) return []
        const content = context.getArrayBuffer(bytes).consume(({ value }) => value.slice())
        return { path, content }
      })
  }

  /** The text of a module that gives on what `require` gives. */
  moduleSource(name: string): JSModuleLoadResult {
    const handle = this.#call('namesOf', this.#text(name))
    const names = handle ? this.#context.getString(handle) : ''
    if (names === '') {
      const error = this.#call('missing', this.#text(name))
      return { error: error?.dup() ?? new Error(`Cannot find package '${name}'`) }
    }
    const all: unknown = JSON.parse(names)
    const list = Array.isArray(all) ? all.join(', ') : ''
    return `const module = __moduleOf(${JSON.stringify(name)})\nexport default module\nexport const { ${list} } = module`
  }

  #doJobs(isStopped: () => boolean): void {
    for (;;) {
      const result = this.#context.runtime.executePendingJobs()
      if (!result.error) return
      this.#tell(this.#scope.manage(result.error), isStopped)
      if (isStopped()) return
    }
  }

  #asks(name: string): boolean {
    const answer = this.#call(name)
    return answer !== undefined && this.#context.dump(answer) === true
  }

  /** An error that came out of the engine is told to what runs inside, which says it to the outside. */
  #tell(error: QuickJSHandle, isStopped: () => boolean): void {
    if (!isStopped()) this.#call('uncaught', error)
  }

  /** Calls a function of the guest; nothing if it was interrupted. */
  #call(name: string, ...values: QuickJSHandle[]): QuickJSHandle | undefined {
    const own = this.#scope.manage(this.#context.getProp(this.#api, name))
    const result = this.#context.callFunction(own, this.#context.undefined, ...values)
    if (!result.error) return this.#scope.manage(result.value)
    result.error.dispose()
    return undefined
  }

  #text(text: string): QuickJSHandle {
    return this.#scope.manage(this.#context.newString(text))
  }
}
