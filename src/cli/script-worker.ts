import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { answerCalls, loadJavaScript, loadPython, type ScriptCall } from '../simulate/index.ts'

/*
 * The inside of a worker that runs scripts under Node. The clock is taken now: a run has another one.
 */
const now = performance.now.bind(performance)
const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/package.json'))

const answer = answerCalls({
  load: (language, interrupt) => {
    if (language === 'javascript') return loadJavaScript(interrupt)
    const source = { folder: pyodide + sep, library: join(pyodide, 'python_stdlib.zip') }
    return loadPython({ ...source, ...(interrupt && { interrupt }) })
  },
  post: (report) => parentPort?.postMessage(report),
  now,
})

parentPort?.on('message', (call: ScriptCall) => answer(call))
