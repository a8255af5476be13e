import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../../src/cli/run.ts'
import type { ScriptRunner } from '../../../src/simulate/index.ts'
import { fakeTerminal, Folder, run } from '../../support/command-line.ts'
import { COINFLIP, MANY } from '../../support/dry-run.ts'

const folder = new Folder()
const coinflip = folder.write('coinflip.yaml', COINFLIP)
const many = folder.write('many.yaml', MANY)
const mocks = folder.write(
  'mocks.yaml',
  `- {step: list, outputs: {parameters: {names: [a, b], count: 2}}}
- {step: each, index: 1, attempts: [{exitCode: 1, log: "no\\nluck"}, {}]}
- {step: ask, resume: {parameters: {ok: yes}}}
`,
)

const NODES = {
  'p-1': {
    id: 'p-1',
    name: 'p[0].flip',
    displayName: 'flip',
    type: 'Pod',
    templateName: 'flip',
    phase: 'Succeeded',
    startedAt: '2025-03-01T00:00:00Z',
    finishedAt: '2025-03-01T00:00:07Z',
  },
}

describe('a dry run', () => {
  test('prints the nodes as a tree, with what they gave and why', async () => {
    const heads = folder.write('heads.yaml', '- {step: flip, result: heads}')
    const { status, out, error } = await run(['run', coinflip, '--mocks', heads, '--name', 'c'])
    expect(out).toBe(`c-flip-3244794925: heads
✔ c (main) 2s
├ ✔ [0]
│ └ ✔ flip 1s
│       result = heads
└ ✔ [1]
  ├ ✔ heads (say) 1s – outputs made up
  │     when "heads" == "heads": true
  └ ○ tails Skipped: when '"heads" == "tails"' evaluated false
Takes 2s. Durations of 2 steps: made up.
Critical path: flip 1s → heads 1s
At most at once: 1 pod
`)
    expect({ status, error }).toEqual({ status: 0, error: 'c: Succeeded\n' })
  })

  test('shows loops, attempts and what steps wrote', async () => {
    const { status, out } = await run(['run', many, '--mocks', mocks, '--param', 'who=us'])
    expect(status).toBe(0)
    expect(out).toMatch(/^many-work-\d+: no\nmany-work-\d+: luck\n✔ many \(main\)/)
    expect(out).toContain('✖ each(1:b)(0) (work) Failed 1s: main: Error (exit code 1)')
    expect(out).toContain('✔ each(1:b)(1) (work) 1s')
    expect(out).toContain('✔ each(0:a).onExit (say) 1s')
  })

  test('says why a run does not end', async () => {
    const { status, out, error } = await run(['run', many])
    expect(status).toBe(1)
    expect(out).toContain('● ask Running')
    expect(error).toBe(
      'stepwright run: ask waits for a person: mock it with resume or reject.\nmany: Running\n',
    )
  })

  test('says why a run failed', async () => {
    const fails = folder.write('fails.yaml', '- {step: flip, exitCode: 3}')
    const { status, error } = await run(['run', coinflip, '--mocks', fails])
    expect(status).toBe(1)
    expect(error).toMatch(/^coinflip-\w+: Failed: child 'coinflip-\w+-\d+' failed\n$/)
  })

  test('takes durations from earlier runs, and says of which steps they are made up', async () => {
    const slow = folder.write('slow.yaml', '- {step: flip, result: heads, duration: 1m30s}')
    const words = ['run', coinflip, '--format', 'json', '--name', 'coinflip-x7k2p']
    const { out: status } = await run([...words, '--mocks', slow])
    const earlier = folder.write('earlier.json', status)
    const heads = folder.write('heads.yaml', '- {step: flip, result: heads}')
    const { out } = await run(['run', coinflip, '--mocks', heads, '--durations', earlier])
    expect(out).toContain('Takes 1m 31s. Durations of 2 steps: from coinflip-x7k2p.\n')
    expect(out).toContain('Critical path: flip 1m 30s → heads 1s\n')

    const tails = folder.write('tails.yaml', '- {step: flip, result: tails}')
    const cut = folder.write('cut.json', status.replaceAll('"say"', '"tell"'))
    const other = await run(['run', coinflip, '--mocks', tails, '--durations', cut])
    expect(other.out).toContain('2 steps: 1 from coinflip-x7k2p, 1 made up.')
    expect(other.out).toContain('flip 1m 30s → tails 1s (made up)')
  })

  test('says what is wrong with a file of durations, and what to do', async () => {
    const { status, error } = await run(['run', coinflip, '--durations', coinflip])
    expect(status).toBe(2)
    expect(error).toMatch(
      /coinflip\.yaml: .* has no status\.nodes, so it is no run\. Give a Workflow/,
    )
    const packed = folder.write(
      'packed.json',
      JSON.stringify({
        kind: 'Workflow',
        metadata: { name: 'p' },
        status: { compressedNodes: gzipSync(JSON.stringify(NODES)).toString('base64') },
      }),
    )
    const { out } = await run(['run', coinflip, '--durations', packed])
    expect(out).toContain('flip 7s')
    const broken = folder.write('broken.yaml', 'a: [b')
    expect((await run(['run', coinflip, '--durations', broken])).error).toContain('Line 1: ')
  })

  test('prints a Workflow as JSON', async () => {
    const { out } = await run(['run', many, '--mocks', mocks, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      kind: 'Workflow',
      metadata: { name: 'many' },
      status: {
        phase: 'Succeeded',
        startedAt: '2025-01-01T00:00:00Z',
        nodes: { many: { type: 'Steps' } },
      },
    })
  })

  test('the same words give the same output, another seed another run', async () => {
    const of = async (...words: readonly string[]): Promise<string> =>
      (await run(['run', coinflip, '--format', 'json', ...words])).out
    expect(await of('--seed', '3')).toBe(await of('--seed', '3'))
    expect(await of()).toBe(await of('--seed', '1', '--now', '2025-01-01T00:00:00Z'))
    const seeds = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => of('--seed', `${seed}`)))
    expect(new Set(seeds).size).toBe(8)
    expect(await of('--now', '2030-05-05T05:05:05Z')).toContain('2030-05-05T05:05:06Z')
    expect(await of('--now', 'clock')).not.toContain('2025-01-01')
  })

  test('finds templates and ConfigMaps in further files, and takes the Workflow of several documents', async () => {
    const shared = `kind: WorkflowTemplate
metadata: {name: shared}
spec:
  templates: [{name: hello, inputs: {parameters: [{name: a}]}, container: {image: alpine}}]
---
kind: ConfigMap
metadata: {name: settings}
data: {greeting: hello}
`
    const uses = `kind: ConfigMap
metadata: {name: other}
---
kind: Workflow
metadata: {name: uses}
spec:
  entrypoint: main
  templates:
    - name: main
      inputs: {parameters: [{name: g, valueFrom: {configMapKeyRef: {name: settings, key: greeting}}}]}
      steps:
        - - name: one
            templateRef: {name: shared, template: hello}
            arguments: {parameters: [{name: a, value: '{{inputs.parameters.g}}'}]}
`
    const file = folder.write('uses.yaml', uses)
    const ran = await run(['run', file, folder.write('shared.yaml', shared), '--format', 'json'])
    expect(ran.error).toBe('uses: Succeeded\n')
    expect(ran.out).toContain('"value": "hello"')
    expect((await run(['run', file])).status).not.toBe(0)
  })

  test('reads the file or the mocks from standard input', async () => {
    expect((await run(['run', '-'], COINFLIP)).status).toBe(0)
    const mocked = await run(['run', coinflip, '--mocks', '-'], '- {step: flip, phase: Error}')
    expect(mocked.status).toBe(1)
  })
})

