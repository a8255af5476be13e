import { Worker } from 'node:worker_threads'
import type { ScriptHost, ScriptReport } from '../simulate/index.ts'

/**
 * Runs scripts in worker threads of Node. They see nothing of this process's environment and arguments, and write nothing but what they report.
 * @param program the built `script-worker.ts`
 */
export function nodeScriptHost(
  program: URL = new URL('./script-worker.js', import.meta.url),
): ScriptHost {
  return {
    workers: 2,
    canShareMemory: true,
    now: () => performance.now(),
    start: (onReport, onFailure) => {
      const worker = new Worker(program, {
        env: {},
        argv: [],
        stdin: true,
        stdout: true,
        stderr: true,
      })
      worker.on('message', (report: ScriptReport) => onReport(report))
      worker.on('error', ({ message }) => onFailure(message))
      worker.on('exit', (status) => onFailure(`It ended with status ${status}.`))
      // A program that has nothing else to do may end.
      worker.unref()
      return {
        post: (call) => worker.postMessage(call),
        end: () => {
          worker.removeAllListeners()
          void worker.terminate()
        },
      }
    },
  }
}
