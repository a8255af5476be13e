import { describe, expect, test } from 'vitest'
import { judge, nodesNamed, readTestFile } from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { COINFLIP, dryRunOf, MANY } from '../../../support/dry-run.ts'

const heads = await dryRunOf(COINFLIP, '- {step: flip, result: heads}')
const broken = await dryRunOf(COINFLIP, '- {step: flip, exitCode: 2}')
const many = await dryRunOf(
  MANY,
  `- {step: list, outputs: {parameters: {names: [a, b], count: 2}}}
- {step: each, item: b, attempts: [{exitCode: 1}, {exitCode: 0}]}
- {step: ask, resume: {parameters: {ok: yes}}}
`,
)
const hanging = await dryRunOf(MANY)

const FILES = `kind: Workflow
metadata: {name: files}
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - {name: make, template: make}
        - - name: read
            template: read
            arguments: {artifacts: [{name: in, from: '{{steps.make.outputs.artifacts.report}}'}]}
    - name: make
      retryStrategy: {limit: 2}
      container: {image: alpine}
      outputs:
        artifacts:
          - {name: report, path: /report, gcs: {bucket: ours, key: a/b}}
          - {name: maybe, path: /maybe, optional: true}
    - name: read
      inputs: {artifacts: [{name: in, path: /in}]}
      container: {image: alpine}
`
const files = await dryRunOf(
  FILES,
  JSON.stringify([
    {
      step: 'make',
      attempts: [
        { exitCode: 1, log: 'no disk' },
        {
          outputs: { artifacts: { report: 'all *good*\nin files\n', maybe: null } },
          log: 'one\ntwo',
        },
      ],
    },
  ]),
)

/** What is not as the text of a test expects: where it is written, and in words. */
function failures({ run }: typeof heads, expected: string): readonly string[] {
  const text = `- name: a test\n  expect:\n${expected.replaceAll(/^/gm, '    ')}`
  const { file, problems } = readTestFile(parseTree(text))
  expect(problems).toEqual([])
  return judge(run, file.tests[0]?.checks ?? []).map(
    ({ what, expected: wanted, got, at }) =>
      `${text.slice(at.from, at.to).split('\n')[0] ?? ''} | ${what}: expected ${wanted}, got ${got}`,
  )
}

describe('what is as expected', () => {
  test.each([
    ['a success, where nothing is said', 'nodes: {}'],
    ['phases', 'phase: Succeeded\nnodes: {flip: Succeeded, heads: {phase: Succeeded, type: Pod}}'],
    ['results', 'nodes: {flip: {result: heads, exitCode: 0}}'],
    ['results where Argo has them', 'nodes: {flip: {outputs: {result: heads, exitCode: 0}}}'],
    ['no result', 'nodes: {heads: {result: null}}'],
    ['a message', 'nodes: {tails: {message: when *tails*evaluated false}}'],
    ['what does not run', 'skipped: [tails]\nnever: [tails, nobody]'],
    ['a single name for a list', 'skipped: tails'],
    ['order', 'order: [flip, heads]'],
    ['names from the root on', "nodes: {'[0].flip': Succeeded, '*[1].heads': Succeeded}"],
  ])('%s', (_, expected) => {
    expect(failures(heads, expected)).toEqual([])
  })

  test('loops, attempts, hooks, outputs', () => {
    expect(
      failures(
        many,
        `phase: Succeeded
nodes:
  each: {phase: Succeeded, count: 2, type: Retry}
  each(1:b)(0): {phase: Failed, message: '*exit code 1*'}
  each(1:b)(1): Succeeded
  each(0:a): {inputs: {parameters: {item: a}}}
  each(0:a).onExit: Succeeded
  each.onExit: {count: 2}
  ask: {outputs: {parameters: {ok: yes}}}
  list: {count: 2}
  '[0].list': {outputs: {parameters: {names: [a, b], count: 2, more: null}}}
  deep: Succeeded
order: ['[0].list', each, ask, last]
outputs: {parameters: {count: 2, other: null}}`,
      ),
    ).toEqual([])
  })
})

