import type { ScriptResult, ScriptRun, ScriptRunner } from '../../src/simulate/index.ts'

/** Scripts that run in the page, for a worker that asks for them. */
export interface RemoteScripts {
  /** Asks the page, which has the workers of scripts, to run each; the numbers tell them apart. */
  readonly runner: (ask: (id: number, script: ScriptRun) => void) => ScriptRunner
  /** Takes what the page says of one that was asked for. */
  readonly ran: (id: number, result: ScriptResult) => void
}

/** Numbers the scripts that are asked for, and brings their results to whoever waits for them. */
export function remoteScripts(): RemoteScripts {
  const open = new Map<number, (result: ScriptResult) => void>()
  let asked = 0
  return {
    runner: (ask) => ({
      run: (script) =>
        new Promise((resolve) => {
          open.set(++asked, resolve)
          ask(asked, script)
        }),
      prepare: () => undefined,
      dispose: () => undefined,
    }),
    ran: (id, result) => {
      open.get(id)?.(result)
      open.delete(id)
    },
  }
}
