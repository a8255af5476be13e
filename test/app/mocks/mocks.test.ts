import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  draftOf,
  mockOf,
  plainMock,
  plainOutcome,
  type OutcomeDraft,
} from '../../../app/mocks/draft.ts'
import { doingOf, doingWords, factsOf } from '../../../app/mocks/doing.ts'
import { factsOfMock } from '../../../app/mocks/facts-of-mock.ts'
import { keepMocks, keptMocks } from '../../../app/mocks/kept.ts'
import { readMocksText } from '../../../app/mocks/read-text.ts'
import { isSameTarget, replaceMock, withMocksSaid } from '../../../app/mocks/said.ts'
import { signWords } from '../../../app/mocks/sign-words.ts'
import { mockWords, targetWords } from '../../../app/mocks/words.ts'
import { readManifest } from '../../../src/argo/index.ts'
import { placeholder, readMocksFile, withMocks, type Mock } from '../../../src/simulate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { request } from '../../support/fake-run.ts'
import '../../support/seeds.ts'

const read = (text: string): readonly Mock[] => readMocksFile(parseTree(text)).mocks
const one = (text: string): Mock => read(`- ${text}`)[0] ?? { attempts: [] }
const template = (text: string) =>
  readManifest(
    parseTree(`kind: Workflow\nspec: {templates: [${text}]}\n`).documents[0] ??
      expect.fail('no document'),
  ).spec.templates[0] ?? expect.fail('no template')

describe('a mock in a form', () => {
  it.each([
    ['{step: a, result: heads}', { ends: 'Succeeded', result: 'heads' }],
    ['{step: a, phase: Succeeded}', { ends: 'Succeeded' }],
    ['{step: a, exitCode: 3, message: no}', { ends: 'Failed', exitCode: '3', message: 'no' }],
    ['{step: a, phase: Error, duration: 90s}', { ends: 'Error', duration: '1m30s' }],
    ['{step: a, oneOf: [heads, tails]}', { ends: 'chance', choices: 'heads\ntails' }],
    ['{step: a, duration: 5m, log: x}', { ends: 'own', duration: '5m', log: 'x' }],
    [
      '{step: a, outputs: {parameters: {n: 1}, artifacts: {f: x}}}',
      { ends: 'Succeeded', parameters: { n: '1' }, artifacts: { f: 'x' } },
    ],
  ])('has its fields: %s', (text, fields) => {
    const mock = one(text)
    const draft = draftOf(mock)
    expect(draft?.attempts).toEqual([{ ...plainOutcome, ...fields }])
    expect(draft && mockOf(draft, mock)).toEqual(mock)
  })

  it('has attempts, items and decisions', () => {
    for (const text of [
      '{step: a, attempts: [{exitCode: 1}, {phase: Succeeded}, done]}',
      '{step: a, index: 2, result: x}',
      '{step: a, item: b, result: x}',
      '{step: a, item: {os: debian}, result: x}',
      '{step: a, resume: true}',
      '{step: a, resume: {parameters: {ok: YES}}}',
      '{step: a, reject: no}',
    ]) {
      const mock = one(text)
      const draft = draftOf(mock)
      expect(draft && mockOf(draft, mock)).toEqual(mock)
    }
  })

  it('says nothing of what it said before it was changed', () => {
    const approved = one('{step: a, index: 1, resume: {parameters: {ok: ship}}}')
    const draft = draftOf(approved) ?? plainMock
    expect(mockOf({ ...draft, decision: 'reject', items: 'all' }, approved)).toEqual({
      step: 'a',
      attempts: [],
      reject: '',
    })
  })

  it.each([
    "{step: a, result: ''}",
    '{step: a, outputs: {parameters: {n: null}}}',
    '{step: a, oneOf: [heads, {phase: Failed}]}',
    '{step: a, oneOf: ["a\\nb"]}',
    '{step: a}',
    '{step: a, item: "[1]", result: x}',
  ])('is left to YAML where a form cannot say it: %s', (text) => {
    expect(draftOf(one(text))).toBeUndefined()
  })

  it.each([
    { ...plainOutcome, duration: 'soon' },
    { ...plainOutcome, exitCode: 'x' },
    { ...plainOutcome, exitCode: '3' },
    { ...plainOutcome, ends: 'chance' as const },
  ])('says what is wrong: %j', (attempt) => {
    expect(typeof mockOf({ ...plainMock, attempts: [attempt] }, {})).toBe('string')
    expect(typeof mockOf({ ...plainMock, items: 'index', item: 'b' }, {})).toBe('string')
  })

  it('does the same when it comes back from a form, whatever was typed', () => {
    const field = fc.oneof(fc.constant(''), fc.string({ maxLength: 6 }))
    const attempt = fc.record<OutcomeDraft>({
      ends: fc.constantFrom('Succeeded', 'Failed', 'Error', 'chance', 'own'),
      exitCode: fc.constantFrom('', '0', '1', '7'),
      result: field,
      choices: fc.constantFrom('a', 'a\nb'),
      parameters: fc.record({ p: field }),
      artifacts: fc.record({ f: field }),
      message: field,
      log: field,
      duration: fc.constantFrom('', '5s', '1h'),
    })
    fc.assert(
      fc.property(attempt, (typed) => {
        const said = mockOf({ ...plainMock, attempts: [typed] }, { step: 'flip' })
        if (typeof said === 'string') return
        const draft = draftOf(said)
        expect(draft).toBeDefined()
        const again = draft && mockOf(draft, said)
        expect(typeof again).toBe('object')
        if (again === undefined || typeof again === 'string') return
        expect(outcome(again)).toEqual(outcome(said))
      }),
    )
  })
})

