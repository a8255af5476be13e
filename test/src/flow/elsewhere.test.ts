import { describe, expect, test } from 'vitest'
import {
  definitionElsewhere,
  flowOf,
  referenceRange,
  referencesFrom,
  scopeIn,
  symbolAt,
} from '../../../src/flow/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const library = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  entrypoint: job
  arguments: {parameters: [{name: env}]}
  templates:
  - name: job
    inputs: {parameters: [{name: in}], artifacts: [{name: f}]}
    outputs: {parameters: [{name: out, valueFrom: {path: /o}}]}
    script: {image: i, source: "{{workflow.parameters.env}}"}
`
const caller = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - name: a
        templateRef: {name: lib, template: job}
        arguments:
          parameters: [{name: in, value: x}]
          artifacts: [{name: f, from: y}]
        hooks: {exit: {templateRef: {name: lib, template: job}, arguments: {parameters: [{name: in, value: z}]}}}
    - - {name: b, template: other, when: "{{steps.a.outputs.parameters.out}} == {{steps.a.outputs.result}}"}
  - {name: other, inputs: {parameters: [{name: in}]}, suspend: {}}
---
kind: Workflow
spec:
  workflowTemplateRef: {name: lib}
  onExit: job
  podGC: {strategy: "{{workflow.parameters.env}}"}
`

const tree = parseTree(caller)
const other = { tree: parseTree(library), name: 'lib' }
const sources = [{ tree, name: 'caller' }, other]

/** What the last letter of a text means in the other file. */
function meantAt(text: string): string | undefined {
  const spot = symbolAt(tree, caller.indexOf(text) + text.length)
  const flow = flowOf(tree, spot?.reference?.document ?? 0)
  const found = flow && spot?.reference && definitionElsewhere(flow, spot.reference, sources)
  return found && `${found.source.name} ${found.symbol.kind} ${found.symbol.name}`
}

describe('what is in another file', () => {
  test.each([
    ['templateRef: {name: lib, template: job', 'lib template job'],
    ['exit: {templateRef: {name: lib, template: job', 'lib template job'],
    ['parameters: [{name: in', 'lib input in'],
    ['artifacts: [{name: f', 'lib input f'],
    ['arguments: {parameters: [{name: in', 'lib input in'],
    ['outputs.parameters.out', 'lib output out'],
    ['onExit: job', 'lib template job'],
    ['{{workflow.parameters.env', 'lib workflow-input env'],
    ['template: other', undefined],
  ])('%s', (text, meant) => {
    expect(meantAt(text)).toBe(meant)
  })

  test('on an output of another file it is the output, on the step the step', () => {
    const on = (text: string) => symbolAt(tree, caller.indexOf(text) + text.length)?.symbol?.kind
    expect(on('outputs.parameters.out')).toBeUndefined()
    expect(on('{{steps.a')).toBe('step')
  })

  test('its places are found, and where they are written', () => {
    const places = (name: string, kind: string): readonly string[] => {
      const flow = flowOf(other.tree, 0)
      const at = kind === 'template' ? `- name: ${name}` : `{name: ${name}`
      const symbol = flow && symbolAt(other.tree, library.indexOf(at) + at.length)?.symbol
      if (symbol === undefined) throw new Error('no symbol')
      return referencesFrom(tree, { tree: other.tree, symbol }, sources).map((reference) => {
        const range = referenceRange(tree, reference)
        return range === undefined ? '' : caller.slice(range.from, range.to)
      })
    }
    expect(places('job', 'template')).toEqual(['job', 'job', 'job'])
    expect(places('in', 'input')).toEqual(['in', 'in'])
    expect(places('out', 'output')).toEqual(['steps.a.outputs.parameters.out'])
    expect(places('env', 'workflow')).toEqual(['workflow.parameters.env'])
  })

  test('its outputs are in scope', () => {
    const flow = flowOf(tree, 0)
    const path = ['spec', 'templates', 0, 'steps', 1, 0, 'when']
    const scope = (more: object) =>
      flow && scopeIn(flow, path, more).some(({ label }) => label === 'outputs.parameters.out')
    expect(scope({})).toBe(false)
    expect(scope({ sources })).toBe(true)
  })
})
