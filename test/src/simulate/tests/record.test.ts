import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readManifest } from '../../../../src/argo/index.ts'
import {
  addTest,
  documentToRun,
  dryRun,
  printTestFile,
  readTestFile,
  recordTest,
  runTest,
  type DryRun,
} from '../../../../src/simulate/index.ts'
import { parseTree, type JsonObject } from '../../../../src/yaml/index.ts'
import { corpus } from '../../../support/corpus.ts'
import { COINFLIP, dryRunOf, MANY } from '../../../support/dry-run.ts'
import '../../../support/seeds.ts'

const DAG = `kind: Workflow
metadata: {generateName: dag-}
spec:
  entrypoint: main
  templates:
    - name: main
      dag:
        tasks:
          - {name: a, template: work, withItems: [{x: 1}, {x: 2}, 'p(q)', '*']}
          - {name: b, template: work, depends: a.Succeeded}
          - {name: c, template: work, depends: a.Failed || a.Errored}
    - name: work
      retryStrategy: {limit: 1, retryPolicy: Always}
      script: {image: alpine, command: [sh], source: x}
      outputs: {parameters: [{name: p, valueFrom: {path: /p}}, {name: d, valueFrom: {path: /d, default: dd}}], artifacts: [{name: f, path: /f, optional: true}]}
`

const POD = `kind: Workflow
metadata: {generateName: pod-}
spec:
  entrypoint: main
  templates: [{name: main, container: {image: alpine}}]
`

/** A test of a run, and what becomes of it when its text is run again. */
async function again(
  text: string,
  { run, answers }: DryRun,
  seed = 1,
): Promise<{ readonly recorded: JsonObject; readonly told: unknown }> {
  const recorded = recordTest({ run, answers, name: 'Again', seed, parameters: {} })
  const { file, problems } = readTestFile(parseTree(printTestFile([recorded])))
  expect(problems).toEqual([])
  const [only] = file.tests
  if (only === undefined) throw new Error('There is no test.')
  const result = await runTest(only, file, [{ tree: parseTree(text) }])
  const told =
    result.status === 'failed'
      ? result.failures
      : result.status === 'refused'
        ? result.reason
        : 'passed'
  return { recorded, told }
}

