import { expect, test } from 'vitest'
import {
  describeDefinition,
  describeReference,
  flowOf,
  symbolAt,
  type Description,
} from '../../../src/flow/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: words-
spec:
  entrypoint: main
  arguments:
    parameters:
      - {name: region, value: eu, enum: [eu, us]}
    artifacts:
      - {name: seed, raw: {data: x}}
  templates:
    - name: main
      inputs:
        parameters:
          - {name: size, value: "3", description: How many there are}
      steps:
        - - name: list
            template: make
            arguments:
              artifacts:
                - {name: in, from: "{{workflow.artifacts.seed}}"}
          - name: far
            templateRef: {name: lib, template: job}
            arguments:
              parameters:
                - {name: p, value: "{{workflow.parameters.region}}"}
        - - name: each
            template: make
            withItems: [{a: 1, b: x}, {a: 2, b: y}]
            arguments:
              parameters:
                - {name: what, value: "{{item.a}} {{inputs.parameters.size}}"}
                - {name: extra, value: "{{steps.list.outputs.parameters.rows}}"}
        - - name: last
            templateRef: {name: gone, template: lost}
            when: "{{steps.each.outputs.result}} != {{steps.far.outputs.parameters.done}}"
    - name: make
      inputs:
        parameters: [{name: what}]
        artifacts: [{name: in, path: /in, optional: true}]
      outputs:
        parameters:
          - {name: rows, valueFrom: {path: /rows, default: "[]"}, globalName: all-rows}
      container:
        image: alpine:3.20
        args: ["{{workflow.outputs.parameters.all-rows}} {{inputs.artifacts.in.path}}"]
`
const library = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
    - name: job
      inputs:
        parameters: [{name: p, default: ""}]
      outputs:
        parameters: [{name: done, valueFrom: {path: /d}}]
      container: {image: "alpine:3.20"}
`
const tree = parseTree(workflow)
const sources = [{ name: 'lib.yaml', tree: parseTree(library) }]

/** What is said of the last letter of a text that stands once in the workflow. */
function said(part: string, others = sources): Description | undefined {
  const flow = flowOf(tree, 0)
  const at = symbolAt(tree, workflow.indexOf(part) + part.length - 1)
  if (flow === undefined || at === undefined) return undefined
  if (at.reference !== undefined) return describeReference(flow, at.reference, others)
  return at.symbol && describeDefinition(flow, at.symbol)
}

test.each([
  [
    'an argument of the workflow',
    'workflow.parameters.region',
    'Workflow parameter region',
    'An argument of the workflow; whoever submits it may give another value. Its value here is “eu”. It is one of “eu” or “us”.',
  ],
  [
    'an input',
    'inputs.parameters.size',
    'Input parameter size',
    'The template main declares it. How many there are. Its value here is “3”.',
  ],
  [
    'the path of an artifact that may be missing',
    'inputs.artifacts.in.path',
    'Path of the input artifact in',
    'The template make declares it. It need not be there.',
  ],
  [
    'an output of a step',
    'steps.list.outputs.parameters.rows',
    'Output parameter rows of the step list',
    'It runs in lane 1. It calls the template make, of type container. The template make declares it. It is read from the file /rows, or else “[]”.',
  ],
  [
    'an output that another file declares',
    'steps.far.outputs.parameters.done',
    'Output parameter done of the step far',
    'It runs in lane 1. It calls the template job of lib.yaml, of type container. The template job of lib.yaml declares it. It is read from the file /d.',
  ],
  [
    'the result of a loop',
    'steps.each',
    'Result of the step each',
    'What it writes to its standard output. The step has a loop: this is a JSON list with an entry for each turn. It runs in lane 2. It calls the template make, of type container.',
  ],
  [
    'an output for the whole workflow',
    'workflow.outputs.parameters.all-rows',
    'Global output parameter all-rows',
    'The template make gives it to the whole workflow by its globalName. It is read from the file /rows, or else “[]”.',
  ],
  [
    'a field of items',
    'item.a',
    'a of the loop’s item',
    'Each turn of the loop of each has its own. Here: “1” and “2”.',
  ],
  [
    'a template',
    'template: make',
    'The template make',
    'A container template at line 38. It takes what and the artifact in. It gives rows.',
  ],
  [
    'a template of another file',
    'template: job',
    'The template job',
    'A container template at line 6 of lib.yaml. It takes p (an empty text). It gives done.',
  ],
  [
    'a template that is nowhere',
    'template: lost',
    'The template lost',
    'It is in none of the open files.',
  ],
  [
    'an argument',
    'name: what',
    'Value for the input parameter what',
    'The template make declares it. It has no default: whoever calls the template gives its value.',
  ],
  [
    'an argument of a template of another file',
    '{name: p',
    'Value for the input parameter p',
    'The template job of lib.yaml declares it. Its default is an empty text.',
  ],
  [
    'an argument that nobody asked for',
    'name: extra',
    'Value for the input parameter extra',
    'The template make, which is called, declares no such input.',
  ],
  [
    'the definition of a step',
    'name: list',
    'Step list of main',
    'It runs in lane 1. It calls the template make, of type container.',
  ],
  [
    'the definition of an output',
    'name: rows',
    'Output parameter rows of make',
    'It is read from the file /rows, or else “[]”.',
  ],
  [
    'the definition of a template',
    '- name: make',
    'Template make',
    'A container template at line 38. It takes what and the artifact in. It gives rows.',
  ],
])('%s', (_, part, title, notes) => {
  const description = said(part)
  expect(description?.title).toBe(title)
  expect(description?.notes.join(' ')).toBe(notes)
  expect(description?.problem).toBeUndefined()
})

test('artifacts of the workflow have no tag', () => {
  expect(said('workflow.artifacts.seed')).toEqual({
    title: 'workflow.artifacts.seed',
    notes: [],
    problem:
      'Argo knows no workflow.artifacts.seed: give the template that the workflow starts with an input artifact seed.',
  })
})

test('what is in a file that is not open is not made up', () => {
  const output = said('steps.far.outputs.parameters.done', [])
  expect(output?.notes).toEqual(['It runs in lane 1.'])
  expect(said('template: job', [])?.notes).toEqual(['It is in none of the open files.'])
  expect(said('{name: p', [])?.notes).toEqual([
    'The template that is called is in none of the open files.',
  ])
})
