import type { Estimate } from '../estimate.ts'
import type { EarlierRun } from './earlier-run.ts'

/**
 * Where the durations of a run come from, in a sentence: `Durations of 4 steps: 3 from coinflip-x7k2p, 1 made up.` In: the counts of its
 * estimate, and the earlier runs that it was given.
 */
export function durationWords(
  { said, script, earlier, madeUp }: Estimate['sources'],
  runs: readonly Pick<EarlierRun, 'name'>[],
): string {
  const all = said + script + earlier + madeUp
  const parts: readonly (readonly [number, string])[] = [
    [earlier, `from ${runWords(runs)}`],
    [said, 'as you say'],
    [script, 'as the scripts sleep'],
    [madeUp, 'made up'],
  ]
  const told = parts.filter(([count]) => count > 0)
  const steps = `${String(all)} ${all === 1 ? 'step' : 'steps'}`
  const [only] = told
  if (told.length === 1 && only !== undefined) return `Durations of ${steps}: ${only[1]}.`
  return `Durations of ${steps}: ${told.map(([count, words]) => `${String(count)} ${words}`).join(', ')}.`
}

/** Some earlier runs in few words: `coinflip-x7k2p`, `the median of 3 runs`. */
export function runWords(runs: readonly Pick<EarlierRun, 'name'>[]): string {
  const [only] = runs
  if (runs.length === 1 && only !== undefined) return only.name
  return runs.length === 0 ? 'an earlier run' : `the median of ${String(runs.length)} runs`
}
