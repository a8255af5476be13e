import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reachOf, type Reach } from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import '../../../support/seeds.ts'

/*
 * Random workflows of which it is known by construction which steps can run: each condition is about some variables, each of which may be
 * whatever it likes, and a step can run exactly if some values make its condition true, and those of all that call it.
 */

/** A thing that may be this or that: a parameter, perhaps with an enum, or what a script prints. */
interface Thing {
  readonly name: string
  readonly kind: 'free' | 'enum' | 'output'
}

const things: readonly Thing[] = [
  { name: 'free', kind: 'free' },
  { name: 'few', kind: 'enum' },
  { name: 'flip', kind: 'output' },
  { name: 'toss', kind: 'output' },
]

const words = ['a', 'b', 'c']
/** What any other text is in the truth. */
const ANY = 'zzz'

type Condition =
  | { readonly kind: 'is'; readonly thing: number; readonly word: string; readonly isNot: boolean }
  | {
      readonly kind: 'and' | 'or'
      readonly left: Condition
      readonly right: Condition
    }

const is: fc.Arbitrary<Condition> = fc.record({
  kind: fc.constant('is' as const),
  thing: fc.nat(things.length - 1),
  word: fc.constantFrom(...words),
  isNot: fc.boolean(),
})
const joined = (left: Condition, right: Condition, kind: 'and' | 'or'): Condition => ({
  kind,
  left,
  right,
})
const condition: fc.Arbitrary<Condition> = fc.oneof(
  is,
  fc
    .tuple(is, is, fc.constantFrom('and' as const, 'and' as const, 'or' as const))
    .map(([left, right, kind]) => joined(left, right, kind)),
  fc.tuple(is, is, is).map(([a, b, c]) => joined(joined(a, b, 'and'), c, 'and')),
)

type Values = readonly string[]

function holds(condition: Condition, values: Values): boolean {
  switch (condition.kind) {
    case 'is':
      return (values[condition.thing] === condition.word) !== condition.isNot
    case 'and':
      return holds(condition.left, values) && holds(condition.right, values)
    case 'or':
      return holds(condition.left, values) || holds(condition.right, values)
  }
}

/** All that the things may be, as far as the words can tell. */
const worlds: readonly Values[] = things.reduce<readonly Values[]>(
  (all, { kind }) => {
    const own = kind === 'enum' ? ['a', 'b'] : [...words, ANY]
    return all.flatMap((values) => own.map((value) => [...values, value]))
  },
  [[]],
)

/** A condition as a text, with the reference to each thing. */
function written(condition: Condition, reference: (thing: number) => string): string {
  switch (condition.kind) {
    case 'is':
      return `'${reference(condition.thing)}' ${condition.isNot ? '!=' : '=='} '${condition.word}'`
    case 'and':
    case 'or': {
      const [left, right] = [condition.left, condition.right].map((one) => written(one, reference))
      return `(${left ?? ''} ${condition.kind === 'and' ? '&&' : '||'} ${right ?? ''})`
    }
  }
}

/** A step of the main template, and what the template that it calls does under another condition, with inputs for all that it reads. */
interface Call {
  readonly outer: Condition | undefined
  readonly inner: Condition
  /** For each input the thing that it is, or a word. */
  readonly given: readonly (number | string)[]
}

const call: fc.Arbitrary<Call> = fc.record({
  outer: fc.option(condition, { nil: undefined }),
  inner: condition,
  given: fc.tuple(
    ...things.map(() => fc.oneof(fc.nat(things.length - 1), fc.constantFrom(...words))),
  ),
})

function outside(thing: number): string {
  const { name, kind } = things[thing] ?? { name: '', kind: 'free' }
  return kind === 'output' ? `{{steps.${name}.outputs.result}}` : `{{workflow.parameters.${name}}}`
}

function manifest(calls: readonly Call[]): string {
  const steps = calls.map(({ outer, given }, at) => ({
    name: `call-${String(at)}`,
    template: `inner-${String(at)}`,
    ...(outer && { when: written(outer, outside) }),
    arguments: {
      parameters: given.map((one, input) => ({
        name: `i${String(input)}`,
        value: typeof one === 'number' ? outside(one) : one,
      })),
    },
  }))
  const inner = calls.map(({ inner: own }, at) => ({
    name: `inner-${String(at)}`,
    inputs: { parameters: things.map((_, input) => ({ name: `i${String(input)}` })) },
    steps: [
      [
        {
          name: `deep-${String(at)}`,
          template: 'say',
          when: written(own, (thing) => `{{inputs.parameters.i${String(thing)}}}`),
        },
      ],
    ],
  }))
  const script = { image: 'alpine', command: ['sh'], source: 'true' }
  return JSON.stringify({
    kind: 'Workflow',
    metadata: { name: 'w' },
    spec: {
      entrypoint: 'main',
      arguments: {
        parameters: [
          { name: 'free', value: 'a' },
          { name: 'few', value: 'b', enum: ['a', 'b'] },
        ],
      },
      templates: [
        {
          name: 'main',
          steps: [['flip', 'toss'].map((name) => ({ name, template: 'coin' })), steps],
        },
        ...inner,
        { name: 'coin', script },
        { name: 'say', container: { image: 'alpine' } },
      ],
    },
  })
}

