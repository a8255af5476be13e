import {
  answerCalls,
  loadJavaScript,
  loadPython,
  type ScriptCall,
} from '../../src/simulate/index.ts'
import { servePythonFiles } from './python-files.ts'

/*
 * The inside of a worker that runs scripts. The clock is taken now: a run has another one.
 */
const now = performance.now.bind(performance)

const answer = answerCalls({
  load: async (language, interrupt, onProgress) => {
    if (language === 'javascript') return loadJavaScript(interrupt)
    const files = servePythonFiles(onProgress)
    return loadPython({ ...files, ...(interrupt && { interrupt }) })
  },
  post: (report) => postMessage(report),
  now,
})

addEventListener('message', ({ data }: MessageEvent<ScriptCall>) => answer(data))
