import { expect, it } from 'vitest'
import { fixAll } from '../../support/fix-laws.ts'

const workflow = (template: string): string => `kind: Workflow
spec:
  entrypoint: main
  arguments: {parameters: [{name: text, value: x}]}
  templates:
  - name: main
${template.replaceAll(/^/gm, '    ')}
  - name: t
    inputs: {parameters: [{name: p, default: x}]}
    outputs: {parameters: [{name: answer, valueFrom: {path: /a}}]}
    container: {image: i:1}
`

const lanes = (reference: string): string =>
  workflow(`inputs: {parameters: [{name: text, default: x}]}
steps:
- - {name: first, template: t}
- - name: second   # why
    template: t
    arguments: {parameters: [{name: p, value: "a {{${reference}}} b"}]}
  - {name: third, template: t, withItems: [{size: 1}], when: "{{item.size}} == 1"}
`)

it.each([
  ['step-unknown', 'steps.fist.outputs.result', 'steps.first.outputs.result'],
  [
    'output-unknown',
    'steps.first.outputs.parameters.anwser',
    'steps.first.outputs.parameters.answer',
  ],
  ['output-unknown', 'steps.first.output.result', 'steps.first.outputs.result'],
  ['input-undeclared', 'inputs.parameter.text', 'inputs.parameters.text'],
  ['variable-unknown', 'workflow.parameters.txt', 'workflow.parameters.text'],
  ['variable-unknown', 'workflow.naem', 'workflow.name'],
] as const)('%s: %s was meant to be %s', (code, written, meant) => {
  expect(fixAll(lanes(written), code).map(({ text }) => text)).toEqual([lanes(meant)])
})

it('an item: a key that the items have was meant', () => {
  const text = lanes('workflow.name').replace('item.size', 'item.sizes')
  expect(fixAll(text, 'variable-unknown').map((fixed) => fixed.text)).toEqual([
    lanes('workflow.name'),
  ])
})

it('a sibling: the step moves into a lane of its own below', () => {
  const [fixed, ...rest] = fixAll(lanes('steps.third.status'), 'step-sibling')
  expect(rest).toEqual([])
  expect(fixed?.fix.title).toBe('Move second below third')
  expect(fixed?.text.indexOf('name: second')).toBeGreaterThan(
    fixed?.text.indexOf('name: third') ?? 0,
  )
})

it('a later step: the step moves below it', () => {
  const text = lanes('workflow.name').replace(
    'name: first, template: t',
    'name: first, template: t, when: "{{steps.second.status}}"',
  )
  expect(fixAll(text, 'step-later').map(({ fix }) => fix.title)).toEqual([
    'Move first below second',
  ])
})

it('a task that does not wait: it is made to', () => {
  const text = workflow(`dag:
  tasks:
  - {name: a, template: t}
  - {name: b, template: t, arguments: {parameters: [{name: p, value: "{{tasks.a.status}}"}]}}
`)
  const [fixed] = fixAll(text, 'task-not-before')
  expect(fixed?.fix.title).toBe('Make b wait for a')
})

it('a task called as a step is called as a task', () => {
  const text = workflow(`dag:
  tasks:
  - {name: a, template: t}
  - {name: b, template: t, depends: a, when: "{{steps.a.status}} == Succeeded"}
`)
  expect(fixAll(text, 'step-unknown').map((fixed) => fixed.text)).toEqual([
    text.replace('steps.a', 'tasks.a'),
  ])
})