/** The worlds in which a call runs, and those in which what is in it does. */
function truthOf({ outer, inner, given }: Call): { readonly call: number; readonly deep: number } {
  const outerWorlds = worlds.filter((values) => outer === undefined || holds(outer, values))
  const deep = outerWorlds.filter((values) =>
    holds(
      inner,
      given.map((one) => (typeof one === 'number' ? (values[one] ?? '') : one)),
    ),
  )
  return { call: outerWorlds.length, deep: deep.length }
}

function expected(count: number): Reach['runs'] {
  return count === 0 ? 'never' : count === worlds.length ? 'always' : 'sometimes'
}

test('what is said of steps is the truth', () => {
  fc.assert(
    fc.property(fc.array(call, { minLength: 1, maxLength: 3 }), (calls) => {
      const sources = [{ tree: parseTree(manifest(calls)) }]
      const found = reachOf({ sources, document: 0, seed: 1, now: 0, most: 2000 })
      if (!found.ok) throw new Error(found.error)
      const runs = new Map(found.value.steps.map((step) => [step.name, step.runs]))
      for (const [at, one] of calls.entries()) {
        const truth = truthOf(one)
        expect([at, runs.get(`call-${String(at)}`)]).toEqual([at, expected(truth.call)])
        expect([at, runs.get(`deep-${String(at)}`)]).toEqual([at, expected(truth.deep)])
      }
    }),
    { numRuns: 30 },
  )
})

test('with few runs nothing is said that is not true', () => {
  fc.assert(
    fc.property(
      fc.array(call, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 30 }),
      (calls, most) => {
        const sources = [{ tree: parseTree(manifest(calls)) }]
        const found = reachOf({ sources, document: 0, seed: 1, now: 0, most, onlyNever: true })
        if (!found.ok) throw new Error(found.error)
        for (const step of found.value.steps) {
          const [kind, at] = step.name.split('-')
          const one = calls[Number(at)]
          if (one === undefined || (kind !== 'call' && kind !== 'deep')) continue
          const count = truthOf(one)[kind]
          if (step.runs === 'never') expect(count).toBe(0)
          if (step.runs === 'always') expect(count).toBe(worlds.length)
          if (step.runs === 'sometimes') expect(count).toBeGreaterThan(0)
        }
      },
    ),
    { numRuns: 30 },
  )
})

/** What a task may depend on, and how its tasks may end. */
const ends = ['Succeeded', 'Failed', 'Errored'] as const
const demand: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom(...ends), fc.boolean(), fc.boolean()),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) =>
    parts
      .map(([task, end, isNot, isOr], at) => {
        const joint = at === 0 ? '' : isOr ? ' || ' : ' && '
        return `${joint}${isNot ? '!' : ''}${task}.${end}`
      })
      .join(''),
  )

test('what tasks depend on is tried with all ways in which others end', () => {
  fc.assert(
    fc.property(demand, (depends) => {
      const tasks = [
        { name: 'a', template: 'say' },
        { name: 'b', template: 'say' },
        { name: 'it', template: 'say', depends },
      ]
      const spec = {
        entrypoint: 'main',
        templates: [
          { name: 'main', dag: { tasks } },
          { name: 'say', container: { image: 'alpine' } },
        ],
      }
      const text = JSON.stringify({ kind: 'Workflow', metadata: { name: 'w' }, spec })
      const found = reachOf({ sources: [{ tree: parseTree(text) }], document: 0, seed: 1, now: 0 })
      if (!found.ok) throw new Error(found.error)
      const isPossible = ends.some((a) =>
        ends.some((b) => {
          const ended: Readonly<Record<string, string>> = { a, b }
          return depends.split(' || ').some((part) =>
            part.split(' && ').every((one) => {
              const [, not = '', task = '', end] = /^(!?)(\w)\.(\w+)$/.exec(one) ?? []
              return (ended[task] === end) !== (not === '!')
            }),
          )
        }),
      )
      const last = found.value.steps.at(-1)
      expect(last?.runs === 'never').toBe(!isPossible)
      expect(last?.runs).not.toBe('unknown')
    }),
    { numRuns: 50 },
  )
})
