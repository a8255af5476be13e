import type { PythonSource } from '../python/python.ts'
import type { Interpreter } from './script-run.ts'

/** Loads Python, which is fetched only then. See `PythonSource`; throws if a part cannot be had. */
export async function loadPython(source: PythonSource): Promise<Interpreter> {
  const python = await import('../python/python.ts')
  return python.loadPython(source)
}

/**
 * Loads JavaScript, which is fetched only then; throws if a part cannot be had.
 * @param interrupt set to 2 from another thread, it interrupts the run
 */
export async function loadJavaScript(interrupt?: Uint8Array): Promise<Interpreter> {
  const javascript = await import('../javascript/javascript.ts')
  return javascript.loadJavaScript(interrupt)
}
