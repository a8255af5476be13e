import { readFileSync, rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { formatLog } from '../../../src/cli/dry-run/format-log.ts'
import { nodeScriptHost } from '../../../src/cli/script-host.ts'
import {
  createScriptRunner,
  dryRun,
  scriptOutcomes,
  type ScriptLog,
  type ScriptRunner,
} from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { LOADING, scriptRun } from '../../support/scripts.ts'

/** Below the project, from where the program finds the packages. */
const folder = `.cache/script-worker-${process.pid}`
let runner: ScriptRunner

beforeAll(async () => {
  const rolldownOptions = { input: { 'script-worker': 'src/cli/script-worker.ts' } }
  await build({
    configFile: 'vite.cli.config.ts',
    logLevel: 'error',
    build: { outDir: folder, rolldownOptions },
  })
  runner = createScriptRunner(nodeScriptHost(pathToFileURL(`${folder}/script-worker.js`)))
}, LOADING)

afterAll(() => {
  runner.dispose()
  rmSync(folder, { recursive: true, force: true })
})

describe('Python in a worker of Node', () => {
  test('runs, and tells the log while it does', async () => {
    const pieces: ScriptLog[] = []
    const request = scriptRun('import sys\nprint("a")\nsys.stderr.write("b\\n")\nprint(6 * 7)')
    const result = await runner.run(request, { onLog: (log) => pieces.push(...log) })
    expect(result).toMatchObject({ exitCode: 0, files: [] })
    expect(result.log).toEqual([
      { source: 'stdout', text: 'a\n' },
      { source: 'stderr', text: 'b\n' },
      { source: 'stdout', text: '42\n' },
    ])
    expect(pieces).toEqual(result.log)
    expect(result.took).toBeGreaterThan(0)
  })

  test('gives files', async () => {
    const source = 'open("/tmp/b", "wb").write(open("/tmp/a", "rb").read()[::-1])'
    const files = [{ path: '/tmp/a', content: Uint8Array.of(1, 2, 3) }]
    const result = await runner.run(scriptRun(source, { files, outputs: ['/tmp/b'] }))
    expect(result.files).toEqual([{ path: '/tmp/b', content: Uint8Array.of(3, 2, 1) }])
  })

  test('ends at its time, keeping what it wrote', async () => {
    const source = 'print("begun")\nopen("/tmp/a", "w").write("x")\nwhile True:\n    pass'
    const result = await runner.run(scriptRun(source, { timeLimit: 300, outputs: ['/tmp/a'] }))
    expect(result).toMatchObject({ exitCode: 137, failure: { kind: 'time-limit' } })
    expect(result.failure?.line).toBeGreaterThanOrEqual(3)
    expect(result.log[0]?.text).toMatch(/^begun\n/)
    expect(result.files).toHaveLength(1)
  })

  test('ends at its time even when it does not listen', async () => {
    const source = 'while True:\n  try:\n    while True: pass\n  except BaseException: pass'
    const result = await runner.run(scriptRun(source, { timeLimit: 300 }))
    expect(result).toMatchObject({ exitCode: 137, failure: { kind: 'time-limit' } })
    expect((await runner.run(scriptRun('print("next")'))).log[0]?.text).toBe('next\n')
  })

  test('stops when it is told to, and others go on', async () => {
    const stop = new AbortController()
    const endless = runner.run(scriptRun('print("begun")\nwhile True: pass'), {
      signal: stop.signal,
      onLog: () => stop.abort(),
    })
    const next = runner.run(scriptRun('print("next")'))
    expect(await endless).toMatchObject({ exitCode: 143, failure: { kind: 'stopped' } })
    expect((await next).log[0]?.text).toBe('next\n')
  })

  test('sees nothing of this process', async () => {
    process.env['SECRET_OF_THE_TEST'] = 'secret'
    const source =
      'import os\nprint(os.environ.get("SECRET_OF_THE_TEST"), os.path.exists("/proc/version"))'
    const result = await runner.run(scriptRun(source))
    expect(result.log[0]?.text).toBe('None False\n')
  })
})

describe('JavaScript in a worker of Node', () => {
  test('runs, and ends at its time', async () => {
    const javascript = { language: 'javascript', timeLimit: 500 } as const
    const result = await runner.run(scriptRun('console.log([6 * 7])', javascript))
    expect(result).toMatchObject({ exitCode: 0, log: [{ source: 'stdout', text: '[ 42 ]\n' }] })
    const endless = await runner.run(scriptRun('console.log(1)\nfor (;;);', javascript))
    expect(endless).toMatchObject({ exitCode: 137, failure: { kind: 'time-limit' } })
    expect(endless.log[0]?.text).toBe('1\n')
  })
})

describe('a coin that Python flips', () => {
  test('shows both sides over a thousand seeds, and each time one step says which', async () => {
    const sources = [{ tree: parseTree(readFileSync('public/examples/coinflip.yaml', 'utf8')) }]
    const scripts = scriptOutcomes(runner)
    const counts = { heads: 0, tails: 0 }
    for (let seed = 0; seed < 1000; seed++) {
      const ran = await dryRun({ sources, document: 0, seed, now: 0, mocks: [], scripts })
      if (!ran.ok) throw new Error(ran.error)
      const { run } = ran.value
      const [, side] = /-flip-\d+: (heads|tails)\n/.exec(formatLog(run)) ?? []
      if (side !== 'heads' && side !== 'tails') throw new Error(`no side for seed ${String(seed)}`)
      counts[side]++
      const lines = formatLog(run).replaceAll(run.name, 'c').replaceAll(/-\d+:/g, ':')
      expect(lines).toBe(`c-flip: ${side}\nc-it-was: it was ${side}\n`)
      const said = [...run.nodes.values()].filter(({ displayName }) => displayName in counts)
      expect(said.map(({ displayName, phase }) => [displayName, phase])).toEqual([
        ['heads', side === 'heads' ? 'Succeeded' : 'Skipped'],
        ['tails', side === 'tails' ? 'Succeeded' : 'Skipped'],
      ])
    }
    expect(counts.heads).toBeGreaterThan(400)
    expect(counts.tails).toBeGreaterThan(400)
  }, 300_000)
})
