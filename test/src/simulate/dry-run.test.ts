import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  documentToRun,
  dryRun,
  scriptOutcomes,
  startRun,
  type ScriptRunner,
} from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { COINFLIP, dryRunOf, MANY } from '../../support/dry-run.ts'
import '../../support/seeds.ts'

describe('a dry run', () => {
  test('is the same for the same seed, in whatever order answers come', async () => {
    const text = MANY.replace(
      'container: {image: alpine, args',
      'script: {image: python, command: [python], source: x, args',
    )
    const tree = parseTree(text)
    /** Each script answers after as many turns of the event loop as chance says. */
    const slow = (turns: readonly number[]): ScriptRunner => {
      let asked = 0
      return {
        run: async ({ source, seed }) => {
          const wait = turns[asked++ % turns.length] ?? 0
          for (let turn = 0; turn < wait; turn++) await Promise.resolve()
          const log = [{ source: 'stdout', text: `${source} ${String(seed)}\n` }] as const
          return { exitCode: seed % 3 === 0 ? 1 : 0, log, files: [], elapsed: 0, took: 1 }
        },
        prepare: () => undefined,
        dispose: () => undefined,
      }
    }
    const traceOf = async (seed: number, turns: readonly number[]): Promise<unknown> => {
      const ran = await dryRun({
        sources: [{ tree }],
        document: 0,
        seed,
        now: 0,
        mocks: [
          { step: 'list', attempts: [{ parameters: { names: '["a","b","c","d","e","f"]' } }] },
        ],
        scripts: scriptOutcomes(slow(turns)),
      })
      return ran.ok ? ran.value.run.trace : ran.error
    }
    await fc.assert(
      fc.asyncProperty(
        fc.nat(100),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
        async (seed, turns) => {
          expect(await traceOf(seed, turns)).toEqual(await traceOf(seed, [0]))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('stops when it is told to, and all that ran has ended', async () => {
    const tree = parseTree(MANY)
    const stop = new AbortController()
    let progress = 0
    const ran = await dryRun({
      sources: [{ tree }],
      document: 0,
      seed: 1,
      now: 0,
      mocks: [],
      signal: stop.signal,
      onProgress: () => {
        if (++progress === 3) stop.abort()
      },
    })
    if (!ran.ok) throw new Error(ran.error)
    expect(ran.value.ended).toBe('stopped')
    expect(ran.value.run.phase).toBe('Failed')
    const open = [...ran.value.run.nodes.values()].filter(({ phase }) => phase === 'Running')
    expect(open).toEqual([])
  })

  test('tells what it was answered', async () => {
    const { answers, problems } = await dryRunOf(COINFLIP, '- {step: flip, result: heads}')
    expect([...answers.values()].map(({ outcome }) => outcome.result)).toEqual(['heads', undefined])
    expect(problems).toEqual([])
  })

  test('tells of decisions that a node does not take', async () => {
    const { problems, run } = await dryRunOf(MANY, '- {step: ask, resume: {parameters: {no: 1}}}')
    expect(problems).toHaveLength(1)
    expect(run.waiting.map(({ displayName }) => displayName)).toEqual(['ask'])
  })

  test('refuses what cannot be run', async () => {
    const tree = parseTree('kind: Pod\n')
    const started = startRun({ sources: [{ tree }], document: 0, seed: 1, now: 0 })
    const ran = await dryRun({ sources: [{ tree }], document: 0, seed: 1, now: 0, mocks: [] })
    expect(started.ok).toBe(false)
    expect(ran).toEqual(started)
  })
})

test('of a coin that nobody flips both sides come up, and exactly one step says it', async () => {
  const seen = new Map<string, number>()
  for (let seed = 0; seed < 100; seed++) {
    const { run } = await dryRunOf(COINFLIP, '', { seed })
    expect(run.phase).toBe('Succeeded')
    const names = ['heads', 'tails'].filter((name) =>
      [...run.nodes.values()].some(
        ({ displayName, phase }) => displayName === name && phase === 'Succeeded',
      ),
    )
    expect(names).toHaveLength(1)
    seen.set(names[0] ?? '', (seen.get(names[0] ?? '') ?? 0) + 1)
  }
  expect([...seen.keys()].sort()).toEqual(['heads', 'tails'])
})

test.each([
  ['kind: WorkflowTemplate\n---\nkind: CronWorkflow\n---\nkind: Workflow\n', 2],
  ['kind: ConfigMap\n---\nkind: WorkflowTemplate\n---\nkind: CronWorkflow\n', 2],
  ['kind: ConfigMap\n---\nkind: WorkflowTemplate\n', 1],
  ['', 0],
])('of %j runs document %i', (text, index) => {
  expect(documentToRun(parseTree(text))).toBe(index)
})
