import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Benchmark } from './harness.ts'

/** What the browser fetches before the designer shows: the page and the scripts and styles that it names. */
export const benchmarks: readonly Benchmark[] = [
  {
    name: 'first-load',
    unit: 'kB',
    goal: 250,
    run: () => {
      const html = readFileSync('dist/app/index.html', 'utf8')
      const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)]
      const files = ['index.html', ...named.map(([, file = '']) => file)]
      const sizes = files.map((file) => gzipSync(readFileSync(join('dist/app', file))).length)
      const total = sizes.reduce((sum, size) => sum + size, 0)
      return { value: total / 1000, note: `${files.length} files, compressed` }
    },
  },
]
