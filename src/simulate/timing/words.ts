import type { EarlierRun } from './earlier-run.ts'
import type { StepTime } from './step-times.ts'

/**
 * Where the durations of a run come from, in a sentence: `Durations of 4 steps: 3 from coinflip-x7k2p, 1 made up.` In: the steps of its
 * estimate, and the earlier runs that it was given.
 */
export function durationWords(
  steps: readonly Pick<StepTime, 'from'>[],
  runs: readonly Pick<EarlierRun, 'name'>[],
): string {
  if (steps.length === 0) return 'No step has a duration of its own.'
  const all = `${String(steps.length)} ${steps.length === 1 ? 'step' : 'steps'}`
  const parts = [
    ['earlier', `from ${runWords(runs)}`],
    ['said', 'as you say'],
    ['script', 'as the scripts sleep'],
    [undefined, 'made up'],
  ] as const
  const told = parts.flatMap(([source, words]) => {
    const count = steps.filter(({ from }) => from === source).length
    if (count === 0) return []
    return [count === steps.length ? words : `${String(count)} ${words}`]
  })
  return `Durations of ${all}: ${told.join(', ')}.`
}

/** What pods ask for: `8 CPU`, `512 MiB of memory`, `1.5 GiB of memory`. In: cores, or bytes. */
export function amountWords(kind: 'cpu' | 'memory', amount: number): string {
  const rounded = (number: number): string => String(Math.round(100 * number) / 100)
  if (kind === 'cpu') return `${rounded(amount)} CPU`
  return amount < 2 ** 30
    ? `${rounded(amount / 2 ** 20)} MiB of memory`
    : `${rounded(amount / 2 ** 30)} GiB of memory`
}

/** Some earlier runs in few words: `coinflip-x7k2p`, `the median of 3 runs`. */
export function runWords(runs: readonly Pick<EarlierRun, 'name'>[]): string {
  const [only] = runs
  if (runs.length === 1 && only !== undefined) return only.name
  return runs.length === 0 ? 'an earlier run' : `the median of ${String(runs.length)} runs`
}
