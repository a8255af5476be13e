import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Benchmark, type Measured } from './harness.ts'

const folder = 'dist/app'

/** The page and the scripts and styles that it names. */
function namedFiles(): readonly string[] {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)]
  return ['index.html', ...named.map(([, file = '']) => file)]
}

/** A script and all that it imports at once. */
function withImports(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const code = readFileSync(join(folder, file), 'utf8')
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
    withImports(`assets/${name}`, seen)
  }
  return seen
}

function compressed(files: Iterable<string>): Measured {
  const sizes = [...new Set(files)].map((file) => gzipSync(readFileSync(join(folder, file))).length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  return { value: total / 1000, note: `${sizes.length} files, compressed` }
}

export const benchmarks: readonly Benchmark[] = [
  // What the browser must have before the designer's frame shows.
  { name: 'first-load', unit: 'kB', goal: 250, run: () => compressed(namedFiles()) },
  // The same and the canvas, which is asked for at once and shows the picture.
  {
    name: 'first-picture',
    unit: 'kB',
    run: () => {
      const canvas = readdirSync(join(folder, 'assets'))
        .filter((name) => /^canvas-[^.]+\.(js|css)$/.test(name))
        .map((name) => `assets/${name}`)
      const scripts = canvas.filter((name) => name.endsWith('.js'))
      const imported = scripts.flatMap((name) => [...withImports(name)])
      return compressed([...namedFiles(), ...canvas, ...imported])
    },
  },
]
