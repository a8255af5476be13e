import { describe, expect, it } from 'vitest'
import { toParallel, toSequence } from '../../../../src/edit/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { checkCommand } from '../../../support/command-laws.ts'
import { attempt, forEachCase, templateCases } from '../../../support/refactorings.ts'

const TEXT = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    # first of all
    - - name: a
        template: say # says it
    - - name: b
        template: say
    # two at once
    - - name: c
        template: say
        arguments:
          parameters: [{name: what, value: "{{steps.a.outputs.result}}"}]
      # and this one
      - name: d
        template: say
        when: "{{= steps['b'].status == 'Succeeded' }}"
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

function refusal(text: string, steps: readonly string[]): string {
  const result = toParallel({ tree: parseTree(text), document: 0 }, { template: 'main', steps })
  return result.ok ? '' : result.error.message
}

describe('toParallel', () => {
  it('puts lanes into one, comments included', () => {
    const args = { template: 'main', steps: ['a', 'b'] }
    const out = checkCommand(TEXT, 0, toParallel, args, { keepsComments: true })
    expect(out.text).toBe(
      TEXT.replace(
        '    - - name: b\n        template: say',
        '      - name: b\n        template: say',
      ),
    )
    const back = checkCommand(out.text, 0, toSequence, { template: 'main', steps: ['b'] })
    expect(back.text).toBe(TEXT)
  })
  it('names the reference that forbids it', () => {
    expect(refusal(TEXT, ['b', 'c'])).toBe(
      "The condition of d reads steps['b'].status, so it has to run after b.",
    )
    expect(refusal(TEXT, ['a', 'b', 'd'])).toBe(
      'The argument what of c reads steps.a.outputs.result, so it has to run after a.',
    )
    expect(refusal(TEXT, ['a', 'd'])).toMatch('Lane 2 stands between')
    expect(refusal(TEXT, ['c', 'd'])).toMatch('one lane already')
  })
  it('knows outputs of the workflow that a called template sets and another reads', () => {
    const text = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - {name: a, template: sets}
    - - {name: b, template: reads}
  - name: sets
    container: {image: busybox}
    outputs:
      parameters: [{name: x, globalName: total, valueFrom: {path: /x}}]
  - name: reads
    container: {image: busybox, args: ["{{workflow.outputs.parameters.total}}"]}
`
    expect(refusal(text, ['a', 'b'])).toBe(
      "The template reads that b runs reads the workflow's output total, so it has to run after a.",
    )
  })
})

describe('toSequence', () => {
  it('gives steps lanes of their own', () => {
    const out = checkCommand(TEXT, 0, toSequence, { template: 'main', steps: ['c'] })
    expect(out.text).toBe(
      TEXT.replace('      # and this one\n      - name: d', '    # and this one\n    - - name: d'),
    )
  })
  it('says no where there is nothing to spread', () => {
    const result = toSequence(
      { tree: parseTree(TEXT), document: 0 },
      { template: 'main', steps: ['a'] },
    )
    expect(result.ok).toBe(false)
  })
})

describe('every lane of the corpus', () => {
  const cases = templateCases().filter(({ view }) => view.lanes.length > 0)
  it('is spread, and put together again, with the same bytes', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view }) => {
      for (const [lane, { steps }] of view.lanes.entries()) {
        const out = attempt(
          tree,
          document,
          toSequence,
          { template: index, steps: [{ lane, index: 0 }] },
          { keepsComments: true },
        )
        if (out === undefined) continue
        const spread = steps.map((_, step) => ({ lane: lane + step, index: 0 }))
        const back = attempt(out.tree, document, toParallel, { template: index, steps: spread })
        if (back === undefined) continue
        done++
        expect(back.text).toBe(tree.text)
      }
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(20)
  })
  it('is put together with the next where nothing forbids it, and spread again', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view }) => {
      for (let lane = 0; lane + 1 < view.lanes.length; lane++) {
        const steps = [
          { lane, index: 0 },
          { lane: lane + 1, index: 0 },
        ]
        const out = attempt(
          tree,
          document,
          toParallel,
          { template: index, steps },
          { keepsComments: true },
        )
        if (out === undefined) continue
        done++
        const sizes = [view.lanes[lane]?.steps.length, view.lanes[lane + 1]?.steps.length]
        if (sizes[0] !== 1 || sizes[1] !== 1) continue
        const back = attempt(out.tree, document, toSequence, {
          template: index,
          steps: [{ lane, index: 0 }],
        })
        expect(back?.text).toBe(tree.text)
      }
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(20)
  })
})
