import { describe, expect, test } from 'vitest'
import { checkTree, usualSettings, type ProblemCode } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { ruleExamples } from '../../oracle/manifests/rule-examples.ts'
import { fixAll } from '../../support/fix-laws.ts'

const codes: readonly ProblemCode[] = [
  'expression-hyphen',
  'expression-types',
  'expression-unknown',
  'expression-unreadable',
]

const examples = ruleExamples().filter(({ code }) => codes.some((one) => one === code))

test.each(examples.map(({ name, code, text }) => [name, code, text] as const))(
  'fixes of %s keep the laws',
  (_, code, text) => {
    for (const own of codes.filter((one) => one === code)) fixAll(text, own)
  },
)

const tag = (expression: string): string => `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    inputs: {parameters: [{name: count, value: "3"}, {name: my-text, value: a}]}
    container:
      image: i:1
      args:   # of all sorts
      - "a {{=${expression}}} b"
`

test.each<[code: ProblemCode, before: string, title: string, after: string]>([
  [
    'expression-hyphen',
    'inputs.parameters.my-text',
    "Write ['my-text']",
    "inputs.parameters['my-text']",
  ],
  ['expression-unknown', 'asint(item)', 'Write asInt', 'asInt(item)'],
  ['expression-unknown', 'tojson(item)', 'Write toJson', 'toJson(item)'],
  ['expression-unknown', 'title(item)', 'Write sprig.title', 'sprig.title(item)'],
  ['expression-unknown', 'input.parameters.count', 'Write inputs', 'inputs.parameters.count'],
  ['expression-unknown', 'item == heads', "Write 'heads'", "item == 'heads'"],
  ['expression-unknown', 'workflow.nam', 'Write name', 'workflow.name'],
  [
    'expression-types',
    'inputs.parameters.count < 5',
    'Write asInt(inputs.parameters.count)',
    'asInt(inputs.parameters.count) < 5',
  ],
  [
    'expression-types',
    'inputs.parameters.count == 5',
    "Write '5'",
    "inputs.parameters.count == '5'",
  ],
  [
    'expression-unreadable',
    'asInt({{inputs.parameters.count}}) + 1',
    'Remove the inner braces',
    'asInt(inputs.parameters.count) + 1',
  ],
  ['expression-unreadable', "item = 'a'", 'Write ==', "item == 'a'"],
])('%s: %s is mended', (code, before, title, after) => {
  const fixed = fixAll(tag(before), code).find(({ fix }) => fix.title === title)
  expect(fixed?.text).toBe(tag(after))
})

function found(text: string, target = usualSettings.target): string[] {
  return checkTree(parseTree(text), [], { ...usualSettings, target })
    .filter(({ code }) => code.startsWith('expression-'))
    .map(({ code, severity, range }) => `${severity} ${code} ${text.slice(range.from, range.to)}`)
}

describe('an expression', () => {
  test('that cannot be read ends a template from 4.0 on, and stayed in the text before', () => {
    expect(found(tag('1 +'))).toEqual(['error expression-unreadable +'])
    expect(found(tag('1 +'), '4.0')).toEqual(['error expression-unreadable +'])
    expect(found(tag('1 +'), '3.7')).toEqual(['warning expression-unreadable +'])
  })
  test.each([
    "sprig.trim(inputs.parameters.count) + 'a'",
    'inputs.parameters.count[0]',
    "steps['a'].outputs.result ?? 5",
    'asInt(retries) + asFloat(lastRetry.duration)',
    'let x = 5; x + 1',
    'filter(fromJSON(item), {# > 5})[0]',
    'item + 1',
    "workflow.creationTimestamp.Y + '-' + workflow.labels['a-b']",
  ])('is right: %s', (expression) => {
    expect(found(tag(expression))).toEqual([])
  })
  test('of another field of the same name is nobody’s', () => {
    const text = tag('item').replace(
      'container:',
      'metadata: {labels: {expression: "1 +"}}\n    container:',
    )
    expect(found(text)).toEqual([])
  })
})

const workflow = (more: string): string => `kind: Workflow
spec:
  entrypoint: main
  ${more}
  templates:
  - name: main
    container: {image: i:1}
`

test.each([
  ['hooks: {a: {template: main, expression: steps.a.status}}', 'error expression-unknown steps'],
  ["workflowMetadata: {labelsFrom: {a: {expression: '1 +'}}}", 'error expression-unreadable +'],
  ["workflowMetadata: {labelsFrom: {a: {expression: '1'}}}", 'warning expression-types 1'],
  ['retryStrategy: {expression: retries > 2}', 'warning expression-types retries > 2'],
  ['templateDefaults: {retryStrategy: {expression: item}}', 'warning expression-unknown item'],
  ['templateDefaults: {http: {url: a, successCondition: response}}', ''],
  [
    'templateDefaults: {http: {url: a, successCondition: asInt(response.statusCode)}}',
    'error expression-unknown asInt',
  ],
  ['templateDefaults: {resource: {action: get, successCondition: status.a = b}}', ''],
  [
    'templateDefaults: {data: {transformation: [{expression: "filter(data, {# endsWith x})"}]}}',
    'error expression-unknown x',
  ],
])('looks at %s', (more, expected) => {
  expect(found(workflow(more)).join()).toBe(expected)
})

test('looks at what a schedule asks', () => {
  const text = `kind: CronWorkflow
spec:
  schedules: ['0 1 * * *']
  when: "{{= now() - cronworkflow.lastScheduledTime }} {{= }}"
  stopStrategy: {expression: cronworkflow.faild > 3}
  workflowSpec: {entrypoint: main, templates: [{name: main, container: {image: i:1}}]}
`
  expect(found(text)).toEqual([
    'error expression-unreadable "{{= now() - cronworkflow.lastScheduledTime }} {{= }}"',
    'warning expression-unknown cronworkflow.faild',
  ])
})

test('a default stands in for an output that fails', () => {
  const text = (more: string): string => `kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps: [[{name: a, template: t}]]
    outputs: {parameters: [{name: o, valueFrom: {expression: "1 +"${more}}}]}
  - name: t
    container: {image: i:1}
`
  expect(found(text(''))).toEqual(['error expression-unreadable +'])
  expect(found(text(', default: x'))).toEqual(['warning expression-unreadable +'])
})

const binding = (
  selector: string,
  label: string,
  event: string,
): string => `kind: WorkflowEventBinding
apiVersion: argoproj.io/v1alpha1
metadata: {name: a}
spec:
  event: {selector: '${selector}'}
  submit:
    workflowTemplateRef: {name: w}
    metadata: {labels: {a: '${label}'}}
    arguments: {parameters: [{name: p, valueFrom: {event: '${event}'}}]}
`

test.each([
  [binding('payload.a == "x" && discriminator == "y"', 'sprig.lower(payload.b)', 'payload.c'), ''],
  [binding('', '"x"', 'payload'), "error expression-unreadable ''"],
  [binding('payload.a = 1', '"x"', 'payload'), 'error expression-unreadable ='],
  [binding('true', 'word', 'payload'), 'error expression-unknown word'],
  [binding('true', '1', 'payload'), 'warning expression-types 1'],
  [binding('true', '"x"', 'asInt(payload)'), 'error expression-unknown asInt'],
  [binding('true', '"x"', 'payload.pull-request'), 'error expression-hyphen .pull-request'],
  [binding('1', '"x"', 'payload'), 'warning expression-types 1'],
])('looks at what a binding makes of an event: %s', (text, expected) => {
  expect(found(text).join()).toBe(expected)
})