/** How a step ends by a mock. */
function outcome(mock: Mock): unknown {
  const invent = (asked: ReturnType<typeof request>) => placeholder(asked)
  return withMocks(
    [{ ...mock, step: undefined }],
    invent,
    invent,
  )(request(), new AbortController().signal)
}

describe('what was said', () => {
  const mocks = read('[{step: a, result: 1}, {step: b, result: 2}, {template: t, exitCode: 1}]')

  it('is replaced for the same nodes only', () => {
    const [next] = read('[{step: b, result: 3}]')
    const other = one('{step: b, index: 1, result: 3}')
    if (next === undefined) throw new Error('no mock')
    expect(withMocksSaid(mocks, [next])).toEqual([mocks[0], next, mocks[2]])
    expect(withMocksSaid(mocks, [other])).toEqual([other, ...mocks])
    expect(isSameTarget(one('{item: {a: 1}}'), one('{item: {a: 2}}'))).toBe(false)
    expect(replaceMock(mocks, mocks[1], [other])).toEqual([mocks[0], other, mocks[2]])
    expect(replaceMock(mocks, mocks[1], [])).toEqual([mocks[0], mocks[2]])
    const first = one('{step: a, result: 9}')
    expect(replaceMock(mocks, mocks[1], [first])).toEqual([first, mocks[2]])
  })

  it.each([
    ['{step: a, result: heads}', 'a', 'gives heads'],
    [
      '{template: t, attempts: [{exitCode: 1}, 12]}',
      'All that run t',
      'fails with exit code 1, then gives 12',
    ],
    [
      '{step: a, index: 2, phase: Error, message: no disk}',
      'a, item 2',
      'ends as an error: no disk',
    ],
    ['{step: a, item: {os: x}, duration: 90s}', 'a, item {"os":"x"}', 'takes 1m30s'],
    ['{node: "[0].a*", oneOf: [heads, tails]}', 'nodes [0].a*', 'by chance heads or tails'],
    [
      '{step: a, attempt: 0, outputs: {parameters: {n: 1, m: null}}}',
      'a, attempt 1',
      'gives n = 1, no m',
    ],
    ['{step: ok, resume: {parameters: {sure: YES}}}', 'ok', 'is approved with sure = YES'],
    ['{step: ok, reject: true}', 'ok', 'is rejected'],
    ['{phase: Succeeded}', 'All steps', 'succeeds'],
  ])('is told in words: %s', (text, who, what) => {
    expect(targetWords(one(text))).toBe(who)
    expect(mockWords(one(text))).toBe(what)
  })
})

describe('what a template does when nobody says it', () => {
  it.each([
    ['{name: a, script: {image: "python:3", command: [python], source: x}}', 'Runs here (Python)'],
    ['{name: a, script: {image: alpine, command: [sh], source: x}}', 'Makes up its outputs'],
    ['{name: a, container: {image: alpine}}', 'Makes up its outputs'],
    ['{name: a, suspend: {}}', 'Asks you'],
    ['{name: a, suspend: {duration: 20}}', 'Waits as long as it says, or for you'],
    ['{name: a, steps: []}', 'Its steps run'],
  ])('%s', (text, words) => expect(doingWords(doingOf(template(text)))).toBe(words))

  it('has outputs, choices and retries', () => {
    const facts = factsOf(
      template(
        `{name: a, suspend: {}, retryStrategy: {limit: 2},
          inputs: {parameters: [{name: ok, enum: [ship, drop]}]},
          outputs: {parameters: [{name: ok, valueFrom: {supplied: {}}}, {name: size, valueFrom: {path: /size}}], artifacts: [{name: f, path: /f}]}}`,
      ),
    )
    expect(facts).toMatchObject({
      parameters: ['ok', 'size'],
      artifacts: ['f'],
      asked: [{ name: 'ok', choices: ['ship', 'drop'], value: 'ship' }],
      retries: true,
    })
    expect(factsOf(undefined).doing).toBeUndefined()
  })
})

