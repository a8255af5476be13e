import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChangeSet } from '../../../../src/document/index.ts'
import {
  judgeTest,
  printTestFile,
  readTestFile,
  recordTest,
  updateTest,
  type DryRun,
  type TestUpdate,
} from '../../../../src/simulate/index.ts'
import { parseTree, toValue, type JsonValue } from '../../../../src/yaml/index.ts'
import { COINFLIP, dryRunOf, MANY } from '../../../support/dry-run.ts'
import '../../../support/seeds.ts'

interface Accepted {
  readonly text: string
  readonly update: TestUpdate
  /** Where the test is not met after it. */
  readonly failing: readonly string[]
}

/** Accepts what came for the first test of a file. */
function accept(text: string, ran: DryRun): Accepted {
  const tree = parseTree(text)
  const failures = failuresOf(text, ran)
  const update = updateTest(tree, failures)
  const after = ChangeSet.of(update.changes, text.length).apply(text)
  return { text: after, update, failing: failuresOf(after, ran).map(({ path }) => path.join('/')) }
}

function failuresOf(text: string, ran: DryRun) {
  const { file, problems } = readTestFile(parseTree(text))
  expect(problems).toEqual([])
  const [first] = file.tests
  if (first === undefined) throw new Error('There is no test.')
  const result = judgeTest(first, ran)
  return result.status === 'failed' ? result.failures : []
}

const tails = await dryRunOf(COINFLIP, '- {step: flip, result: tails}')

describe('what came is accepted', () => {
  test('and only the values are others: comments, quotes and all else stay', () => {
    const text = `# Ours.
tests:
  - name: Heads # the usual side
    expect:
      nodes:
        flip: {result: "heads", exitCode: 0} # flipped
        heads: Succeeded # said
        tails:
          phase: Skipped
          message: "*evaluated false" # why
      skipped: [tails]
`
    const { text: after, update, failing } = accept(text, tails)
    expect(after).toBe(
      text
        .replace('"heads"', '"tails"')
        .replace('heads: Succeeded', 'heads: Skipped')
        .replace('phase: Skipped', 'phase: Succeeded')
        .replace('"*evaluated false"', '""'),
    )
    expect(update.rewritten.map(({ message }) => message)).toContain(
      'flip: result: expects tails now, not heads.',
    )
    expect(update.left).toEqual([
      {
        message: 'tails: stays as it is. Take this away if it may run.',
        path: ['tests', 0, 'expect', 'skipped', 0],
      },
    ])
    expect(failing).toEqual(['tests/0/expect/skipped/0'])
  })

  test('lists stay lists, and nothing may be expected', async () => {
    const many = await dryRunOf(
      MANY,
      '- {step: list, outputs: {parameters: {names: [a, 1]}}}\n- {step: ask, resume: {parameters: {ok: x}}}\n',
    )
    const { text, failing } = accept(
      `- expect:
    phase: Failed
    nodes:
      '[0].list': {outputs: {parameters: {names: [b], count: [1], gone: x}}}
      each: {count: 5}
`,
      many,
    )
    expect(text).toBe(
      `- expect:
    phase: Succeeded
    nodes:
      '[0].list': {outputs: {parameters: {names: [a, 1], count: list-count, gone: null}}}
      each: {count: 2}
`,
    )
    expect(failing).toEqual([])
  })

  test.each([
    ['a phase that nobody wrote', '- expect: {nodes: {flip: {result: tails}}}', 'broken'],
    ['nodes that differ', '- expect: {phase: Failed, nodes: {each: {phase: Error}}}', 'differing'],
    ['nodes that are not there', '- expect: {phase: Failed, nodes: {nobody: Error}}', 'broken'],
    ['order', '- expect: {phase: Failed, order: [nobody, flip]}', 'broken'],
    [
      'what an anchor shares',
      '- {parameters: {x: &a heads}, expect: {phase: Failed, nodes: {flip: {result: *a}}}}',
      'broken',
    ],
  ])('not for %s', async (_, text, which) => {
    const ran =
      which === 'broken'
        ? await dryRunOf(COINFLIP, '- {step: flip, result: tails}\n- {step: tails, exitCode: 1}')
        : await dryRunOf(
            MANY,
            '- {step: list, outputs: {parameters: {names: [a, b]}}}\n- {step: each, item: b, exitCode: 1}\n',
          )
    const accepted = accept(text, ran)
    expect(accepted.text).toBe(text)
    expect(accepted.update.left).toHaveLength(accepted.failing.length)
    expect(accepted.update.left[0]?.message).toMatch(/: stays as it is\. .+\.$/s)
  })
})

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('heads', 'tails', 'yes', '1.10', 'null', '- a: b', 'a\nb\n', '[1]', '{}', '*'),
)
const mocks = fc.array(
  fc.record(
    {
      step: fc.constantFrom('flip', 'heads', 'each', 'ask', 'deep', 'last', 'list'),
      index: fc.nat(2),
      result: text,
      message: text,
      exitCode: fc.constantFrom(0, 0, 1),
      outputs: fc.record({
        parameters: fc.record({ names: fc.constantFrom('[]', '["a"]', '["a","b"]'), count: text }),
        artifacts: fc.record({ report: text }),
      }),
    },
    { requiredKeys: ['step'] },
  ),
  { maxLength: 4 },
)

test('after that a test passes, but for what stays as it is; and nothing else is changed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(COINFLIP, MANY),
      mocks,
      mocks,
      async (workflow, before, after) => {
        const { run, answers } = await dryRunOf(workflow, JSON.stringify(before))
        const recorded = recordTest({ run, answers, name: 'One', seed: 1, parameters: {} })
        const written = printTestFile([recorded])
        const other = await dryRunOf(workflow, JSON.stringify(after))
        const accepted = accept(written, other)
        expect(accepted.failing).toEqual(accepted.update.left.map(({ path }) => path.join('/')))
        const paths = new Set(accepted.update.rewritten.map(({ path }) => path.join('/')))
        expect(without(accepted.text, paths)).toEqual(without(written, paths))
      },
    ),
    { numRuns: 200 },
  )
})

/** The value of a text, without what stands at some paths. */
function without(written: string, paths: ReadonlySet<string>): JsonValue {
  const pruned = (value: JsonValue, path: string): JsonValue => {
    if (paths.has(path)) return '…'
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value).map(
      ([key, one]) => [key, pruned(one, path === '' ? key : `${path}/${key}`)] as const,
    )
    return Object.fromEntries(entries)
  }
  const root = parseTree(written).documents[0]?.root
  return pruned(root === undefined ? null : (toValue(root, new Map()) ?? null), '')
}
