import type { PythonSource } from '../python/python.ts'
import type { Interpreter } from './script-run.ts'

/** Loads Python, which is fetched only then. See `PythonSource`; throws if a part cannot be had. */
export async function loadPython(source: PythonSource): Promise<Interpreter> {
  const python = await import('../python/python.ts')
  return python.loadPython(source)
}
