import { Random } from '../../support/random.ts'
import type { RunExample } from './examples.ts'
import type { OracleMock } from './settings.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type JsonMap = Readonly<Record<string, Json>>

/** A list of one at least. */
type Some<T> = readonly [T, ...T[]]

/** A step or task that later ones may refer to. */
interface Earlier {
  readonly name: string
  readonly calls: Template
  readonly isLoop: boolean
}

/** A template that can be called. */
interface Template {
  readonly name: string
  readonly kind: 'steps' | 'dag' | 'container' | 'script' | 'suspend'
  /** Whether it has an input `text`, and whether that must be given. */
  readonly input: 'needed' | 'default' | undefined
  /** Whether it has an output `value`. */
  readonly hasOutput: boolean
}

const results: Some<string> = [
  'a',
  'b',
  '7',
  '',
  '["x","y"]',
  '[1,2]',
  '[]',
  '{"k":"v"}',
  'two words',
  'a-b',
]

/**
 * A workflow by chance with mocks by chance: templates that call each other, later ones only, with values handed on, conditions, loops,
 * retries, limits, hooks and exit handlers. A seed always gives the same one.
 */
export function randomRun(seed: number): RunExample {
  const random = new Random(seed)
  const leaves = Array.from({ length: 1 + random.nat(2) }, (_, at) => leafOf(random, at))
  const inner = Array.from({ length: random.nat(2) }, (_, at) =>
    groupOf(random, `g${String(at + 1)}`),
  )
  const top: Template = {
    name: 'g0',
    kind: random.chance(0.5) ? 'steps' : 'dag',
    input: undefined,
    hasOutput: random.chance(0.3),
  }
  const callable = [...inner, ...leaves]
  const templates = [top, ...inner].map((template, at) =>
    bodyOf(random, template, callable.slice(at)),
  )
  const exit: Template = { name: 'lx', kind: 'container', input: undefined, hasOutput: false }
  const written = [...leaves, exit].map((leaf) => leafBody(random, leaf))
  const spec: JsonMap = {
    entrypoint: 'g0',
    arguments: { parameters: [{ name: 'p', value: 'a' }] },
    templates: [...templates, ...written],
    ...maybe(random, 0.15, () => ({ parallelism: 1 + random.nat(2) })),
    ...maybe(random, 0.2, () => ({ onExit: 'lx' })),
    ...maybe(random, 0.1, () => ({
      hooks: { watch: { template: 'lx', expression: 'workflow.status == "Running"' } },
    })),
  }
  const manifest = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { name: 'w' },
    spec,
  }
  const text = JSON.stringify(manifest)
  const waits = text.includes('backoff') || written.at(-1)?.['retryStrategy'] !== undefined
  return {
    // What waits between attempts, or for the attempts of an exit handler, has a name of its own: Argo is late there at times.
    name: `random${waits ? '-retry' : ''}-${String(seed)}`,
    text,
    settings: { mocks: [...leaves, exit].flatMap((leaf) => mocksOf(random, leaf)) },
    isForeign: false,
  }
}

function pick<const L extends Some<unknown>>(random: Random, list: L): L[number] {
  return random.of<L[number]>(list) ?? list[0]
}

function maybe(random: Random, share: number, make: () => JsonMap): JsonMap {
  return random.chance(share) ? make() : {}
}

function leafOf(random: Random, at: number): Template {
  const kind = pick(random, ['container', 'container', 'script', 'suspend'] as const)
  const canHold = kind !== 'suspend'
  return {
    name: `l${String(at)}`,
    kind: at === 0 && kind === 'suspend' ? 'script' : kind,
    input: canHold && random.chance(0.4) ? 'default' : undefined,
    hasOutput: canHold && random.chance(0.4),
  }
}

function groupOf(random: Random, name: string): Template {
  return {
    name,
    kind: random.chance(0.5) ? 'steps' : 'dag',
    input: random.of(['needed', 'default', undefined] as const),
    hasOutput: random.chance(0.5),
  }
}

function inputsOf({ input }: Template): JsonMap {
  if (input === undefined) return {}
  return {
    inputs: { parameters: [{ name: 'text', ...(input === 'default' && { default: 'own' }) }] },
  }
}

