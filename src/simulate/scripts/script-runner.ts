import { ScriptPool, type ScriptHost } from './script-pool.ts'
import type { ScriptRunOptions } from './script-job.ts'
import type { RunnableLanguage, ScriptResult, ScriptRun } from './script-run.ts'

/** Runs scripts, each in its turn. */
export interface ScriptRunner {
  /** Never rejects: whatever goes wrong is the `failure` of the result. */
  readonly run: (request: ScriptRun, options?: ScriptRunOptions) => Promise<ScriptResult>
  /** Begins to load a language, for somebody who is likely to need it soon. */
  readonly prepare: (language: RunnableLanguage) => void
  /** Ends all workers; runs that last or wait are stopped. */
  readonly dispose: () => void
}

/** Runs scripts in workers of a host. A worker is started when it is needed, and kept. */
export function createScriptRunner(host: ScriptHost): ScriptRunner {
  const pools = {
    python: new ScriptPool('python', host),
    javascript: new ScriptPool('javascript', host),
  }
  return {
    run: (request, options = {}) => pools[request.language].run(request, options),
    prepare: (language) => pools[language].prepare(),
    dispose: () => {
      for (const pool of Object.values(pools)) pool.dispose()
    },
  }
}
