import type { Benchmark } from './harness.ts'

/*
 * Runs the benchmarks of every `*.bench.ts` beside this file, one after the other, and prints a table, or with
 * `--json` a list of `{name, value, unit, goal}`. Other arguments choose benchmarks by a part of their names.
 */
interface Result {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal: number | null
}

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const asJson = process.argv.includes('--json')

const files = import.meta.glob<{ benchmarks: readonly Benchmark[] }>('./*.bench.ts')
const results: Result[] = []

for (const load of Object.values(files)) {
  const { benchmarks } = await load()
  for (const benchmark of benchmarks.filter(isWanted)) {
    const lacking = benchmark.lacks?.()
    if (lacking === undefined) results.push(await measure(benchmark))
    else console.error(`${benchmark.name.padEnd(24)}  left out: ${lacking}`)
  }
}
if (asJson) console.log(JSON.stringify(results, null, 2))

/** Those in a browser are measured only where a name says so: pages for them are built then. */
function isWanted({ name, isSlow = false }: Benchmark): boolean {
  if (wanted.length === 0) return !isSlow
  return wanted.some((part) => name.includes(part) && (!isSlow || part.startsWith('browser')))
}

async function measure(benchmark: Benchmark): Promise<Result> {
  const { name, unit, goal = null } = benchmark
  const { value, note = '' } = await benchmark.run()
  const rounded = Number(value.toPrecision(4))
  if (!asJson) {
    const verdict = goal === null ? 'reference' : `${value <= goal ? 'ok' : 'OVER'}, goal ${goal}`
    const columns = [name.padEnd(24), `${rounded} ${unit}`.padStart(12), verdict.padEnd(16), note]
    console.log(columns.join('  ').trimEnd())
  }
  return { name, value: rounded, unit, goal }
}
