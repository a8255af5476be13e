import { err, ok, type Result } from '../../src/base/index.ts'
import {
  readEarlierRuns,
  runWords,
  type EarlierRun,
  type Timing,
} from '../../src/simulate/index.ts'
import { browserFiles, decodeText } from '../platform/index.ts'
import { unzip } from '../platform/unzip.ts'
import type { ClusterActions, ClusterRun } from '../store/index.ts'

/** Earlier runs, or why there are none; nothing when the person thought better of it. */
export type FoundRuns = Result<readonly EarlierRun[], string> | undefined

/** Asks for files with runs, and reads them. */
export async function runsFromFiles(): Promise<FoundRuns> {
  const runs: EarlierRun[] = []
  for (const opened of await browserFiles().open()) {
    if (!opened.ok && opened.error.code === 'cancelled') return undefined
    if (!opened.ok) return err(opened.error.message)
    const { name, bytes } = opened.value
    const text = decodeText(name, bytes)
    if (!text.ok) return err(text.error.message)
    const read = await readEarlierRuns(text.value, unzip)
    if (!read.ok) return err(`${name}: ${read.error}`)
    runs.push(...read.value)
  }
  return ok(runs)
}

/** Reads a run of the cluster. */
export async function runFromCluster(
  { readRun }: ClusterActions,
  run: ClusterRun,
): Promise<Result<readonly EarlierRun[], string>> {
  const text = await readRun(run)
  return text.ok ? readEarlierRuns(text.value, unzip) : err(text.error.message)
}

/** What a run's durations are from, in a few words. */
export function timingWords({ said, runs }: Timing): string {
  const steps = said.length === 1 ? 'one step' : `${String(said.length)} steps`
  const own = said.length === 0 ? '' : `, and what you said of ${steps}`
  if (runs.length > 0) {
    const pods = runs.reduce((sum, { spans }) => sum + spans.length, 0)
    return `From ${runWords(runs)} (${String(pods)} ${pods === 1 ? 'pod' : 'pods'})${own}`
  }
  return own === '' ? 'Made up, where no mock says them' : `Made up${own}`
}