function leafBody(random: Random, template: Template): JsonMap {
  const { name, kind, hasOutput } = template
  const outputs = hasOutput
    ? {
        outputs: {
          parameters: [
            {
              name: 'value',
              valueFrom: { path: '/tmp/value', ...maybe(random, 0.3, () => ({ default: 'none' })) },
            },
          ],
        },
      }
    : {}
  return {
    name,
    ...inputsOf(template),
    ...outputs,
    ...(kind !== 'suspend' && maybe(random, 0.3, () => ({ retryStrategy: retryOf(random) }))),
    ...(kind === 'container' && {
      container: {
        image: 'alpine:3.20',
        command: ['work'],
        args: [template.input === undefined ? 'x' : '{{inputs.parameters.text}}'],
      },
    }),
    ...(kind === 'script' && { script: { image: 'alpine:3.20', command: ['sh'], source: 'work' } }),
    ...(kind === 'suspend' && { suspend: { duration: String(1 + random.nat(3)) } }),
  }
}

function retryOf(random: Random): JsonMap {
  return {
    limit: String(random.nat(2)),
    ...maybe(random, 0.5, () => ({
      retryPolicy: pick(random, ['Always', 'OnFailure', 'OnError']),
    })),
    ...maybe(random, 0.3, () => ({
      expression: pick(random, ['lastRetry.exitCode != "2"', 'asInt(retries) < 1', 'true']),
    })),
    ...maybe(random, 0.3, () => ({ backoff: { duration: '2', factor: '2' } })),
  }
}

function bodyOf(random: Random, template: Template, callable: readonly Template[]): JsonMap {
  const { name, kind } = template
  const before: Earlier[] = []
  const lanes = Array.from({ length: 1 + random.nat(2) }, (_, row) => {
    const lane = Array.from({ length: 1 + random.nat(1) }, (__, column) =>
      stepOf(random, template, `s${String(row)}-${String(column)}`, random.of(callable), before),
    )
    before.push(...lane.map(({ earlier }) => earlier))
    return lane
  })
  const outputs = template.hasOutput
    ? { outputs: { parameters: [outputOf(random, template, before)] } }
    : {}
  const own = {
    name,
    ...inputsOf(template),
    ...outputs,
    ...maybe(random, 0.15, () => ({ parallelism: 1 + random.nat(1) })),
  }
  if (kind === 'steps')
    return {
      ...own,
      ...maybe(random, 0.2, () => ({ failFast: random.chance(0.5) })),
      steps: lanes.map((lane) => lane.map(({ json }) => json)),
    }
  const usesDepends = random.chance(0.5)
  const tasks = lanes.flatMap((lane, row) =>
    lane.map(({ json }) => ({
      ...withoutContinue(json, usesDepends),
      ...waitsFor(
        random,
        (lanes[row - 1] ?? []).map(({ earlier }) => earlier),
        usesDepends,
      ),
    })),
  )
  return { ...own, dag: { tasks, ...maybe(random, 0.2, () => ({ failFast: false })) } }
}

function withoutContinue({ continueOn, ...rest }: JsonMap, isLeftOut: boolean): JsonMap {
  return isLeftOut || continueOn === undefined ? rest : { ...rest, continueOn }
}

function waitsFor(random: Random, before: readonly Earlier[], usesDepends: boolean): JsonMap {
  if (before.length === 0) return {}
  if (!usesDepends) return { dependencies: before.map(({ name }) => name) }
  const results: Some<string> = [
    '',
    '',
    '.Succeeded',
    '.Failed',
    '.Errored',
    '.Skipped',
    '.Omitted',
    '.Daemoned',
  ]
  const parts = before.map(({ name, isLoop }) => {
    const more: Some<string> = isLoop ? [...results, '.AnySucceeded', '.AllFailed'] : results
    const first = `${name}${pick(random, more)}`
    return random.chance(0.3) ? `(${first} || ${name}${pick(random, more)})` : first
  })
  return { depends: parts.join(random.chance(0.6) ? ' && ' : ' || ') }
}

function stepOf(
  random: Random,
  { kind, input }: Template,
  name: string,
  calls: Template | undefined,
  before: readonly Earlier[],
): { readonly json: JsonMap; readonly earlier: Earlier } {
  const called: Template = calls ?? {
    name: 'l0',
    kind: 'script',
    input: undefined,
    hasOutput: false,
  }
  const loop = random.chance(0.25) ? loopOf(random, kind, before) : {}
  const isLoop = Object.keys(loop).length > 0
  const known = valuesFor(kind, input, before)
  const values: Some<string> = isLoop ? [...known, '{{item}}'] : known
  const isGiven = called.input === 'needed' || (called.input === 'default' && random.chance(0.6))
  const json: JsonMap = {
    name,
    template: called.name,
    ...loop,
    ...(isGiven && {
      arguments: { parameters: [{ name: 'text', value: pick(random, values) }] },
    }),
    ...maybe(random, 0.35, () => ({ when: conditionOf(random, values, isLoop) })),
    ...maybe(random, 0.25, () => ({
      continueOn: pick(random, [{ failed: true }, { error: true }, { failed: true, error: true }]),
    })),
    ...maybe(random, 0.1, () => ({ hooks: { exit: { template: 'lx' } } })),
  }
  return { json, earlier: { name, calls: called, isLoop } }
}

