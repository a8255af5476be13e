import createPyodideModule from 'pyodide/pyodide.asm.mjs'
import { loadPyodide, version } from 'pyodide'
import {
  EVERYWHERE,
  SCRIPT_PATH,
  type Interpreter,
  type Ran,
  type ScriptRun,
  type ScriptSource,
} from '../scripts/script-run.ts'
import { withClock } from '../scripts/virtual-clock.ts'
import { givenObjects, keepState } from './kept-state.ts'
import { bytesOf, isMachine, type Machine } from './machine.ts'
import { describeOutcome, isPythonError } from './outcome.ts'
import { KNOWN, prelude } from './prelude.ts'
import { collectFiles, layFiles } from './run-files.ts'
import { isImports, World } from './world.ts'

/** Where Python comes from, and what stops it. */
export interface PythonSource {
  /** The folder of Pyodide's files, with a slash at its end: a URL in a browser, a path under Node. The machine is fetched from there. */
  readonly folder: string
  /** The standard library: a URL or a path. */
  readonly library: string
  /** Set to 2 from another thread, it interrupts the run. */
  readonly interrupt?: Uint8Array
  /** Python's memory from when it was loaded before, by the same version of Pyodide: what it does at its start is not done again, which is most of the time. */
  readonly memory?: Uint8Array
  /** Is given Python's memory for the next time, if there was none. */
  readonly onMemory?: (memory: Uint8Array) => void
}

type Write = (source: ScriptSource, text: string) => void

/** How much more than at its start an interpreter may hold when a run is over, in bytes: memory never shrinks. */
const SPARE = 96 * 1024 * 1024

/**
 * Loads Python: Pyodide's CPython with its standard library. It takes about two seconds and 180 MB. Runs know nothing of each other: all that Python holds
 * is put back as it was behind each. Throws if a part cannot be had.
 */
export async function loadPython(source: PythonSource): Promise<Interpreter> {
  const world = new World()
  const { machine, runScript, listen } = await start(source, world)
  const size = machine.HEAPU8.length
  const restore = keepState(machine)

  const run = (request: ScriptRun, write: Write): Ran => {
    world.begin(request.now, request.seed, request.memoryLimit)
    const stopListening = listen(write)
    layFiles(machine.FS, request.files)
    machine.FS.mkdirTree(SCRIPT_PATH.slice(0, SCRIPT_PATH.lastIndexOf('/')))
    machine.FS.writeFile(SCRIPT_PATH, new TextEncoder().encode(request.source))
    let isCrashed = false
    let said: unknown
    try {
      said = withClock(world.clock, () => runScript(ask(request)))
    } catch (error) {
      isCrashed = !isPythonError(error)
      said = error
    }
    stopListening()
    const outcome = describeOutcome(said, world)
    const files =
      isCrashed && world.exited === undefined ? [] : collectFiles(machine.FS, request.outputs)
    const isWorn = isCrashed || machine.HEAPU8.length > size + SPARE
    if (!isWorn) restore()
    return { ...outcome, files, elapsed: world.clock.elapsed, isWorn }
  }
  return { run }
}

function ask({ source, args, env, seed, workingDir = '/' }: ScriptRun): string {
  return JSON.stringify({ source, args, seed, workingDir, env: { ...EVERYWHERE, ...env } })
}

interface Started {
  readonly machine: Machine
  readonly runScript: (request: string) => unknown
  /** Sends what the streams get to a function, until the function that it gives is called. */
  readonly listen: (write: Write) => () => void
}

async function start(
  { folder, library, interrupt, memory, onMemory }: PythonSource,
  world: World,
): Promise<Started> {
  let module: unknown
  const pyodide = await loadPyodide({
    indexURL: folder,
    stdLibURL: library,
    // There are no packages.
    lockFileContents: {
      info: {
        arch: 'wasm32',
        platform: 'emscripten',
        version,
        abi_version: '2026_0',
        python: '3.14',
      },
      packages: {},
    },
    // Sets have the same order in every run.
    env: { ...EVERYWHERE, PYTHONHASHSEED: '0' },
    stdin: () => null,
    jsglobals: nothing(),
    ...(memory && { _loadSnapshot: memory }),
    _makeSnapshot: memory === undefined && onMemory !== undefined,
    enableRunUntilComplete: false,
    createPyodideModule: async (settings) => {
      const { instantiateWasm } = settings
      const created = await createPyodideModule({
        ...settings,
        instantiateWasm: (imports, onStarted) => {
          let bytes = (): Uint8Array => new Uint8Array()
          const env: unknown = imports['env']
          if (isImports(env)) world.replaceImports(env, () => bytes())
          instantiateWasm?.(imports, (instance, compiled) => {
            const { exports } = instance
            bytes = () => bytesOf(exports['memory'])
            onStarted(instance, compiled)
          })
        },
      })
      module = created
      return created
    },
  })
  if (!isMachine(module)) throw new Error('This version of Pyodide is not known.')
  if (memory === undefined && onMemory) {
    pyodide.runPython(`import ${KNOWN}`)
    onMemory(pyodide.makeMemorySnapshot())
  }
  let write: Write = () => {}
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() }
  const take = (source: ScriptSource) => (bytes: Uint8Array) => {
    write(source, decoders[source].decode(bytes, { stream: true }))
    return bytes.length
  }
  pyodide.setStdout({ write: take('stdout'), isatty: false })
  pyodide.setStderr({ write: take('stderr'), isatty: false })
  if (interrupt) pyodide.setInterruptBuffer(interrupt)
  const runScript: unknown = pyodide.runPython(prelude, { filename: '<dry run>' })
  if (typeof runScript !== 'function') throw new Error('Python could not be prepared.')
  // What is held of JavaScript leads nowhere any more, however a script comes to it.
  const machine = module
  givenObjects(machine).forEach((object, index) => {
    if (object !== null) machine.__hiwire_set(index, nothing())
  })
  return {
    machine,
    runScript: (request): unknown => Reflect.apply(runScript, undefined, [request]),
    listen: (to) => {
      write = to
      return () => {
        for (const source of ['stdout', 'stderr'] as const) {
          const rest = decoders[source].decode()
          if (rest !== '') to(source, rest)
        }
        write = () => {}
      }
    },
  }
}

function nothing(): object {
  const empty = {}
  Reflect.setPrototypeOf(empty, null)
  return Object.freeze(empty)
}
