import libraryUrl from 'pyodide/python_stdlib.zip?url'
import machineUrl from 'pyodide/pyodide.asm.wasm?url'
import type { LoadProgress } from '../../src/simulate/index.ts'

/** Bytes of Pyodide's machine and library as they are unpacked, for the progress of loading: the server may send them compressed. */
export const pythonSizes = { machine: 9_598_218, library: 2_545_637 } as const

/** Where Pyodide's files are, for `loadPython`. */
export interface PythonFiles {
  readonly folder: string
  readonly library: string
}

/**
 * Lets Pyodide find its files, of which the build has put hashes into the names, and tells how much of them is there. `fetch` is changed for good: this is for
 * a worker that does nothing else, and which then can fetch nothing else either.
 */
export function servePythonFiles(onProgress: (progress: LoadProgress) => void): PythonFiles {
  const get = fetch.bind(globalThis)
  const total = pythonSizes.machine + pythonSizes.library
  let loaded = 0
  const count = (bytes: number): void => {
    loaded += bytes
    onProgress({ loaded: Math.min(loaded, total), total })
  }
  const folder = new URL('/pyodide/', location.href).href
  const urls = new Map([
    [`${folder}pyodide.asm.wasm`, machineUrl],
    [`${folder}python_stdlib.zip`, libraryUrl],
  ])
  globalThis.fetch = async (input) => {
    const url = urls.get(input instanceof Request ? input.url : new URL(input, location.href).href)
    if (url === undefined) throw new TypeError('There is no network in the dry run.')
    const response = await get(url)
    // The response itself goes to the compiler untouched, so that the browser can keep what it compiles.
    if (response.ok) void countBytes(response.clone(), count)
    return response
  }
  return { folder, library: `${folder}python_stdlib.zip` }
}

async function countBytes({ body }: Response, count: (bytes: number) => void): Promise<void> {
  const reader = body?.getReader()
  for (;;) {
    const read = await reader?.read().catch(() => undefined)
    if (read === undefined || read.done) return
    count(read.value.length)
  }
}
