import {
  answerCalls,
  loadJavaScript,
  loadPython,
  type Interpreter,
  type LoadProgress,
  type ScriptCall,
} from '../../src/simulate/index.ts'
import { forgetPython, keepPython, keptPython } from './kept-python.ts'
import { servePythonFiles } from './python-files.ts'

/*
 * The inside of a worker that runs scripts. The clock is taken now: a run has another one.
 */
const now = performance.now.bind(performance)

const answer = answerCalls({
  load: (language, interrupt, onProgress) =>
    language === 'javascript' ? loadJavaScript(interrupt) : load(interrupt, onProgress),
  post: (report) => postMessage(report),
  now,
})

addEventListener('message', ({ data }: MessageEvent<ScriptCall>) => answer(data))

async function load(
  interrupt: Uint8Array | undefined,
  onProgress: (progress: LoadProgress) => void,
): Promise<Interpreter> {
  const memory = await keptPython()
  const source = { ...servePythonFiles(onProgress), ...(interrupt && { interrupt }) }
  if (memory !== undefined) {
    try {
      return await loadPython({ ...source, memory })
    } catch {
      await forgetPython()
    }
  }
  return loadPython({ ...source, onMemory: (made) => void keepPython(made.slice()) })
}