describe('a recorded test', () => {
  test('says what the steps gave, and what came of it', async () => {
    const ran = await dryRunOf(COINFLIP, '- {step: flip, result: heads}')
    const { recorded, told } = await again(COINFLIP, ran)
    expect(told).toBe('passed')
    expect(recorded).toEqual({
      name: 'Again',
      seed: 1,
      mocks: [{ step: 'flip', result: 'heads' }],
      expect: {
        phase: 'Succeeded',
        nodes: { flip: { phase: 'Succeeded', result: 'heads' }, heads: 'Succeeded' },
        skipped: ['tails'],
        order: ['flip', 'heads'],
      },
    })
  })

  test('says the same of all items once, and leaves the name of the run open', async () => {
    const ran = await dryRunOf(
      MANY,
      `- {step: list, outputs: {parameters: {names: [a, b]}, artifacts: {report: fine}}}
- {step: each, exitCode: 3}
`,
    )
    const { recorded, told } = await again(MANY, ran)
    expect(told).toBe('passed')
    expect(recorded).toMatchObject({
      mocks: [
        {
          step: 'list',
          outputs: {
            parameters: { names: '["a","b"]', count: 'list-count' },
            artifacts: { report: 'fine' },
          },
        },
        { step: 'each', phase: 'Failed', exitCode: 3 },
      ],
      expect: {
        phase: 'Failed',
        message: "child '*' failed",
        nodes: {
          list: { outputs: { artifacts: { report: 'fine' } } },
          each: { phase: 'Failed', message: 'No more retries left', count: 2 },
        },
      },
    })
  })

  test('fails when the workflow does something else', async () => {
    const ran = await dryRunOf(COINFLIP, '- {step: flip, result: heads}')
    const { told } = await again(COINFLIP.replace('== "heads"', '== "edge"'), ran)
    expect(told).toMatchObject([{ what: 'heads: phase', expected: 'Succeeded' }])
  })

  test('of a run that waits for a person, too', async () => {
    expect((await again(MANY, await dryRunOf(MANY))).told).toBe('passed')
  })
})

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('heads', 'tails', 'yes', '1.10', 'null', '- a: b', 'a\nb\n', ' x ', '{{x}}', '*'),
)
const outcome = fc.record(
  {
    result: text,
    exitCode: fc.constantFrom(0, 0, 0, 1, 64),
    message: text,
    phase: fc.constantFrom('Succeeded', 'Failed', 'Error'),
    duration: fc.constantFrom('0s', '1500ms', '2h'),
    outputs: fc.record(
      {
        parameters: fc.record({ p: fc.option(text) }, { requiredKeys: [] }),
        artifacts: fc.record({ f: fc.option(text) }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)
const step = fc.constantFrom('flip', 'heads', 'each', 'ask', 'inner', 'deep', 'last', 'a', 'b', 'c')
const mock = fc.record({
  target: fc.record({ step, index: fc.nat(3), attempt: fc.nat(2) }, { requiredKeys: ['step'] }),
  outcome,
})
const decision = fc.constantFrom<JsonObject>(
  { step: 'ask', resume: { parameters: { ok: 'yes' } } },
  { step: 'ask', resume: { parameters: { ok: 'no' } } },
  { step: 'ask', reject: true },
  { step: 'ask', reject: 'No.' },
  { step: 'nobody', result: 'x' },
)
const names = fc.array(text, { maxLength: 4 })

test('whatever its steps do, a run that is recorded passes as a test', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(COINFLIP, MANY, DAG, POD),
      fc.array(mock, { maxLength: 5 }),
      decision,
      names,
      fc.nat(1000),
      async (workflow, mocks, decided, list, seed) => {
        const written = [
          ...mocks.map(({ target, outcome: says }) => ({ ...target, ...says })),
          decided,
          { step: 'list', outputs: { parameters: { names: list } } },
        ]
        const ran = await dryRunOf(workflow, JSON.stringify(written), { seed })
        expect((await again(workflow, ran, seed)).told).toBe('passed')
      },
    ),
    { numRuns: 300 },
  )
})

test('workflows of others, with outputs that are made up, pass again as they were recorded', async () => {
  let recorded = 0
  for (const { name, text: workflow } of corpus('argo', 'hera')) {
    const tree = parseTree(workflow)
    const document = documentToRun(tree)
    const root = tree.documents[document]
    if (root === undefined || readManifest(root).kind !== 'Workflow') continue
    const now = Date.UTC(2025, 0, 1)
    const ran = await dryRun({ sources: [{ tree }], document, seed: 1, now, mocks: [] })
    if (!ran.ok) continue
    expect({ name, told: (await again(workflow, ran.value)).told }).toEqual({
      name,
      told: 'passed',
    })
    recorded++
  }
  if (corpus('argo').length > 0) expect(recorded).toBeGreaterThan(250)
})

describe('adding a test to a file', () => {
  const recorded: JsonObject = { name: 'New', expect: { phase: 'Failed' } }

  test.each([
    ['', 'tests:\n  - name: New\n    expect:\n      phase: Failed\n'],
    [
      '# ours\ntests:\n- name: Old # kept\n',
      '# ours\ntests:\n- name: Old # kept\n- name: New\n  expect:\n    phase: Failed\n',
    ],
    ['- name: Old\n', '- name: Old\n- name: New\n  expect:\n    phase: Failed\n'],
  ])('%j', (before, after) => {
    expect(addTest(before, recorded)).toEqual({ ok: true, value: after })
  })

  test('another with its name gets a number', () => {
    const added = addTest('tests:\n- name: New\n- {name: New (2)}\n', recorded)
    expect(added.ok && added.value).toContain('- name: New (3)\n')
  })

  test.each([
    ['tests: [', 'do not parse'],
    ['mocks: []\n', 'no list of tests'],
    ['tests: 5\n', 'not a list'],
  ])('refuses %j', (before, says) => {
    const added = addTest(before, recorded)
    expect(added.ok ? '' : added.error).toContain(says)
  })
})
