import { describe, expect, test } from 'vitest'
import { expectedIn } from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { node } from '../../../support/fake-run.ts'

/** A workflow whose first step is `flip`, followed by a step with these fields. */
function workflow(step: string, more = ''): string {
  return `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - [{name: flip, template: flip}]
        - [{name: next, ${step}}]
${more}
    - {name: flip, script: {image: python, source: ''}}
`
}

const flip = ['spec', 'templates', 0, 'steps', 0, 0]

function taken(text: string, output = 'result', item?: unknown): unknown {
  const expectedOf = expectedIn([{ tree: parseTree(text) }])
  return expectedOf(
    node({
      displayName: 'flip',
      origin: { source: 0, document: 0, path: flip },
      ...(item === undefined ? {} : { item: { index: 0, value: 'x' } }),
    }),
    output,
  )
}

const result = '{{steps.flip.outputs.result}}'

describe('what an output is taken for', () => {
  test.each([
    ['a list, by a loop', `withParam: "${result}"`, { kind: 'list', fields: [] }],
    [
      'a list of maps, by a loop that reads fields',
      `withParam: "${result}", arguments: {parameters: [{name: a, value: '{{item.os}} {{item.v}}'}]}`,
      { kind: 'list', fields: ['os', 'v'] },
    ],
    ['a number', `when: '{{=asInt(steps.flip.outputs.result) > 3}}'`, { kind: 'number' }],
    [
      'a map, by its field',
      `when: '{{=fromJSON(steps["flip"].outputs.result).ok}}'`,
      { kind: 'map', fields: ['ok'] },
    ],
    [
      'a map, by a JSON path',
      `when: '{{=jsonpath(steps.flip.outputs.result, "$.size")}} > 3'`,
      { kind: 'map', fields: ['size'] },
    ],
    [
      'a list, by what is done with it',
      `withParam: '{{=toJson(filter(fromJSON(steps.flip.outputs.result), {# > 1}))}}'`,
      { kind: 'list', fields: [] },
    ],
    [
      'one of the texts of a condition',
      `when: '"${result}" == "heads" || "${result}" in ("tails", "edge")'`,
      { kind: 'choice', values: ['heads', 'tails', 'edge'] },
    ],
    [
      'numbers around a limit',
      `when: "${result} > 5"`,
      { kind: 'choice', values: ['4', '5', '6'] },
    ],
    [
      'numbers beside what only a run tells',
      `when: "${result} < {{workflow.parameters.limit}}"`,
      { kind: 'choice', values: ['0', '1000000'] },
    ],
    ['a number, by how often it is done', `withSequence: {count: "${result}"}`, { kind: 'number' }],
    ['what it is not', `when: "${result} != a"`, { kind: 'choice', values: ['a', 'not_a'] }],
    [
      'what an expression compares it with',
      `when: "{{=steps.flip.outputs.result == 'heads'}}"`,
      { kind: 'choice', values: ['heads'] },
    ],
    [
      'any text in an argument',
      `arguments: {parameters: [{name: a, value: "${result}"}]}`,
      undefined,
    ],
    ['any text, compared with something around it', `when: "'x-${result}' == 'x-a'"`, undefined],
    ['nothing of what it is not about', 'when: "{{workflow.name}} == a"', undefined],
  ])('%s', (_, step, expected) => {
    expect(taken(workflow(`${step}, template: flip`))).toEqual(expected)
  })

  test('conditions of several steps are put together', () => {
    const text = workflow(`when: "${result} == heads", template: flip`).replace(
      '[{name: next',
      `[{name: other, template: flip, when: "${result} == tails"}, {name: next`,
    )
    expect(taken(text)).toEqual({ kind: 'choice', values: ['tails', 'heads'] })
  })

  test('by way of the inputs of a template that it is given to', () => {
    const called = `
    - name: each
      inputs: {parameters: [{name: list}]}
      steps: [[{name: a, template: flip, withParam: '{{inputs.parameters.list}}'}]]`
    const step = `template: each, arguments: {parameters: [{name: list, value: "${result}"}]}`
    expect(taken(workflow(step, called))).toEqual({ kind: 'list', fields: [] })
  })

  test('an output parameter by its name', () => {
    const text = workflow('template: flip, withParam: "{{steps.flip.outputs.parameters.all}}"')
    expect(taken(text, 'parameters.all')).toEqual({ kind: 'list', fields: [] })
    expect(taken(text, 'parameters.other')).toBeUndefined()
    expect(taken(text)).toBeUndefined()
  })

  test('an output parameter by the condition of those who loop over all', () => {
    const text = workflow(
      `template: flip, withParam: '{{steps.flip.outputs.parameters}}', when: '{{item.kind}} == even && {{item.n}} > 1'`,
    ).replace('{name: flip, template: flip}', '{name: flip, template: flip, withItems: [1, 2]}')
    expect(taken(text, 'parameters.kind', 'x')).toEqual({ kind: 'choice', values: ['even'] })
    expect(taken(text, 'parameters.n', 'x')).toEqual({ kind: 'choice', values: ['0', '1', '2'] })
    expect(taken(text, 'parameters.other', 'x')).toBeUndefined()
  })

  test('of an item of a loop a part of the list', () => {
    const loop = workflow(
      `withParam: "${result}", template: flip, arguments: {parameters: [{name: a, value: '{{item.os}}'}]}`,
    )
    expect(taken(loop, 'result', 'x')).toEqual({ kind: 'map', fields: ['os'] })
    const plain = workflow(`withParam: "${result}", template: flip`)
    expect(taken(plain, 'result', 'x')).toEqual({ kind: 'choice', values: ['"flip-result"'] })
    expect(taken(plain, 'parameters.p', 'x')).toBeUndefined()
  })

  test('nothing of nodes that are not in the sources', () => {
    const expectedOf = expectedIn([])
    expect(expectedOf(node(), 'result')).toBeUndefined()
  })
})
