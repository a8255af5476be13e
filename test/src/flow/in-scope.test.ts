import { expect, test } from 'vitest'
import { flowOf, scopeIn } from '../../../src/flow/index.ts'
import { checkTree } from '../../../src/validate/index.ts'
import { addressAt, parseTree } from '../../../src/yaml/index.ts'

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: scopes-
  labels: {team: blue}
spec:
  entrypoint: main
  onExit: bye
  priority: 1
  arguments:
    parameters:
      - {name: region, value: eu}
    artifacts:
      - {name: seed, raw: {data: x}}
  templates:
    - name: main
      inputs:
        parameters:
          - {name: size, value: "3"}
      outputs:
        parameters:
          - name: total
            valueFrom: {parameter: "@outputs"}
      steps:
        - - name: first
            template: make
            arguments:
              parameters: [{name: what, value: "@first"}]
          - name: beside
            template: rest
        - - name: second
            template: make
            when: "'@when' == ''"
            withItems: [{a: 1, b: 2}, {a: 3, b: 4}]
            hooks:
              exit:
                template: make
                arguments:
                  parameters: [{name: what, value: "@hook"}]
            arguments:
              parameters: [{name: what, value: "@second"}]
          - name: counted
            template: make
            withSequence: {count: "@sequence"}
            arguments:
              parameters: [{name: what, value: "@counted"}]
          - name: listed
            template: make
            withParam: "[@param]"
            arguments:
              parameters: [{name: what, value: "@listed"}]
        - - name: third
            inline:
              inputs:
                parameters: [{name: own, value: "@default"}]
              script:
                image: python:3.12
                command: [python]
                source: print('@inline')
          - name: flow
            template: flow
            arguments:
              parameters: [{name: a, value: "@flow"}]
    - name: flow
      inputs:
        parameters: [{name: a}]
      outputs:
        parameters:
          - name: sum
            valueFrom: {parameter: "@dag-outputs"}
      dag:
        tasks:
          - name: one
            template: make
            arguments:
              parameters: [{name: what, value: "@one"}]
          - name: two
            template: make
            depends: one
            withItems: [x, z]
            arguments:
              parameters: [{name: what, value: "@two"}]
          - name: three
            template: rest
            depends: one
            when: "'@three' == ''"
          - name: four
            template: make
            depends: two && three
            arguments:
              parameters: [{name: what, value: "@four"}]
    - name: make
      inputs:
        parameters: [{name: what, default: "@made"}]
      outputs:
        parameters:
          - {name: rows, valueFrom: {path: /rows}, globalName: all-rows}
        artifacts:
          - {name: file, path: /file}
      container:
        image: alpine:3.20
        args: ["@container"]
      retryStrategy: {limit: 2}
    - name: rest
      suspend: {duration: "@suspend"}
    - name: bye
      steps:
        - - name: tell
            template: make
            when: "'@bye' == ''"
            arguments:
              parameters: [{name: what, value: "@tell"}]
`
const marks = [...workflow.matchAll(/@[a-z-]+/g)].map(([mark]) => mark)

/** Where a mark stands. */
function pathOf(mark: string): readonly (string | number)[] {
  return addressAt(parseTree(workflow), workflow.search(new RegExp(`${mark}\\b(?!-)`))).path
}

const flow = flowOf(parseTree(workflow), 0)
const offeredAt = (mark: string): readonly string[] =>
  (flow === undefined ? [] : scopeIn(flow, pathOf(mark)))
    .filter(({ kind }) => kind === 'parameter')
    .map(({ reference }) => reference)

/** The workflow with a text in place of one mark, and nothing much in place of the others. */
function withText(mark: string, text: string): string {
  return marks.reduce(
    (whole, other) => whole.replace(new RegExp(`${other}\\b(?!-)`), other === mark ? text : '1'),
    workflow,
  )
}

function errorsIn(text: string): readonly string[] {
  return checkTree(parseTree(text))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`)
}

test('the workflow has no errors but for what its marks stand for', () => {
  expect(errorsIn(withText('', ''))).toEqual([])
})

test.each(marks)('the rules know all that is offered at %s', (mark) => {
  const offered = offeredAt(mark)
  expect(offered.length).toBeGreaterThan(5)
  const refused = offered.flatMap((reference) =>
    errorsIn(withText(mark, `{{${reference}}}`)).map((error) => `${reference} — ${error}`),
  )
  expect(refused).toEqual([])
})

test.each<[mark: string, wanted: readonly string[], unwanted: readonly string[]]>([
  [
    '@first',
    ['inputs.parameters.size', 'workflow.parameters.region'],
    ['steps', 'item', 'workflow.status'],
  ],
  [
    '@when',
    ['item.a', 'steps.first.outputs.result', 'steps.beside.status'],
    ['item', 'steps.second', 'steps.counted', 'steps.flow'],
  ],
  [
    '@second',
    ['item.b', 'steps.first.outputs.parameters.rows'],
    ['steps.second', 'steps.beside.outputs', 'inputs.parameters.what'],
  ],
  [
    '@hook',
    ['steps.second.outputs.result', 'steps.second.status', 'workflow.status'],
    ['steps.third', 'workflow.failures'],
  ],
  ['@sequence', ['steps.first.outputs.result'], ['item']],
  ['@param', ['steps.first.outputs.parameters.rows'], ['item']],
  ['@counted', ['item'], ['item.a', 'steps.listed']],
  ['@listed', ['item'], ['steps.counted']],
  [
    '@inline',
    ['inputs.parameters.own', 'inputs.parameters.size', 'steps.second.outputs.parameters'],
    ['steps.flow', 'pod.name', 'inputs.parameters.a'],
  ],
  [
    '@outputs',
    ['steps.third.outputs.result', 'steps.first.status'],
    ['item', 'steps.flow.outputs.result'],
  ],
  ['@one', ['inputs.parameters.a'], ['tasks', 'steps', 'item']],
  ['@two', ['item', 'tasks.one.outputs.result'], ['tasks.two', 'tasks.three']],
  ['@three', ['tasks.one.status'], ['tasks.two', 'tasks.four', 'item']],
  [
    '@four',
    ['tasks.one.outputs.result', 'tasks.two.outputs.result', 'tasks.three.status'],
    ['tasks.four', 'tasks.three.outputs.result'],
  ],
  [
    '@dag-outputs',
    ['tasks.four.outputs.result', 'inputs.parameters.a'],
    ['tasks.four.status', 'inputs.parameters.size'],
  ],
  [
    '@container',
    ['inputs.parameters.what', 'pod.name', 'retries', 'outputs.artifacts.file.path'],
    ['steps', 'item', 'workflow.artifacts'],
  ],
  ['@made', ['workflow.parameters.region'], ['inputs', 'steps', 'item']],
  ['@bye', ['workflow.status', 'workflow.failures'], ['item', 'steps']],
  ['@tell', ['workflow.status', 'workflow.failures'], ['inputs']],
])('in scope at %s', (mark, wanted, unwanted) => {
  const offered = offeredAt(mark)
  expect(offered).toEqual(expect.arrayContaining([...wanted]))
  for (const start of unwanted)
    expect(
      offered.filter((one) => one === start || (start !== 'item' && one.startsWith(start))),
    ).toEqual([])
})
