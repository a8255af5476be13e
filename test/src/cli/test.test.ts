import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Folder, run } from '../../support/command-line.ts'
import { COINFLIP } from '../../support/dry-run.ts'

const folder = new Folder()
folder.write('a/coinflip.yaml', COINFLIP)
const good = folder.write(
  'a/coinflip.test.yaml',
  `tests:
  - name: Heads
    mocks: [{step: flip, result: heads}]
    expect: {skipped: tails, order: [flip, heads]}
`,
)
const bad = folder.write(
  'b/deep/other.test.yml',
  `workflow: ../../a/coinflip.yaml
mocks: [{step: flip, result: tails}]
tests:
  - name: Heads <&> "heads"
    expect:
      nodes:
        heads: Succeeded
  - name: Edge
    mocks: [{step: flip, result: edge}]
    expect: {skipped: [heads, tails]}
`,
)

describe('tests of workflows', () => {
  test('of a file pass', async () => {
    const { status, out, error } = await run(['test', good])
    expect(out).toBe(`${good}\n  ✔ Heads\n`)
    expect({ status, error }).toEqual({ status: 0, error: '1 file, 1 test: 1 passed, 0 failed\n' })
  })

  test('beside a workflow are found', async () => {
    expect((await run(['test', folder.at('a/coinflip.yaml')])).out).toContain('✔ Heads')
  })

  test('of folders are found, and a failure says where it is expected', async () => {
    const { status, out, error } = await run(['test', folder.at('a'), folder.at('b')])
    expect(status).toBe(1)
    expect(error).toBe('2 files, 3 tests: 2 passed, 1 failed\n')
    expect(out).toContain('✖ Heads <&> "heads"\n')
    expect(out).toContain(
      `${bad}:7:16: heads: phase: expected Succeeded, got Skipped: when '"tails" == "heads"' evaluated false\n`,
    )
  })

  test('as JSON', async () => {
    const { out } = await run(['test', bad, '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject([
      { file: bad, line: 4, status: 'failed', failures: [{ file: bad, line: 7, column: 16 }] },
      { file: bad, line: 8, name: 'Edge', status: 'passed', failures: [] },
    ])
  })

  test('of a workflow that cannot be run are refused', async () => {
    folder.write('c/none.yaml', 'kind: Workflow\nspec: {}\n')
    const file = folder.write('c/none.test.yaml', '- {}\n')
    const { status, out } = await run(['test', file])
    expect(status).toBe(1)
    expect(out).toContain(`${file}:1:3: cannot be run: `)
  })
})

describe('what came is accepted', () => {
  test('in the files, and said', async () => {
    folder.write('update/coinflip.yaml', COINFLIP)
    const text = `# Ours.
- name: Heads
  mocks: [{step: flip, result: tails}]
  expect:
    nodes: {flip: {result: heads}} # kept
    skipped: [tails]
- {name: Refused, parameters: {no: such}}
`
    const file = folder.write('update/coinflip.test.yaml', text)
    const { status, out, error } = await run(['test', file, '--update'])
    expect({ status, error }).toEqual({ status: 1, error: '1 file, 2 tests: 0 passed, 2 failed\n' })
    expect(out).toContain(`${file}:5:28: flip: result: expects tails now, not heads.\n`)
    expect(out).toContain(`${file}:6:15: tails: stays as it is. Take this away if it may run.\n`)
    expect(readFileSync(file, 'utf8')).toBe(text.replace('result: heads', 'result: tails'))
    folder.write('update/coinflip.test.yaml', text.replace('    skipped: [tails]\n', ''))
    const again = await run(['test', file, '--update', '--format', 'json'])
    expect(JSON.parse(again.out)).toMatchObject([
      { status: 'passed', failures: [], updated: [{ line: 5, column: 28 }], left: [] },
      { status: 'refused' },
    ])
    expect((await run(['test', file, '--update'])).out).toContain('  ✔ Heads\n  ✖ Refused')
  })

  test('and nothing is written where all is well', async () => {
    const before = readFileSync(good, 'utf8')
    expect((await run(['test', good, '--update'])).out).toBe(`${good}\n  ✔ Heads\n`)
    expect(readFileSync(good, 'utf8')).toBe(before)
  })
})

test('the example of the README passes with the workflow that ships', async () => {
  const readme = readFileSync('README.md', 'utf8')
  const [, text = ''] = /as `coinflip\.test\.yaml`[^]*?```yaml\n([^]*?)```/.exec(readme) ?? []
  folder.write('readme/coinflip.yaml', readFileSync('public/examples/coinflip.yaml'))
  const file = folder.write('readme/coinflip.test.yaml', text)
  const { error } = await run(['test', file])
  expect(error).toBe('1 file, 2 tests: 2 passed, 0 failed\n')
})

test.each([
  [['test'], 'usage: stepwright test'],
  [['test', folder.at('a/coinflip.yaml'), '--format', 'xml'], 'xml'],
  [['test', '-', '--update'], 'standard input'],
  [['test', 'nowhere.test.yaml'], 'does not exist'],
  [['test', folder.write('d/x.yaml', 'a: 1\n') && folder.at('d')], 'There are no tests'],
  [['test', folder.write('e/x.test.yaml', '- {}\n')], 'there is no'],
  [['test', folder.write('f/x.yml', '- {}\n')], 'say which workflow is tested'],
  [['test', folder.write('g/x.test.yaml', '- {}\n- {nam: a}\n')], 'x.test.yaml:2:9: There is no'],
])('%j is misuse', async (words, says) => {
  const { status, out, error } = await run(words)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(error).toContain(says)
})
