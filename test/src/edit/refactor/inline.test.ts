import { describe, expect, it } from 'vitest'
import { extractTemplate, inlineTemplate, nameInline } from '../../../../src/edit/index.ts'
import { parseTree, type JsonValue } from '../../../../src/yaml/index.ts'
import { checkCommand, commentsOf, valueOf } from '../../../support/command-laws.ts'
import { attempt, forEachCase, templateCases } from '../../../support/refactorings.ts'

const TEXT = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    inputs:
      parameters: [{name: who, value: you}]
    steps:
    - - name: b
        template: say
    # here
    - - name: middle # all of it
        template: middle
        arguments:
          parameters:
          - {name: what, value: "{{inputs.parameters.who}}: {{steps.b.outputs.result}}"}
    - - name: d
        template: say
        arguments:
          parameters: [{name: what, value: "{{steps.middle.outputs.parameters.x}}"}]
  # the middle
  - name: middle
    inputs:
      parameters:
      - name: what
      - {name: times, default: 3}
    outputs:
      parameters:
      - {name: x, valueFrom: {parameter: "{{steps.c.outputs.result}}"}}
    steps:
    # first
    - - name: b
        template: say
        arguments:
          parameters: [{name: what, value: "{{inputs.parameters.what}}"}]
    - - name: c
        template: say
        when: "{{=steps.b.outputs.result != inputs.parameters.what && inputs.parameters.times == '3'}}"
  # says it
  - name: say # aloud
    inputs:
      parameters: [{name: what, default: hi}]
    # in a container
    container:
      image: busybox
      command: [sh, -c]
      args:
      - |
        echo "{{inputs.parameters.what}}"
`

const INLINED = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    inputs:
      parameters: [{name: who, value: you}]
    steps:
    - - name: b
        template: say
    # here
    # all of it
    # the middle
    # first
    - - name: b-2
        template: say
        arguments:
          parameters: [{name: what, value: "{{inputs.parameters.who}}: {{steps.b.outputs.result}}"}]
    - - name: c
        template: say
        when: "{{=steps['b-2'].outputs.result != (inputs.parameters.who + ': ' + steps.b.outputs.result) && '3' == '3'}}"
    - - name: d
        template: say
        arguments:
          parameters: [{name: what, value: "{{steps.c.outputs.result}}"}]
`

const args = { template: 'main', step: 'middle' }

function refusal(text: string, step = 'middle'): string {
  const result = inlineTemplate({ tree: parseTree(text), document: 0 }, { template: 'main', step })
  return result.ok ? '' : result.error.message
}