describe('a file that is loaded', () => {
  it('may be of mocks', () => {
    const text = '- {step: a, result: 1}\n'
    expect(readMocksText(text)).toEqual({ mocks: read(text), tests: [], problems: [] })
    expect(readMocksText('mocks: [{step: a, result: 1}]').mocks).toEqual(read(text))
  })

  it.each([
    'tests: [{name: one, mocks: [{step: a, result: 1}], expect: {}}, {name: two, expect: {}}]\nmocks: [{step: b, result: 2}]',
    '[{name: one, mocks: [{step: a, result: 1}, {step: b, result: 2}], expect: {}}]',
  ])('may be of tests, of which those with mocks can be chosen: %s', (text) => {
    const { tests, problems } = readMocksText(text)
    expect(problems).toEqual([])
    expect(tests).toEqual([
      { name: 'one', mocks: read('[{step: a, result: 1}, {step: b, result: 2}]') },
    ])
  })

  it('says what is wrong in which line', () => {
    expect(readMocksText('- step: a\n  index: b\n').problems).toEqual([
      'Line 2: index must be a whole number from 0 on.',
    ])
    expect(readMocksText('- {').problems[0]).toMatch(/^Line 1: /)
  })
})

it('what a form asks for a mock comes from its step, or from its template', () => {
  const root = parseTree(`kind: Workflow
spec:
  templates:
    - {name: main, steps: [[{name: each, template: work, withItems: [1]}]]}
    - {name: work, container: {image: a}, outputs: {artifacts: [{name: f, path: /f}]}}
`).documents[0]
  if (root === undefined) throw new Error('no document')
  const manifest = readManifest(root)
  const ofStep = factsOfMock(manifest, { step: 'each' })
  expect(ofStep.isLooped).toBe(true)
  expect(ofStep.facts.artifacts).toEqual(['f'])
  expect(factsOfMock(manifest, { template: 'work' }).facts.artifacts).toEqual(['f'])
  expect(factsOfMock(manifest, { step: 'none' }).facts.doing).toBeUndefined()
})

it('a card says what was said of its step, not of one that calls others', () => {
  const [root] = parseTree(`kind: Workflow
spec:
  templates:
    - {name: main, steps: [[{name: a, template: work}, {name: b, template: py}, {name: c, template: main}]]}
    - {name: work, container: {image: x}}
    - {name: py, script: {image: x, command: [python], source: x}}
`).documents
  const words = (step: number, text: string) =>
    root &&
    signWords(readManifest(root), ['spec', 'templates', 0, 'steps', 0, step], read(`[${text}]`))
  expect(words(0, '{step: a, result: 1}')).toBe('In dry runs it gives 1')
  expect(words(0, '{template: work, exitCode: 1}, {step: a, index: 0, result: 1}')).toBe(
    'In dry runs it fails with exit code 1; gives 1',
  )
  expect(words(1, '{result: 1}')).toBe('In dry runs it gives 1, and its Python does not run')
  expect(words(0, '{step: b, result: 1}')).toBeUndefined()
  expect(words(2, '{result: 1}')).toBeUndefined()
})

describe('mocks that the browser keeps', () => {
  let store: Map<string, string>
  beforeEach(() => {
    store = new Map()
    vi.stubGlobal('window', {
      localStorage: {
        getItem: (key: string) => store.get(key) ?? null,
        setItem: (key: string, text: string) => void store.set(key, text),
        removeItem: (key: string) => void store.delete(key),
      },
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('come back by the name of their file, and go when all is taken back', () => {
    const mocks = read('[{step: a, result: 1}, {step: b, attempts: [{exitCode: 1}, x]}]')
    expect(keepMocks('a.yaml', mocks)).toBe(true)
    expect(keptMocks('a.yaml')).toEqual(mocks)
    expect(keptMocks('b.yaml')).toEqual([])
    expect(keepMocks('a.yaml', [])).toBe(true)
    expect(store.size).toBe(0)
  })

  it('are none where the storage is broken, or forbidden', () => {
    for (const text of ['{', '[]', 'null', '{"a.yaml": 1}', '{"a.yaml": "- {st"}']) {
      store.set('stepwright.run-mocks', text)
      expect(Array.isArray(keptMocks('a.yaml'))).toBe(true)
      expect(keptMocks('b.yaml')).toEqual([])
    }
    vi.stubGlobal('window', undefined)
    expect(keptMocks('a.yaml')).toEqual([])
    expect(keepMocks('a.yaml', [one('{result: 1}')])).toBe(false)
  })

  it('take no more room than they may: old ones go first, and what is too much alone is not kept', () => {
    const large = (size: number) => [one(`{step: a, result: ${'x'.repeat(size)}}`)]
    for (let index = 0; index < 60; index++) keepMocks(`${String(index)}.yaml`, large(1))
    expect(keptMocks('9.yaml')).toEqual([])
    expect(keptMocks('10.yaml')).toHaveLength(1)
    expect(keepMocks('a.yaml', large(300_000))).toBe(true)
    expect(keepMocks('b.yaml', large(300_000))).toBe(true)
    expect(keptMocks('a.yaml')).toEqual([])
    expect(keepMocks('c.yaml', large(600_000))).toBe(false)
    expect(keptMocks('b.yaml')).toHaveLength(1)
  })
})
