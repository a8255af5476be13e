import { describe, expect, it } from 'vitest'
import { outcomeOfScript, scriptRunOf } from '../../../app/simulator/script-outcomes.ts'
import type { ScriptResult } from '../../../src/simulate/index.ts'
import { request } from '../../support/fake-run.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const template = {
  script: {
    image: 'python:3.12',
    command: ['python'],
    source: 'print(1)',
    env: [{ name: 'A', value: 1 }],
  },
  inputs: { artifacts: [{ name: 'in', path: '/tmp/in' }] },
  outputs: {
    parameters: [{ name: 'p', valueFrom: { path: '/tmp/p' } }],
    artifacts: [{ name: 'out', path: '/tmp/out' }],
  },
}
const asked = request(
  {},
  { template, needsResult: true, artifacts: { in: { kind: 'file', bytes: bytes('x') } } },
)
const result: ScriptResult = {
  exitCode: 0,
  log: [
    { source: 'stdout', text: 'hea' },
    { source: 'stdout', text: 'ds\n\n' },
    { source: 'stderr', text: 'careful\n' },
  ],
  files: [
    { path: '/tmp/p', content: bytes('7\n') },
    { path: '/tmp/out/a/b', content: bytes('z') },
  ],
  elapsed: 5000,
  took: 12,
}

describe('a script template that runs', () => {
  it('is given its variables and artifacts, and asked for its outputs', () => {
    expect(scriptRunOf(asked)).toMatchObject({
      source: 'print(1)',
      env: { A: '1' },
      files: [{ path: '/tmp/in' }],
      outputs: ['/tmp/p', '/tmp/out'],
    })
  })

  it('is Python', () => {
    const shell = { script: { image: 'alpine', command: ['sh'], source: 'ls' } }
    expect(scriptRunOf(request({}, { template: shell }))).toBeUndefined()
    expect(scriptRunOf(request())).toBeUndefined()
  })

  it('gives its standard output and its files, each without the last line feed', () => {
    const outcome = outcomeOfScript(asked, result)
    expect(outcome).toMatchObject({
      phase: 'Succeeded',
      result: 'heads\n',
      parameters: { p: '7' },
      artifacts: { out: { kind: 'folder', files: [{ path: 'a/b' }] } },
      duration: 5000,
    })
    expect(outcome.log).toEqual([
      { source: 'stdout', text: 'heads\n\n' },
      { source: 'stderr', text: 'careful\n' },
    ])
  })

  it('fails with its exit code, and says in which line', () => {
    const failure = { kind: 'exception', message: 'ValueError: no', line: 3 } as const
    const outcome = outcomeOfScript(asked, { ...result, exitCode: 1, failure, files: [] })
    expect(outcome).toMatchObject({ phase: 'Failed', exitCode: 1, parameters: {} })
    expect(outcome.log.at(-1)).toEqual({
      source: 'run',
      text: 'Line 3 of the script: ValueError: no',
    })
  })
})
