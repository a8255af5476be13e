import { expect, test } from 'vitest'
import { placeholder, type Expected } from '../../../../src/simulate/index.ts'
import type { JsonObject } from '../../../../src/yaml/index.ts'
import { request } from '../../../support/fake-run.ts'

const outputs: JsonObject = {
  parameters: [
    { name: 'size', valueFrom: { path: '/size' } },
    { name: 'usual', valueFrom: { path: '/usual', default: 'd' } },
    { name: 'fixed', value: 'v' },
    { name: 'made', valueFrom: { expression: '1' } },
    { name: 'name', valueFrom: { jsonPath: '{.metadata.name}' } },
    'broken',
  ],
  artifacts: [{ name: 'report', path: '/report' }, { name: 'lost' }],
}

test('a success with an output for each that the step itself writes', () => {
  const made = placeholder(request({}, { template: { script: {}, outputs }, needsResult: true }))
  expect(made).toEqual({
    phase: 'Succeeded',
    exitCode: 0,
    result: 'flip-result',
    parameters: { size: 'flip-size', name: 'flip-name' },
    artifacts: { report: { kind: 'file', bytes: new TextEncoder().encode('flip-report\n') } },
    duration: 1000,
    log: [],
    isInvented: true,
  })
})

test('a result only where somebody reads it, an exit code only of a pod', () => {
  expect(placeholder(request())).not.toHaveProperty('result')
  expect(placeholder(request({}, { template: { http: {} } }))).not.toHaveProperty('exitCode')
  const data = request({}, { template: { data: {} }, needsResult: true })
  expect(placeholder(data).result).toBe('["flip-result-1","flip-result-2"]')
})

test.each<[Expected, string]>([
  [{ kind: 'text' }, 'flip-result'],
  [{ kind: 'number' }, '1'],
  [{ kind: 'list', fields: [] }, '["flip-result-1","flip-result-2"]'],
  [{ kind: 'list', fields: ['os'] }, '[{"os":"flip-result-1-os"},{"os":"flip-result-2-os"}]'],
  [{ kind: 'map', fields: ['a', 'b'] }, '{"a":"flip-result-a","b":"flip-result-b"}'],
  [{ kind: 'choice', values: ['heads'] }, 'heads'],
  [{ kind: 'choice', values: [] }, 'flip-result'],
])('what is taken for %j', (expected, text) => {
  expect(placeholder(request({}, { needsResult: true }), () => expected).result).toBe(text)
})

test('all values of a choice come up', () => {
  const made = Array.from({ length: 40 }, (_, seed) =>
    placeholder(request({}, { needsResult: true, seed }), () => ({
      kind: 'choice',
      values: ['heads', 'tails'],
    })),
  )
  expect(new Set(made.map(({ result }) => result))).toEqual(new Set(['heads', 'tails']))
})