describe('a run that is recorded', () => {
  test('is a test beside the workflow, which passes', async () => {
    const file = folder.write('recorded/flip.yaml', COINFLIP)
    const first = await run([
      'run',
      file,
      '--record',
      '--seed',
      '3',
      '--now',
      '2030-01-01T00:00:00Z',
    ])
    expect(first.error).toContain(
      `the run is a test in the new file ${folder.at('recorded/flip.test.yaml')}.`,
    )
    const second = await run(['run', file, '--record', '--seed', '4'])
    expect(second.error).toContain('the run is a test at the end of')
    const tested = await run(['test', file])
    expect(tested.error).toBe('1 file, 2 tests: 2 passed, 0 failed\n')
    expect(tested.out).toContain('✔ Succeeded without heads\n  ✔ Succeeded without heads (2)\n')
  })

  test('names the other manifests that it needs', async () => {
    const other = folder.write('recorded/deep/other.yaml', 'kind: ConfigMap\nmetadata: {name: c}\n')
    const file = folder.write('recorded/with.yml', COINFLIP)
    await run(['run', file, other, '--record'])
    const text = readFileSync(folder.at('recorded/with.test.yaml'), 'utf8')
    expect(text).toMatch(/^sources:\n {2}- deep\/other\.yaml\ntests:\n/)
    expect((await run(['test', file])).status).toBe(0)
  })

  test('is not added to a file that cannot be read', async () => {
    const file = folder.write('recorded/odd.yaml', COINFLIP)
    folder.write('recorded/odd.test.yaml', 'mocks: []\n')
    expect(await run(['run', file, '--record'])).toMatchObject({ status: 2 })
    expect(await run(['run', '-', '--record'], COINFLIP)).toMatchObject({ status: 2, out: '' })
  })
})

