import { describe, expect, it } from 'vitest'
import { extractTemplate } from '../../../../src/edit/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { checkCommand } from '../../../support/command-laws.ts'
import { attempt, forEachCase, templateCases } from '../../../support/refactorings.ts'

const TEXT = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  arguments:
    parameters: [{name: who, value: you}]
  templates:
  - name: main
    inputs:
      parameters: [{name: who}]
    steps:
    - - name: a
        template: say
    # the middle
    - - name: b # says more
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{inputs.parameters.who}} {{steps.a.outputs.result}}"}
    - - name: c
        template: say
        when: "{{=steps.a.outputs.result != steps['b'].outputs.result}}"
      - name: e
        template: say
    - - name: d
        template: say
        arguments:
          parameters: [{name: what, value: "{{steps.b.outputs.result}}"}]

  # says it
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

const AFTER = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  arguments:
    parameters: [{name: who, value: you}]
  templates:
  - name: main
    inputs:
      parameters: [{name: who}]
    steps:
    - - name: a
        template: say
    - - name: middle
        template: middle
        arguments:
          parameters:
          - name: who
            value: "{{inputs.parameters.who}}"
          - name: a-result
            value: "{{steps.a.outputs.result}}"
    - - name: d
        template: say
        arguments:
          parameters: [{name: what, value: "{{steps.middle.outputs.parameters.b-result}}"}]

  - name: middle
    inputs:
      parameters:
      - name: who
      - name: a-result
    outputs:
      parameters:
      - name: b-result
        valueFrom:
          parameter: "{{steps.b.outputs.result}}"
    steps:
    # the middle
    - - name: b # says more
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{inputs.parameters.who}} {{inputs.parameters.a-result}}"}
    - - name: c
        template: say
        when: "{{=inputs.parameters['a-result'] != steps['b'].outputs.result}}"
      - name: e
        template: say

  # says it
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

function refusal(text: string, steps: readonly string[]): string {
  const tree = parseTree(text)
  const result = extractTemplate({ tree, document: 0 }, { template: 'main', steps })
  return result.ok ? '' : result.error.message
}

describe('extractTemplate', () => {
  it('makes a template of lanes, with inputs, arguments and outputs', () => {
    const args = { template: 'main', steps: ['b', 'c', 'e'], name: 'middle' }
    const out = checkCommand(TEXT, 0, extractTemplate, args, { keepsComments: true })
    expect(out.text).toBe(AFTER)
  })
  it('takes some steps of one lane', () => {
    const args = { template: 'main', steps: ['e'], name: 'one' }
    const out = checkCommand(TEXT, 0, extractTemplate, args, { keepsComments: true })
    expect(out.removed).toEqual(['      - name: e', '        template: say'])
    expect(out.text).toContain('      - name: one\n        template: one\n')
    expect(out.text).toContain(
      '  - name: one\n    steps:\n    - - name: e\n        template: say\n',
    )
  })
  it('refuses with the reason what it cannot express', () => {
    expect(refusal(TEXT, ['b', 'c'])).toMatch('The step e of lane 3 is not among the steps')
    expect(refusal(TEXT, ['a', 'd'])).toMatch('must follow each other')
    const status = TEXT.replace('"{{steps.b.outputs.result}}"', '"{{steps.b.status}}"')
    expect(refusal(status, ['b'])).toBe(
      'The argument what of d reads steps.b.status, and nobody outside of a template knows the status of a step in it.',
    )
    const loop = TEXT.replace('name: b # says more', 'name: b\n        withItems: [1, 2]')
    expect(refusal(loop, ['b'])).toMatch('and b loops')
    const skipped = TEXT.replace('name: b # says more', 'name: b\n        when: 1 == 1')
    expect(refusal(skipped, ['b'])).toMatch('and b may end without it')
    const guarded = TEXT.replace('name: a\n', 'name: a\n        when: 1 == 1\n')
      .replace('when: "{{=steps.a.outputs.result != ', 'when: "{{=steps.a.status != ')
      .replace(
        'name: e\n        template: say',
        "name: e\n        template: say\n        when: '{{steps.a.status}} == Succeeded'\n        arguments: {parameters: [{name: what, value: '{{steps.a.outputs.result}}'}]}",
      )
    expect(refusal(guarded, ['c', 'e'])).toMatch('only the condition of e guards that')
  })
})

describe('lanes of the corpus', () => {
  const cases = templateCases().filter(({ view }) => view.lanes.length > 0)
  it('become templates where nothing forbids it', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view }) => {
      for (let from = 0; from < view.lanes.length; from++) {
        for (const to of [from, Math.min(from + 1, view.lanes.length - 1)]) {
          const steps = view.lanes
            .slice(from, to + 1)
            .flatMap((lane, at) => lane.steps.map((_, step) => ({ lane: from + at, index: step })))
          const args = { template: index, steps }
          if (attempt(tree, document, extractTemplate, args, { keepsComments: true })) done++
        }
      }
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(200)
  })
})
