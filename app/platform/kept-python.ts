import machineUrl from 'pyodide/pyodide.asm.wasm?url'

/** The cache of the browser in which Python's memory lies. */
const CACHE = 'stepwright-python'
/** The address of the machine has its hash, so another version finds nothing. The number counts how what is kept is made. */
const KEY = `${machineUrl}?memory=1`

/** Python's memory from when it was last loaded here, with which it is loaded in a fraction of the time; nothing if there is none. */
export async function keptPython(): Promise<Uint8Array | undefined> {
  try {
    const found = await (await caches.open(CACHE)).match(KEY)
    return found && new Uint8Array(await found.arrayBuffer())
  } catch {
    // Some browsers keep nothing, such as in private windows or without TLS.
    return undefined
  }
}

/** Keeps Python's memory for the next time, in place of what was kept. */
export async function keepPython(memory: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await forgetPython()
    await (await caches.open(CACHE)).put(KEY, new Response(memory))
  } catch {
    // The next time takes as long as this one.
  }
}

/** Throws away what is kept. */
export async function forgetPython(): Promise<void> {
  await caches.delete(CACHE)
}