describe('scripts', () => {
  const file = folder.write('python.yaml', COINFLIP.replace('command: [sh]', 'command: [python]'))
  const suite = folder.write('python.test.yaml', '- {expect: {nodes: {flip: {result: tails}}}}\n')

  /** Runs the command line where every script prints `tails`. */
  async function withRunner(words: readonly string[]): Promise<{ out: string; ran: string[] }> {
    const ran: string[] = []
    const terminal = {
      ...fakeTerminal(),
      startScripts: (): ScriptRunner => ({
        run: ({ source }) => {
          ran.push(source)
          const log = [{ source: 'stdout', text: 'tails\n' }] as const
          return Promise.resolve({ exitCode: 0, log, files: [], elapsed: 0, took: 1 })
        },
        prepare: () => undefined,
        dispose: () => ran.push('ended'),
      }),
    }
    await runCli(words, terminal)
    return { out: terminal.printed.out, ran }
  }

  test('run where they can, unless they are not wanted', async () => {
    const { out, ran } = await withRunner(['run', file])
    expect(out).toContain('✔ flip 1s\n│       result = tails\n')
    expect(ran).toEqual(['echo heads', 'ended'])
    expect(await withRunner(['run', file, '--no-scripts'])).toMatchObject({ ran: [] })
    const mocked = await withRunner(['run', file, '--mocks', mocks])
    expect(mocked.ran).toEqual(['echo heads', 'ended'])
  })

  test('run in tests, too', async () => {
    expect(await withRunner(['test', suite])).toEqual({
      out: `${suite}\n  ✔ Test 1\n`,
      ran: ['echo heads', 'ended'],
    })
  })
})

test.each([
  [['run'], 'usage: stepwright run'],
  [['run', 'nowhere.yaml'], 'nowhere.yaml does not exist'],
  [['run', '-', '--mocks', '-'], 'standard input'],
  [['run', coinflip, '--seed', 'x'], '--seed is a whole number'],
  [['run', coinflip, '--now', 'x'], '--now is clock or a moment'],
  [['run', coinflip, '--param', 'x'], '--param is NAME=VALUE'],
  [['run', coinflip, '--format', 'xml'], 'xml'],
  [['run', folder.write('bad.yaml', 'a: [\n')], 'bad.yaml:'],
  [['run', folder.write('pod.yaml', 'kind: Pod\n')], 'cannot be run'],
  [
    ['run', coinflip, '--mocks', folder.write('odd.yaml', '- {step: a}\n- {stop: b}\n')],
    'odd.yaml:2:10: There is no field stop here.',
  ],
])('%j is misuse', async (words, says) => {
  const { status, out, error } = await run(words)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(error).toContain(says)
})

test('the help says what a mock is', async () => {
  const { status, out } = await run(['run', '--help'])
  expect(status).toBe(0)
  for (const word of ['--mocks', '--seed', '--now', 'attempts', 'oneOf', 'resume'])
    expect(out).toContain(word)
})
