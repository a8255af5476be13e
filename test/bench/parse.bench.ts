import { parseDocument } from 'yaml'
import { stepsManifest } from '../support/generate.ts'
import { median, sample, type Benchmark } from './harness.ts'

/** The reference of the others: what the `yaml` package takes to parse the same text. */
export const benchmarks: readonly Benchmark[] = [100, 1_000, 10_000].map((steps) => ({
  name: `yaml-parse-${steps}`,
  unit: 'ms',
  run: async () => {
    const text = stepsManifest(steps)
    const times = await sample(() => parseDocument(text))
    return { value: median(times), note: `${Math.round(text.length / 1000)} kB of YAML` }
  },
}))