/** Tags and texts that a step may hand on. */
function valuesFor(
  kind: Template['kind'],
  input: Template['input'],
  before: readonly Earlier[],
): Some<string> {
  const prefix = kind === 'dag' ? 'tasks' : 'steps'
  return [
    'c',
    '{{workflow.parameters.p}}',
    ...(input === undefined ? [] : ['{{inputs.parameters.text}}']),
    ...before.flatMap(({ name, calls, isLoop }) => [
      `{{${prefix}.${name}.status}}`,
      ...(calls.kind === 'script' || calls.kind === 'container'
        ? [`{{${prefix}.${name}.outputs.result}}`]
        : []),
      ...(calls.hasOutput ? [`{{${prefix}.${name}.outputs.parameters.value}}`] : []),
      ...(calls.kind === 'script' && !isLoop ? [`{{${prefix}.${name}.exitCode}}`] : []),
    ]),
  ]
}

/** Those of them that stand for an output of a step. */
function outputTags(kind: Template['kind'], before: readonly Earlier[]): readonly string[] {
  return valuesFor(kind, undefined, before).filter((value) => value.includes('.outputs.'))
}

function conditionOf(random: Random, values: Some<string>, isLoop: boolean): string {
  const left = pick(random, values)
  const quote = pick(random, ['', "'", '"'])
  const right = pick(random, [
    'a',
    'b',
    'Succeeded',
    'Failed',
    '7',
    '0',
    ...(isLoop ? ['x', '1'] : []),
  ])
  const one = `${quote}${left}${quote} ${pick(random, ['==', '!='])} ${quote}${right}${quote}`
  const other = random.chance(0.2)
    ? ` ${pick(random, ['&&', '||'])} '${pick(random, values)}' != 'b'`
    : ''
  return one + other
}

function loopOf(random: Random, kind: Template['kind'], before: readonly Earlier[]): JsonMap {
  const sources = outputTags(kind, before)
  switch (random.nat(3)) {
    case 0:
      return { withSequence: { count: String(random.nat(3)) } }
    case 1:
      return { withParam: random.of([...sources, ...sources, '["x","y"]', '[1,2]']) ?? '[]' }
    case 2:
      return { withItems: [1, 'x', pick(random, [true, 1.5, 'a b'])].slice(0, 1 + random.nat(2)) }
    default:
      return { withItems: ['x', 'y'].slice(0, 1 + random.nat(1)) }
  }
}

function outputOf(random: Random, { kind, input }: Template, before: readonly Earlier[]): JsonMap {
  const sources = outputTags(kind, before)
  const fallback = maybe(random, 0.4, () => ({ default: 'none' }))
  const source = random.of(sources)
  if (source === undefined || random.chance(0.3))
    return {
      name: 'value',
      valueFrom: {
        expression: input === undefined ? "workflow.name + 'x'" : 'inputs.parameters.text',
        ...fallback,
      },
    }
  const body = source.slice(2, -2)
  const asExpression = body.replaceAll(/\.(s\d-\d)/g, "['$1']")
  return {
    name: 'value',
    valueFrom: random.chance(0.3)
      ? { expression: asExpression, ...fallback }
      : { parameter: source, ...fallback },
  }
}

function mocksOf(random: Random, { name, kind, hasOutput }: Template): readonly OracleMock[] {
  if (kind === 'suspend') return []
  const mock = (): OracleMock => ({
    template: name,
    ...(random.chance(0.3) ? failure(random) : {}),
    ...(random.chance(0.7) && { result: pick(random, results) }),
    ...(hasOutput && random.chance(0.5) && { parameters: { value: pick(random, results) } }),
    ...(random.chance(0.5) && { duration: 1 + random.nat(4) }),
  })
  const first = random.chance(0.3)
    ? [
        {
          ...mock(),
          node: pick(random, [String.raw`s0-0`, String.raw`\(0`, String.raw`\(1`, 's1-']),
        },
      ]
    : []
  return [...first, mock()]
}

function failure(random: Random): OracleMock {
  return random.chance(0.3) ? { phase: 'Error', message: 'gone' } : { exitCode: 1 + random.nat(1) }
}
