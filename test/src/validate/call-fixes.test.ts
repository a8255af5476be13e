import { expect, it } from 'vitest'
import { fixAll } from '../../support/fix-laws.ts'

const workflow = (step: string, more = ''): string => `kind: Workflow
spec:
  entrypoint: main
  arguments: {parameters: [{name: given, value: x${more}}]}
  templates:
  - name: main
    steps:
    - - name: a   # why
        ${step}
  - name: t
    inputs: {parameters: [{name: p, default: x}, {name: q, default: x}]}
    container: {image: i:1}
  - name: needy
    inputs: {parameters: [{name: p}], artifacts: [{name: f, path: /f}]}
    container: {image: i:1}
`

const given = (parameters: string): string =>
  workflow(`template: t\n        arguments: {parameters: [${parameters}]}`)

it.each([
  [
    'argument-duplicate',
    given('{name: p, value: x}, {name: p, value: y}'),
    [given('{name: p, value: x}')],
  ],
  [
    'argument-enum',
    given('{name: p, value: x, enum: [a, b]}'),
    [given('{name: p, value: a, enum: [a, b]}'), given('{name: p, value: b, enum: [a, b]}')],
  ],
  ['argument-without-value', given('{name: p}'), [given('{name: p, value: ""}')]],
  [
    'loop-several',
    workflow('template: t\n        withItems: [a]\n        withParam: "[1]"'),
    [
      workflow('template: t\n        withParam: "[1]"'),
      workflow('template: t\n        withItems: [a]'),
    ],
  ],
  [
    'loop-several',
    workflow('template: t\n        withSequence: {count: "2", end: "3"}'),
    [
      workflow('template: t\n        withSequence: {end: "3"}'),
      workflow('template: t\n        withSequence: {count: "2"}'),
    ],
  ],
  [
    'step-calls-twice',
    workflow('template: t\n        templateRef: {name: x, template: y}'),
    [workflow('template: t'), workflow('templateRef: {name: x, template: y}')],
  ],
  [
    'variable-unknown',
    workflow('template: "{{workflow.parameters.given}}"', '{{workflow.nam}}').replace(
      'x{{workflow.nam}}',
      '"t{{workflow.nam}}"',
    ),
    [
      workflow('template: "{{workflow.parameters.given}}"', '').replace(
        'value: x',
        'value: "t{{workflow.name}}"',
      ),
    ],
  ],
] as const)('%s', (code, text, expected) => {
  expect(fixAll(text, code).map((fixed) => fixed.text)).toEqual(expected)
})

it('what a step does not give is given', () => {
  const fixed = fixAll(workflow('template: needy'), 'argument-missing')
  expect(fixed.map(({ fix }) => fix.title)).toEqual(['Give the parameter p'])
})

it('what the workflow does not give to its entrypoint is added to its arguments', () => {
  const text = workflow('template: t').replace('entrypoint: main', 'entrypoint: needy')
  const [fixed, ...rest] = fixAll(text, 'argument-missing')
  expect(rest).toEqual([])
  expect(fixed?.text).toContain('{name: p, value: ""}')
})
