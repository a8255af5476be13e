/** One number to hold. */
export interface Benchmark {
  /** In kebab-case, unique, as in `open-1000`. */
  readonly name: string
  /** `ms`, `kB`, or `x` for a ratio. */
  readonly unit: string
  /** The largest value that is good enough; absent for a reference. */
  readonly goal?: number
  /** Run only when it is asked for by name. */
  readonly isSlow?: boolean
  /** Why it cannot be run here, if it cannot: then that is printed in its place. */
  lacks?(): string | undefined
  run(): Measured | Promise<Measured>
}

export interface Measured {
  readonly value: number
  /** What the value was made from, for people. */
  readonly note?: string
}

type Job = () => unknown

/** The value below which the share `part` (0 to 1) of the numbers lies. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  if (value === undefined) throw new Error('no samples')
  return value
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5)
}

/** How long a job takes, in ms. */
export async function time(job: Job): Promise<number> {
  const start = performance.now()
  await job()
  return performance.now() - start
}

/** Runs a job twice to warm up, then `samples` times; gives the times in ms. */
export async function sample(job: Job, samples = 9): Promise<number[]> {
  globalThis.gc?.() // what earlier benchmarks left
  for (let warm = 0; warm < 2; warm++) await job()
  const times: number[] = []
  for (let taken = 0; taken < samples; taken++) times.push(await time(job))
  return times
}

/**
 * How many times longer `job` takes than `reference`, by medians. Their samples alternate, so that a busy
 * machine slows both.
 */
export async function ratio(job: Job, reference: Job, samples = 9): Promise<Measured> {
  globalThis.gc?.()
  const ours: number[] = []
  const theirs: number[] = []
  for (let taken = -2; taken < samples; taken++) {
    const pair = [await time(reference), await time(job)] as const
    if (taken < 0) continue // warm-up
    theirs.push(pair[0])
    ours.push(pair[1])
  }
  const [mine, other] = [median(ours), median(theirs)]
  return { value: mine / other, note: `${mine.toFixed(1)} ms against ${other.toFixed(1)} ms` }
}
