import type { ScriptHost, ScriptReport } from '../../src/simulate/index.ts'

/**
 * Runs scripts in workers of the page. Python takes 180 MB in each, so there is a second one only on machines that have much. Not part of the frame: what
 * runs workflows imports it from this file.
 */
export const browserScriptHost = (): ScriptHost => ({
  workers: navigator.hardwareConcurrency >= 8 ? 2 : 1,
  canShareMemory: crossOriginIsolated,
  now: () => performance.now(),
  start: (onReport, onFailure) => {
    const worker = new Worker(new URL('./script-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<ScriptReport>) => onReport(data)
    worker.onerror = (event) => {
      event.preventDefault()
      onFailure(event.message || 'It could not be loaded.')
    }
    worker.onmessageerror = () => onFailure('It said something that cannot be read.')
    return {
      post: (call) => worker.postMessage(call),
      end: () => worker.terminate(),
    }
  },
})
