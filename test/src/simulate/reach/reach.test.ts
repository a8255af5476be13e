import { describe, expect, test } from 'vitest'
import { reachOf } from '../../../../src/simulate/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'

/** Which steps run, one a line: `flip always`, with an example behind those that run sometimes. */
function told(text: string, most?: number): string {
  const sources = [{ tree: parseTree(text) }]
  const found = reachOf({
    sources,
    document: 0,
    seed: 1,
    now: 0,
    ...(most !== undefined && { most }),
  })
  if (!found.ok) throw new Error(found.error)
  const lines = found.value.steps.map((step) => {
    const { name, runs } = step
    const example = step.runs === 'sometimes' ? step.example : new Map<string, string>()
    const when = [...example].map(([key, value]) => `${key}=${value}`).join(' ')
    return `${name} ${runs} ${when}`.trimEnd()
  })
  return lines.join('\n')
}

function workflow(steps: string, more = ''): string {
  return `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: { name: w }
spec:
  entrypoint: main
${more}
  templates:
    - name: main
      steps:
${steps}
    - name: flip
      script: { image: 'alpine:3.20', command: [sh], source: echo }
    - name: say
      container: { image: 'alpine:3.20', command: [echo] }
    - name: inner
      inputs: { parameters: [{ name: side }] }
      steps:
        - - { name: deep, template: say, when: '{{inputs.parameters.side}} == tails' }
`
}

describe('what can be reached', () => {
  test('each branch of a condition, with what leads to it', () => {
    const steps = `
        - - { name: flip, template: flip }
        - - { name: heads, template: say, when: '{{steps.flip.outputs.result}} == heads' }
          - { name: tails, template: say, when: '{{steps.flip.outputs.result}} == tails' }
          - { name: neither, template: say, when: '{{steps.flip.outputs.result}} != heads && {{steps.flip.outputs.result}} != tails' }
          - { name: both, template: say, when: '{{steps.flip.outputs.result}} == heads && {{steps.flip.outputs.result}} == tails' }`
    expect(told(workflow(steps)).split('\n').slice(0, 5)).toEqual([
      'flip always',
      'heads sometimes flip.result=heads',
      'tails sometimes flip.result=tails',
      'neither sometimes flip.result=something_else',
      'both never',
    ])
  })

  test('through the inputs of templates', () => {
    const steps = `
        - - { name: flip, template: flip }
        - - name: nested
            template: inner
            arguments: { parameters: [{ name: side, value: '{{steps.flip.outputs.result}}' }] }`
    expect(told(workflow(steps))).toBe(
      'flip always\nnested always\ndeep sometimes flip.result=tails',
    )
  })

  test('by the choices of a parameter, and templates that nobody calls', () => {
    const steps = `
        - - { name: small, template: say, when: '{{workflow.parameters.size}} == small' }
          - { name: huge, template: say, when: '{{workflow.parameters.size}} == huge' }`
    const more = '  arguments: { parameters: [{ name: size, value: small, enum: [small, large] }] }'
    expect(told(workflow(steps, more))).toBe('small sometimes size=small\nhuge never\ndeep never')
  })

  test('only after a failure', () => {
    const steps = `
        - - { name: flip, template: flip, continueOn: { failed: true } }
        - - { name: repair, template: say, when: '{{steps.flip.status}} == Failed' }`
    expect(told(workflow(steps))).toBe('flip always\nrepair sometimes flip=Failed\ndeep never')
  })

  test('says when not all was tried', () => {
    const steps = `
        - - { name: flip, template: flip }
        - - { name: heads, template: say, when: '{{steps.flip.outputs.result}} == heads' }`
    const sources = [{ tree: parseTree(workflow(steps)) }]
    const options = { sources, document: 0, seed: 1, now: 0 }
    const all = reachOf(options)
    const one = reachOf({ ...options, most: 1 })
    expect(all.ok && all.value.isComplete).toBe(true)
    expect(one.ok && one.value).toMatchObject({ isComplete: false, tried: 1 })
  })
})
