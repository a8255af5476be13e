import { scriptOutcomes, type ProvideSome } from '../../simulate/index.ts'
import type { Terminal } from '../command-line.ts'

/** Does a job that may run scripts, and ends their workers when it is done. Workers are started only when a script is met. */
export async function withScripts<T>(
  terminal: Terminal,
  isWanted: boolean,
  job: (scripts: ProvideSome | undefined) => Promise<T>,
): Promise<T> {
  // Workers alone do not keep the program from ending.
  const alive = setInterval(() => undefined, 60_000)
  const runner = isWanted ? terminal.startScripts?.() : undefined
  try {
    return await job(runner && scriptOutcomes(runner))
  } finally {
    runner?.dispose()
    clearInterval(alive)
  }
}