describe('what artifacts hold and steps write', () => {
  test.each([
    'make: {artifacts: {report: "all *good*\\nin files"}}',
    'make: {outputs: {artifacts: {report: "all*files\\n", maybe: null, nothing: null}}}',
    'read: {inputs: {artifacts: {in: "*in files"}}, artifacts: {}}',
    'make: {log: "no disk\\n*two"}',
    'make(1): {log: "one\\ntwo\\n"}',
    'read: {log: null}',
  ])('%s', (expected) => {
    expect(failures(files, `nodes:\n  ${expected}`)).toEqual([])
  })

  test.each([
    [
      'make: {artifacts: {report: bad}}',
      'artifact report: expected bad, got "all *good*\\nin files"',
    ],
    ['make: {artifacts: {report: null}}', 'expected nothing, got "all *good*\\nin files"'],
    ['make: {artifacts: {maybe: "*"}}', 'artifact maybe: expected *, got nothing'],
    ['read: {inputs: {artifacts: {in: ""}}}', 'input artifact in: expected , got "all'],
    ['read: {log: "*"}', 'read: log: expected *, got nothing'],
  ])('%s is not', (expected, told) => {
    const [failure = '', ...others] = failures(files, `nodes:\n  ${expected}`)
    expect(others).toEqual([])
    expect(failure).toContain(told)
  })
})

describe('what is not', () => {
  test.each([
    ['phase: Failed', ['Failed | phase: expected Failed, got Succeeded']],
    ['message: sorry', ['sorry | message: expected sorry, got ']],
    [
      'nodes: {flip: {result: tails}, heads: Skipped}',
      [
        'tails | flip: result: expected tails, got heads',
        'Skipped | heads: phase: expected Skipped, got Succeeded',
      ],
    ],
    [
      'nodes: {tails: Succeeded}',
      [
        `Succeeded | tails: phase: expected Succeeded, got Skipped: when '"heads" == "tails"' evaluated false`,
      ],
    ],
    [
      'nodes: {nobody: Succeeded}',
      [
        'Succeeded | nobody: expected a node of this name, got none; there are coinflip-vzg8n, flip, heads, tails',
      ],
    ],
    ['nodes: {flip: {count: 2}}', ['2 | flip: count: expected 2, got 1']],
    ['nodes: {heads: {result: x}}', ['x | heads: result: expected x, got nothing']],
    ['nodes: {flip: {result: null}}', ['null | flip: result: expected nothing, got heads']],
    ['skipped: [heads]', ['heads | heads: expected that it is skipped, got Succeeded']],
    ['never: [tails, heads]', ['heads | heads: expected that it does not run, got Succeeded']],
    [
      'order: [heads, flip]',
      [
        'flip | order of heads and flip: expected that flip begins when heads has ended, got heads ended later',
      ],
    ],
    ['outputs: {parameters: {a: 1}}', ['1 | global output a: expected 1, got nothing']],
  ])('%s', (expected, told) => {
    expect(failures(heads, expected)).toEqual(told)
  })

  test('of the items of a loop the one is named that is not', () => {
    expect(failures(many, 'nodes: {each: {inputs: {parameters: {item: a}}}}')).toEqual([
      'a | each (each(1:b)): input item: expected a, got b',
    ])
  })

  test('why a run failed, or does not go on', () => {
    expect(failures(broken, 'nodes: {}')[0]).toMatch(
      /^nodes: \{\} \| phase: expected Succeeded, got Failed: child 'coinflip-\w+-\d+' failed$/,
    )
    expect(failures(hanging, 'phase: Succeeded')).toEqual([
      'Succeeded | phase: expected Succeeded, got Running: ask waits for a person.',
    ])
    expect(failures(hanging, 'phase: Running\nnodes: {ask: Running}')).toEqual([])
    expect(failures(hanging, 'phase: Running\norder: [ask, list]')).toEqual([
      'list | order of ask and list: expected that list begins when ask has ended, got ask never ended',
    ])
  })
})

test('the name of a step means its node, or those of its items', () => {
  const nodes = nodesNamed(many.run)
  const named = (name: string): readonly string[] =>
    nodes(name).map(({ displayName }) => displayName)
  expect(named('each')).toEqual(['each(0:a)', 'each(1:b)'])
  expect(named('each(1:b)')).toEqual(['each(1:b)'])
  expect(named('each(1:b)(*)')).toEqual(['each(1:b)(0)', 'each(1:b)(1)'])
  expect(named('list')).toEqual(['list', 'list'])
  expect(named('[2].inner[0].list')).toEqual(['list'])
  expect(named('[0]')).toEqual(['[0]', '[0]'])
  expect(named('many')).toEqual(['many'])
  expect(named('nobody')).toEqual([])
})

test('a name that a node has means that one, though there is a star in it', async () => {
  const { run } = await dryRunOf(MANY, `- {step: list, outputs: {parameters: {names: ['*', b]}}}`)
  const nodes = nodesNamed(run)
  expect(nodes('each(0:*)').map(({ displayName }) => displayName)).toEqual(['each(0:*)'])
  expect(nodes('each(*').length).toBeGreaterThan(2)
})
