/**
 * The parts of Emscripten's module below Pyodide that runs are isolated with. They are not declared by the package, so `isMachine` checks that they are
 * there, and the tests that they do what is expected of them.
 */
export interface Machine {
  /** The memory, looked at anew after each growth. */
  readonly HEAPU8: Uint8Array
  readonly FS: FileSystem
  readonly stackSave: () => number
  readonly stackRestore: (pointer: number) => void
  /** What JavaScript gave to Python, by number; throws behind the last one. */
  readonly __hiwire_get: (index: number) => unknown
  readonly __hiwire_set: (index: number, value: unknown) => void
}

/** Emscripten's file system in memory. */
export interface FileSystem {
  /** Nodes by the hash of parent and name; each is chained to the next. */
  nameTable: (FileNode | undefined)[]
  nextInode: number
  currentPath: string
  readonly streams: (FileStream | undefined | null)[]
  readonly hashAddNode: (node: FileNode) => void
  readonly mkdirTree: (path: string) => void
  readonly writeFile: (path: string, content: Uint8Array) => void
  readonly readFile: (path: string) => Uint8Array
  readonly readdir: (path: string) => string[]
  /** Follows links; throws if there is nothing. */
  readonly stat: (path: string) => { readonly mode: number }
  readonly isDir: (mode: number) => boolean
  readonly isFile: (mode: number) => boolean
  readonly chdir: (path: string) => void
}

export interface FileNode {
  name: string
  parent: FileNode
  mode: number
  atime: unknown
  mtime: unknown
  ctime: unknown
  /** Bytes of a file, of which the first `usedBytes` count; nodes of a folder by their names; nothing of a device. */
  contents?: Uint8Array | Record<string, FileNode> | null
  usedBytes?: number
  readonly name_next?: FileNode | undefined
}

interface FileStream {
  position: number
}

/** Whether a module of Emscripten is one that can be worked with. */
export function isMachine(module: unknown): module is Machine {
  return (
    has(module, 'HEAPU8', 'object') &&
    has(module, 'stackSave', 'function') &&
    has(module, 'stackRestore', 'function') &&
    has(module, '__hiwire_get', 'function') &&
    has(module, '__hiwire_set', 'function') &&
    has(module, 'FS', 'object') &&
    has(module.FS, 'nameTable', 'object') &&
    has(module.FS, 'nextInode', 'number') &&
    has(module.FS, 'streams', 'object') &&
    has(module.FS, 'hashAddNode', 'function')
  )
}

/** The bytes of a WebAssembly memory as it is now; none of anything else. */
export function bytesOf(memory: unknown): Uint8Array {
  const buffer = has(memory, 'buffer', 'object') ? memory.buffer : undefined
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer) : new Uint8Array()
}

function has<Key extends string>(
  value: unknown,
  key: Key,
  type: 'object' | 'function' | 'number',
): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && key in value && typeOf(value, key) === type
}

function typeOf(value: object, key: string): string {
  return typeof Reflect.get(value, key)
}
