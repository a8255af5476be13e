import { describe, expect, test } from 'vitest'
import { findPlace } from '../../../app/cluster/find-place.ts'
import { readManifest } from '../../../src/argo/index.ts'
import { locateMessage } from '../../../src/client/index.ts'
import type { MessagePlace } from '../../../src/client/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const text = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata:
  generateName: hello-
spec:
  entrypoint: nope
  arguments:
    parameters:
      - name: city
        value: Rome
  templates:
    - name: main
      steps:
        - - name: a
            template: echo
            arguments:
              parameters:
                - name: one
                  value: '1'
                - name: two
                  value: "{{steps.gone.outputs.result}}"
        - - name: b
            template: missing
          - name: a
            template: echo
    - name: graph
      dag:
        tasks:
          - name: t
            template: echo
    - name: echo
      inputs:
        parameters:
          - name: one
          - name: two
      container:
        image: alpine
        colour: red
`

function find(place: MessagePlace | undefined, source = text, document = 0) {
  const tree = parseTree(source)
  const shown = tree.documents[document]
  if (shown === undefined || place === undefined) return undefined
  const found = findPlace({ tree, document, manifest: readManifest(shown) }, place)
  return found && { ...found, text: source.slice(found.range.from, found.range.to) }
}

describe('a place that a message speaks of', () => {
  const cases: readonly (readonly [message: string, label: string, text: string])[] = [
    ["templates.main.steps[1].b template name 'missing' undefined", 'template of b', 'missing'],
    ["template name 'nope' undefined", 'spec.entrypoint', 'nope'],
    ['templates.echo.container.image may not be empty', 'container.image of echo', 'alpine'],
    [
      'templates.main.steps[0].a templates.echo inputs.parameters.two was not supplied',
      'parameter two of a',
      'name: two',
    ],
    [
      'templates.main.steps[0].a failed to resolve {{steps.gone.outputs.result}}',
      'step a',
      'name: a',
    ],
    ["templates.graph.tasks.t template name 'x' undefined", 'template of t', 'echo'],
    ['spec.arguments.city.value is required', 'parameter city', 'name: city'],
    ['json: unknown field "colour"', 'the document', 'colour'],
  ]
  test.each(cases)('%s', (message, label, words) => {
    const found = find(locateMessage(message))
    expect(found).toMatchObject({ label, text: words })
  })

  test('is the step of the group that Argo met it in', () => {
    expect(find({ template: 'main', step: 'a', group: 1 })?.step).toEqual({
      template: 0,
      lane: 1,
      step: 1,
    })
    expect(find({ template: 'main', step: 'a', group: 0 })?.step?.lane).toBe(0)
    expect(find({ template: 'main', step: 'a' })?.step?.lane).toBe(0)
    // Moved since: its name still finds it.
    expect(find({ template: 'main', step: 'b', group: 5 })?.step?.lane).toBe(1)
  })

  test('is the deepest part that exists', () => {
    const found = find({ template: 'echo', path: ['container', 'resources', 'limits'] })
    expect(found).toMatchObject({ label: 'container of echo', text: 'image: alpine' })
    expect(find({ specPath: ['metadata', 'name'] })).toMatchObject({
      label: 'metadata',
      text: 'generateName: hello-',
    })
  })

  test('is the tag that could not be resolved', () => {
    const found = find({ template: 'main', variable: 'steps.gone.outputs.result' })
    expect(found?.text).toBe('{{steps.gone.outputs.result}}')
  })

  test('is nowhere when the file has nothing of that name', () => {
    expect(find({ template: 'gone' })).toBeUndefined()
    expect(find({ template: 'gone', step: 'a' })).toBeUndefined()
    expect(find({ missing: 'x' })).toBeUndefined()
    // The template is still there, if the step is not.
    expect(find({ template: 'main', step: 'gone' })).toMatchObject({
      label: 'template main',
      step: undefined,
      template: 0,
    })
  })

  test('is found in a later document, and in a CronWorkflow', () => {
    const cron = `kind: ConfigMap
---
kind: CronWorkflow
spec:
  workflowSpec:
    entrypoint: main
    templates:
      - name: main
        steps:
          - - name: a
              template: main
`
    const found = find({ template: 'main', step: 'a', path: ['template'] }, cron, 1)
    expect(found).toMatchObject({
      text: 'main',
      address: {
        document: 1,
        path: ['spec', 'workflowSpec', 'templates', 0, 'steps', 0, 0, 'template'],
      },
    })
  })
})
