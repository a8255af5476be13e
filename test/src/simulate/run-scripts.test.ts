import { describe, expect, test } from 'vitest'
import {
  scriptOutcomes,
  type Outcome,
  type OutcomeRequest,
  type ScriptResult,
  type ScriptRun,
  type ScriptRunner,
} from '../../../src/simulate/index.ts'
import type { JsonObject } from '../../../src/yaml/index.ts'
import { request } from '../../support/fake-run.ts'

const { signal } = new AbortController()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const done: ScriptResult = { exitCode: 0, log: [], files: [], elapsed: 3, took: 12 }

/** A runner that notes what it is asked and says what it is told. */
function fakeRunner(result: Partial<ScriptResult> = {}): ScriptRunner & { asked: ScriptRun[] } {
  const asked: ScriptRun[] = []
  return {
    asked,
    run: (run) => {
      asked.push(run)
      return Promise.resolve({ ...done, ...result })
    },
    prepare: () => undefined,
    dispose: () => undefined,
  }
}

function asking(script: JsonObject, more: JsonObject = {}): OutcomeRequest {
  return request({}, { template: { script, ...more }, seed: 5, now: 77, needsResult: true })
}

const python: JsonObject = { image: 'python:3.10', command: ['python'], source: 'print(1)' }

async function outcomeOf(
  result: Partial<ScriptResult>,
  more: JsonObject = {},
): Promise<Outcome | undefined> {
  return await scriptOutcomes(fakeRunner(result))(asking(python, more), signal)
}

describe('what a runner is asked', () => {
  test('the source, its language, what it may read and what it should leave', async () => {
    const runner = fakeRunner()
    const more = {
      inputs: {
        artifacts: [
          { name: 'in', path: '/tmp/in' },
          { name: 'dir', path: '/tmp/dir/' },
          { name: 'unknown', path: '/tmp/unknown' },
        ],
      },
      outputs: {
        parameters: [
          { name: 'p', valueFrom: { path: '/tmp/p' } },
          { name: 'v', value: 'x' },
        ],
        artifacts: [
          { name: 'p', path: '/tmp/p' },
          { name: 'out', path: '/tmp/out' },
        ],
      },
    }
    const env = [
      { name: 'A', value: 'a' },
      { name: 'S', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      { name: 'EMPTY' },
    ]
    const asked: OutcomeRequest = {
      ...asking({ ...python, env }, more),
      artifacts: {
        in: { kind: 'file', bytes: bytes('i') },
        dir: { kind: 'folder', files: [{ path: 'a/b', bytes: bytes('j') }] },
      },
    }
    await scriptOutcomes(runner, { time: 5000, memory: 1024 })(asked, signal)
    expect(runner.asked).toEqual([
      {
        language: 'python',
        source: 'print(1)',
        args: [],
        env: { A: 'a', EMPTY: '' },
        files: [
          { path: '/tmp/in', content: bytes('i') },
          { path: '/tmp/dir/a/b', content: bytes('j') },
        ],
        outputs: ['/tmp/p', '/tmp/out'],
        seed: 5,
        now: 77,
        workingDir: '/',
        timeLimit: 5000,
        memoryLimit: 1024,
      },
    ])
  })

  test.each<[string, JsonObject, string | undefined]>([
    ['Python', python, 'python'],
    ['JavaScript', { image: 'node:20', command: ['node'], source: '' }, 'javascript'],
    [
      'a module of Python',
      { command: ['python'], args: ['-m', 'http.server'], source: '' },
      undefined,
    ],
    ['nothing that it says', { image: 'python:3.10', source: 'print(1)' }, undefined],
    ['a shell', { image: 'python:3.10', command: ['bash'], source: '' }, undefined],
    ['nothing that is known', { image: 'mine', source: '' }, undefined],
  ])('of %s', async (_, script, language) => {
    const runner = fakeRunner()
    const answer = scriptOutcomes(runner)(asking(script), signal)
    expect(answer === undefined).toBe(language === undefined)
    await answer
    expect(runner.asked.map((one) => one.language)).toEqual(
      language === undefined ? [] : [language],
    )
  })

  test('nothing of templates that are no scripts', () => {
    expect(scriptOutcomes(fakeRunner())(request(), signal)).toBeUndefined()
  })
})

describe('what a script did is an outcome', () => {
  test('what it printed is its result, without the last line break', async () => {
    const log = [
      { source: 'stdout', text: 'he' },
      { source: 'stderr', text: 'care' },
      { source: 'stdout', text: 'ads\n\nmore\n' },
      { source: 'stderr', text: 'ful' },
    ] as const
    expect(await outcomeOf({ log })).toEqual({
      phase: 'Succeeded',
      exitCode: 0,
      result: 'heads\n\nmore',
      parameters: {},
      artifacts: {},
      duration: 1000,
      log: [
        { source: 'stdout', text: 'heads\n\nmore' },
        { source: 'stderr', text: 'careful' },
      ],
      isInvented: false,
      took: 12,
    })
  })

  test('of a result that is too long the end is kept', async () => {
    const text = `${'a'.repeat(10)}${'b'.repeat(256 * 1024)}\n`
    const outcome = await outcomeOf({ log: [{ source: 'stdout', text }] })
    expect(outcome?.result).toBe('b'.repeat(256 * 1024))
  })

  test('files are its outputs', async () => {
    const more = {
      outputs: {
        parameters: [
          { name: 'p', valueFrom: { path: '/p' } },
          { name: 'missing', valueFrom: { path: '/m' } },
        ],
        artifacts: [
          { name: 'file', path: '/f' },
          { name: 'folder', path: '/d/' },
          { name: 'none', path: '/n' },
        ],
      },
    }
    const files = [
      { path: '/p', content: bytes('one\n\n') },
      { path: '/f', content: bytes('two\n') },
      { path: '/d/a', content: bytes('a') },
      { path: '/d/b/c', content: bytes('c') },
    ]
    expect(await outcomeOf({ files }, more)).toMatchObject({
      parameters: { p: 'one\n' },
      artifacts: {
        file: { kind: 'file', bytes: bytes('two\n') },
        folder: {
          kind: 'folder',
          files: [
            { path: 'a', bytes: bytes('a') },
            { path: 'b/c', bytes: bytes('c') },
          ],
        },
      },
    })
  })

  test('an exception has Argo’s message, and its line in the log', async () => {
    const failure = { kind: 'exception', message: 'ValueError: no', line: 3 } as const
    const log = [{ source: 'stderr', text: 'Traceback\n' }] as const
    expect(await outcomeOf({ exitCode: 1, failure, log })).toMatchObject({
      phase: 'Failed',
      exitCode: 1,
      message: 'main: Error (exit code 1)',
      log: [
        { source: 'stderr', text: 'Traceback' },
        { source: 'run', text: 'Line 3: ValueError: no' },
      ],
    })
  })

  test('what only the dry run lacks is said in the message', async () => {
    const failure = { kind: 'missing-module', message: 'The module x is not there.' } as const
    expect(await outcomeOf({ exitCode: 1, failure })).toMatchObject({
      message: 'main: Error (exit code 1): The module x is not there.',
    })
  })

  test('it takes as long as it slept', async () => {
    expect(await outcomeOf({ elapsed: 5000 })).toMatchObject({ duration: 5000 })
  })
})
