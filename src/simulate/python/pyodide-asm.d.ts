/** The machine of Pyodide, for which the package has no types: it takes settings and gives the module. */
declare module 'pyodide/pyodide.asm.mjs' {
  import type { loadPyodide } from 'pyodide'

  type Options = NonNullable<Parameters<typeof loadPyodide>[0]>
  const createPyodideModule: NonNullable<Options['createPyodideModule']>
  export { createPyodideModule as default }
}
