import { seededBytes } from '../scripts/seeded-bytes.ts'
import { VirtualClock } from '../scripts/virtual-clock.ts'

type Import = ((...args: never[]) => unknown) & { sig?: string }

/** The functions that the machine of Pyodide calls of its host, by name. */
export type Imports = Record<string, unknown>

/**
 * What Python finds outside of itself: time, chance, memory, and no way out. The functions that its machine calls are put in place of Emscripten's
 * before it starts. Under Node some of those would start real programs and open real connections.
 */
export class World {
  clock: VirtualClock = new VirtualClock(0)
  /** What a run called `os._exit` with. */
  exited: number | undefined
  /** Whether memory was refused since the run began. */
  isOutOfMemory = false
  #memoryLimit = Infinity
  #fill = seededBytes(0)
  #bytes: () => Uint8Array = () => new Uint8Array()

  /** Makes the world of a run. */
  begin(now: number, seed: number, memoryLimit: number): void {
    this.clock = new VirtualClock(now)
    this.exited = undefined
    this.isOutOfMemory = false
    this.#memoryLimit = memoryLimit
    this.#fill = seededBytes(seed)
  }

  /**
   * Puts the functions of this world in place of those that lead outside.
   * @param bytes the memory of the machine, once it runs
   */
  replaceImports(imports: Imports, bytes: () => Uint8Array): void {
    this.#bytes = bytes
    const replace = (name: string, make: (original: (...args: unknown[]) => unknown) => Import) => {
      const original = imports[name]
      if (!isImport(original)) return
      const made = make((...args) => Reflect.apply(original, undefined, args))
      // Emscripten types what it puts into tables by this.
      if (original.sig !== undefined) made.sig = original.sig
      imports[name] = made
    }
    // What sleeps asks for the time until it has come.
    replace('emscripten_get_now', () => () => this.clock.await())
    replace('__syscall_poll', (original) => (fds: number, count: number, timeout: number) => {
      if (timeout > 0) this.clock.advance(timeout)
      return original(fds, count, 0)
    })
    replace('random_get', () => (start: number, size: number) => {
      this.#fill(this.#at(start, size >>> 0))
      return 0
    })
    replace('emscripten_resize_heap', (original) => (size: number) => {
      if (size >>> 0 <= this.#memoryLimit) return original(size)
      this.isOutOfMemory = true
      return 0
    })
    replace('proc_exit', () => (status: number) => {
      this.exited = status
      throw new Exit(status)
    })
    // A container's local time is UTC, whatever the reader's is.
    const utc = imports['_gmtime_js']
    replace('_localtime_js', () => (time: bigint, parts: number) => {
      if (isImport(utc)) Reflect.apply(utc, undefined, [time, parts])
      this.#at(parts + 32, 8).fill(0)
    })
    replace('_tzset_js', () => (offset: number, summer: number, name: number, other: number) => {
      this.#at(offset, 4).fill(0)
      this.#at(summer, 4).fill(0)
      for (const place of [name, other]) this.#at(place, 4).set([...'UTC\0'].map(codeOf))
    })
    if (isImport(imports['_timegm_js'])) imports['_mktime_js'] = imports['_timegm_js']
    for (const name of Object.keys(imports)) {
      if (waysOut.test(name)) replace(name, () => () => refused)
    }
  }

  #at(start: number, size: number): Uint8Array {
    return this.#bytes().subarray(start >>> 0, (start >>> 0) + size)
  }
}

/** Leaves the machine at once, as `os._exit` does. Pyodide takes what has this name for an end, not for a crash. */
class Exit extends Error {
  override readonly name: string = 'ExitStatus'
  readonly status: number

  constructor(status: number) {
    super(`Program terminated with exit(${status})`)
    this.status = status
  }
}

/** Programs, JavaScript and the network. */
const waysOut =
  /^_?emscripten_(?:system|(?:async_)?(?:run_script|load_script|wget|fetch|websocket|idb_)\w*|create_worker|call_worker|lookup_name)$|^__syscall_(?:socket|socketpair|connect|bind|listen|accept4?|sendto|sendmsg|recvfrom|recvmsg)$/

/** The error number of what is not there. */
const refused = -52

function codeOf(letter: string): number {
  return letter.charCodeAt(0)
}

function isImport(value: unknown): value is Import {
  return typeof value === 'function'
}

/** Whether a value can be a machine's imports. */
export function isImports(value: unknown): value is Imports {
  return typeof value === 'object' && value !== null
}