describe('inlineTemplate', () => {
  it('puts the lanes of a steps template in the place of its call', () => {
    const out = checkCommand(TEXT, 0, inlineTemplate, args, { keepsComments: true })
    expect(out.text).toBe(INLINED + TEXT.slice(TEXT.indexOf('  # says it')))
    expect(out.edit.selection).toHaveLength(2)
  })
  it('keeps the template when asked, or when others call it', () => {
    const out = checkCommand(TEXT, 0, inlineTemplate, { ...args, keep: true })
    expect(out.text).toContain('  - name: middle\n')
    const shared = TEXT.replace('kind: Workflow', 'kind: WorkflowTemplate')
    expect(checkCommand(shared, 0, inlineTemplate, args).text).toContain('  - name: middle\n')
  })
  it('names what forbids it', () => {
    const call = 'template: middle\n'
    const when = TEXT.replace(call, `${call}        when: 1 == 1\n`)
    expect(refusal(when)).toMatch('The step middle has a condition')
    const retry = TEXT.replace(
      '  - name: middle\n',
      '  - name: middle\n    retryStrategy: {limit: 2}\n',
    )
    expect(refusal(retry)).toMatch('The template middle has retryStrategy')
    const status = TEXT.replace('steps.middle.outputs.parameters.x', 'steps.middle.status')
    expect(refusal(status)).toBe(
      'The argument what of d reads steps.middle.status, the status of middle as a whole, and it would be there no more.',
    )
    const beside = TEXT.replace('    # here\n    - - name: middle', '      - name: middle')
    expect(refusal(beside)).toMatch('stands beside others, and middle has 2 lanes')
  })
  it('writes a leaf template into the step, and nameInline takes it out again', () => {
    const one = TEXT.replace(/ {4}# here[^]*? {2}# says/, '  # says')
    const target = { template: 'main', step: 'b' }
    const out = checkCommand(one, 0, inlineTemplate, target, { keepsComments: true })
    expect(out.text).toContain(`    - - name: b
        inline:
          # says it
          # aloud
          inputs:
            parameters: [{name: what, default: hi}]
          # in a container
          container:
            image: busybox
            command: [sh, -c]
            args:
            - |
              echo "{{inputs.parameters.what}}"
`)
    const back = checkCommand(out.text, 0, nameInline, { ...target, name: 'say' })
    expect(valueOf(back.tree)).toEqual(valueOf(parseTree(one)))
    expect(commentsOf(back.text)).toEqual(commentsOf(one))
  })
  it('refuses an input that two templates have', () => {
    expect(refusal(TEXT.replace('[{name: who', '[{name: what}, {name: who'), 'b')).toMatch(
      'Both say and main have an input what',
    )
  })
})

describe('nameInline', () => {
  it('hands in what the template in place read of the one around it', () => {
    const text = `kind: Workflow
spec:
  templates:
  - name: main
    inputs:
      parameters: [{name: who}]
    steps:
    - - name: a
        inline: {container: {image: busybox}}
    - - name: b
        withItems: [1, 2]
        inline:
          container:
            image: busybox
            args: ["{{inputs.parameters.who}} {{item}} {{steps.a.outputs.result}}"]
`
    const out = checkCommand(text, 0, nameInline, { template: 'main', step: 'b' })
    expect(out.text).toBe(`kind: Workflow
spec:
  templates:
  - name: main
    inputs:
      parameters: [{name: who}]
    steps:
    - - name: a
        inline: {container: {image: busybox}}
    - - name: b
        template: b
        withItems: [1, 2]
        arguments:
          parameters:
          - name: who
            value: "{{inputs.parameters.who}}"
          - name: item
            value: "{{item}}"
          - name: a-result
            value: "{{steps.a.outputs.result}}"
  - name: b
    inputs:
      parameters:
      - name: who
      - name: item
      - name: a-result
    container:
      image: busybox
      args: ["{{inputs.parameters.who}} {{inputs.parameters.item}} {{inputs.parameters.a-result}}"]
`)
    const flow = checkCommand(text, 0, nameInline, { template: 'main', step: 'a', name: 'x' })
    expect(flow.text).toContain('  - {name: x, container: {image: busybox}}\n')
  })
})

describe('the corpus', () => {
  const cases = templateCases().filter(({ view }) => view.lanes.length > 0)
  it('gets its lanes back that became a template', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view }) => {
      for (let lane = 0; lane < view.lanes.length; lane++) {
        const steps = (view.lanes[lane]?.steps ?? []).map((_, step) => ({ lane, index: step }))
        const out = attempt(
          tree,
          document,
          extractTemplate,
          { template: index, steps },
          { keepsComments: true },
        )
        if (out === undefined) continue
        const call = { template: index, lane, index: 0, keep: false }
        const back = attempt(out.tree, document, inlineTemplate, call, { keepsComments: true })
        if (back === undefined) continue
        done++
        expect(valueOf(back.tree, document)).toEqual(valueOf(tree, document))
      }
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(200)
  })
  it('gets templates into steps and out again', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view, manifest }) => {
      for (const [lane, { steps }] of view.lanes.entries())
        for (const [step, { template: name }] of steps.entries()) {
          const at = { template: index, lane, index: step }
          const out = attempt(tree, document, inlineTemplate, { ...at, keep: false })
          const target = manifest.spec.templates.find((other) => other.name === name)
          if (out === undefined || target?.type === 'steps' || name === undefined) continue
          const before = manifest.spec.templates.length
          const now = valueOf(out.tree, document)
          const isGone = !JSON.stringify(now).includes(`"name":${JSON.stringify(name)},"`)
          if (!isGone) continue
          const shifted =
            manifest.spec.templates.indexOf(target ?? view) < index ? index - 1 : index
          const back = attempt(out.tree, document, nameInline, { ...at, template: shifted, name })
          if (back === undefined) continue
          done++
          expect(before).toBe(manifest.spec.templates.length)
          expect(sorted(valueOf(back.tree, document))).toEqual(sorted(valueOf(tree, document)))
        }
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(20)
  })
})

/** A value with the lists of templates in one order. */
function sorted(value: JsonValue): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key !== 'templates' || !Array.isArray(inner)) return inner
      return inner.map((item: unknown) => JSON.stringify(item)).sort()
    }),
  )
}
