import { describe, expect, test } from 'vitest'
import {
  decisionsOf,
  placeholder,
  readMocksFile,
  withMocks,
  type Outcome,
  type OutcomeRequest,
} from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { node, request, success } from '../../../support/fake-run.ts'

const { signal } = new AbortController()
const own: Outcome = { ...success, log: [{ source: 'stdout', text: 'ran' }] }

function mocksOf(text: string): ReturnType<typeof readMocksFile>['mocks'] {
  const { mocks, problems } = readMocksFile(parseTree(text))
  expect(problems).toEqual([])
  return mocks
}

/** What a request gets by the mocks of a text; whatever they do not say is done by `own`. */
function answered(text: string, asked: OutcomeRequest = request()): Outcome | Promise<Outcome> {
  return withMocks(mocksOf(text), () => own, placeholder)(asked, signal)
}

const withOutputs = {
  needsResult: true,
  template: {
    container: {},
    outputs: {
      parameters: [
        { name: 'size', valueFrom: { path: '/size' } },
        { name: 'sum', valueFrom: { path: '/sum' } },
      ],
      artifacts: [{ name: 'report', path: '/report' }],
    },
  },
}

describe('answers by mocks', () => {
  test('what is not mocked is done by others', () => {
    expect(answered('- {step: other, result: x}')).toBe(own)
    expect(answered('- {step: flip, resume: true}')).toBe(own)
  })

  test('a mock that says how long it takes changes only that', async () => {
    expect(answered('- {step: flip, duration: 5m}')).toEqual({
      ...own,
      duration: 300_000,
      durationFrom: 'said',
    })
    expect(answered('- {step: flip, log: hello}')).toEqual({
      ...own,
      log: [{ source: 'stdout', text: 'hello' }],
    })
    const late = withMocks(mocksOf('- {duration: 5m}'), () => Promise.resolve(own), placeholder)
    await expect(late(request(), signal)).resolves.toEqual({
      ...own,
      duration: 300_000,
      durationFrom: 'said',
    })
  })

  test('a result is what the step prints', () => {
    expect(answered('- {step: flip, result: heads}', request({}, { needsResult: true }))).toEqual({
      ...success,
      result: 'heads',
      log: [{ source: 'stdout', text: 'heads' }],
    })
  })

  test('failing goes with an exit code and Argo’s message', () => {
    expect(answered('- {exitCode: 3}')).toMatchObject({
      phase: 'Failed',
      exitCode: 3,
      message: 'main: Error (exit code 3)',
      isInvented: false,
    })
    expect(answered('- {phase: Failed}')).toMatchObject({ exitCode: 1 })
    expect(answered('- {phase: Failed, message: m}')).toMatchObject({ message: 'm' })
    expect(answered('- {phase: Error, message: m}')).not.toHaveProperty('exitCode')
    const http = request({}, { template: { http: { url: 'x' } } })
    expect(answered('- {phase: Failed}', http)).not.toHaveProperty('exitCode')
    expect(answered('- {phase: Failed}', http)).not.toHaveProperty('message')
  })

  test('outputs that are left out are made up, but for those that are null', () => {
    const asked = request({}, withOutputs)
    const partly = answered('- {outputs: {parameters: {size: 3, sum: null}}}', asked)
    expect(partly).toMatchObject({
      parameters: { size: '3' },
      result: 'flip-result',
      isInvented: true,
    })
    expect(partly).not.toHaveProperty('parameters.sum')
    const fully = `- {result: r, outputs: {parameters: {size: 3, sum: null}, artifacts: {report: fine}}}`
    expect(answered(fully, asked)).toMatchObject({
      artifacts: { report: { kind: 'file', bytes: new TextEncoder().encode('fine') } },
      isInvented: false,
    })
    expect(answered('- {phase: Failed}', asked)).toMatchObject({
      parameters: {},
      artifacts: {},
      isInvented: false,
    })
  })

  test('attempts follow one another, and the last stays', () => {
    const text = '- {attempts: [{exitCode: 1}, {exitCode: 2}, {exitCode: 0}]}'
    const codes = [0, 1, 2, 3, 9].map((attempt) => answered(text, request({ attempt })))
    expect(codes.map((outcome) => 'exitCode' in outcome && outcome.exitCode)).toEqual([
      1, 2, 0, 0, 0,
    ])
    const single = '- {attempt: 1, exitCode: 7}\n- {exitCode: 0}'
    expect(answered(single, request({ attempt: 1 }))).toMatchObject({ exitCode: 7 })
    expect(answered(single, request({ attempt: 2 }))).toMatchObject({ exitCode: 0 })
  })

  test('chance is the seed’s: the same again and again, and all come up', () => {
    const text = '- {duration: 7s, oneOf: [heads, tails, {phase: Failed, duration: 9s}]}'
    const of = (seed: number): unknown => answered(text, request({}, { seed, needsResult: true }))
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 300; seed++) {
      expect(of(seed)).toEqual(of(seed))
      const { result = 'none', duration } = { ...(of(seed) as Outcome) }
      expect(duration).toBe(result === 'none' ? 9000 : 7000)
      counts.set(result, (counts.get(result) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['heads', 'none', 'tails'])
    for (const count of counts.values()) expect(count).toBeGreaterThan(60)
  })
})

test('decisions about suspended nodes', () => {
  const decide = decisionsOf(
    mocksOf(
      '- {step: ask, resume: {parameters: {a: 1}}}\n- {step: no, reject: Never.}\n- {result: x}',
    ),
  )
  expect(decide(node({ displayName: 'ask' }))).toEqual({ kind: 'resume', parameters: { a: '1' } })
  expect(decide(node({ displayName: 'no' }))).toEqual({ kind: 'reject', message: 'Never.' })
  expect(decide(node({ displayName: 'else' }))).toBeUndefined()
})
