import { describe, expect, it } from 'vitest'
import {
  containerToScript,
  removeUnusedTemplates,
  scriptToContainer,
  unusedTemplates,
  wrapInLoop,
  wrapInRetry,
  type Command,
} from '../../../../src/edit/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { checkCommand, valueOf } from '../../../support/command-laws.ts'
import { attempt, forEachCase, templateCases } from '../../../support/refactorings.ts'

const TEXT = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps:
    - - name: a
        template: say
    - - name: b
        template: say
        arguments:
          parameters: [{name: what, value: "{{steps.a.outputs.result}}"}]
    - - name: c
        template: run
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
  - name: run
    script:
      image: bash
      command: [bash]
      # what it does
      source: |
        echo "one"
        echo "two" # not a comment of YAML's
`

function refusal<Args>(command: Command<Args>, args: Args, text = TEXT): string {
  const result = command({ tree: parseTree(text), document: 0 }, args)
  return result.ok ? '' : result.error.message
}

describe('wrapInLoop', () => {
  it('sets the loop, and the argument that gets the item', () => {
    const args = { template: 'main', step: 'b', withItems: [1, 'two'], argument: 'what' }
    const out = checkCommand(TEXT, 0, wrapInLoop, args, { keepsComments: true })
    expect(out.added).toEqual([
      '        withItems:',
      '        - 1',
      '        - two',
      '          parameters: [{name: what, value: "{{item}}"}]',
    ])
  })
  it('refuses where others read outputs, unless lists are meant', () => {
    const args = { template: 'main', step: 'a', withParam: '{{workflow.parameters.list}}' }
    expect(refusal(wrapInLoop, args)).toMatch(
      /^The argument what of b reads steps\.a\.outputs\.result, which of a loop is the list/,
    )
    const out = checkCommand(TEXT, 0, wrapInLoop, { ...args, aggregates: true })
    expect(out.added).toEqual(['        withParam: "{{workflow.parameters.list}}"'])
  })
  it('refuses inputs that are not there and loops of nothing', () => {
    const step = { template: 'main', step: 'b' }
    expect(refusal(wrapInLoop, { ...step, withItems: [1], argument: 'x' })).toMatch('It has what.')
    expect(refusal(wrapInLoop, { ...step, withItems: [] })).toMatch('no items')
    expect(refusal(wrapInLoop, { ...step, withSequence: { start: 1 } })).toMatch('count or an end')
    expect(refusal(wrapInLoop, step)).toMatch('Give one of')
  })
})

describe('wrapInRetry', () => {
  it('gives the called template a strategy', () => {
    const out = checkCommand(TEXT, 0, wrapInRetry, { template: 'main', step: 'c' })
    expect(out.added).toEqual(['    retryStrategy:', '      limit: "3"'])
    expect(out.removed).toEqual([])
  })
  it('asks whether others are meant too', () => {
    const args = { template: 'main', step: 'b' }
    expect(refusal(wrapInRetry, args)).toMatch('also called by the step a of main')
    const all = checkCommand(TEXT, 0, wrapInRetry, { ...args, copy: false })
    expect(all.added).toHaveLength(2)
    const one = checkCommand(TEXT, 0, wrapInRetry, { ...args, copy: true })
    expect(one.text).toContain('- name: b\n        template: say-retried\n')
    expect(one.text).toContain('- name: a\n        template: say\n')
  })
})

describe('scriptToContainer', () => {
  it('makes the source an argument, and back', () => {
    const args = { template: 'run' }
    const out = checkCommand(TEXT, 0, scriptToContainer, args, { keepsComments: true })
    expect(out.text).toContain(`    container:
      image: bash
      command: [bash, -c]
      # what it does
      args:
      - |
        echo "one"
`)
    const back = checkCommand(out.text, 0, containerToScript, args, { keepsComments: true })
    expect(valueOf(back.tree)).toEqual(valueOf(parseTree(TEXT)))
  })
  it('refuses what it cannot express', () => {
    const args = { template: 'run' }
    const own = TEXT.replace('echo "one"', 'echo "$0"')
    expect(refusal(scriptToContainer, args, own)).toMatch('reads $0')
    const other = TEXT.replace('[bash]', '[java]')
    expect(refusal(scriptToContainer, args, other)).toMatch('java is not known')
    expect(refusal(containerToScript, { template: 'say' })).toMatch('runs no text')
  })
})

describe('removeUnusedTemplates', () => {
  const unused = `${TEXT}  # nobody calls it
  - name: old
    steps: [[{name: x, template: older}]]
  - name: older
    suspend: {}
`
  it('removes what nothing reaches', () => {
    expect(unusedTemplates(parseTree(unused), 0).map(({ name }) => name)).toEqual(['old', 'older'])
    expect(
      checkCommand(unused, 0, removeUnusedTemplates, { templates: ['old', 'older'] }).text,
    ).toBe(TEXT)
    expect(refusal(removeUnusedTemplates, { templates: ['say'] }, unused)).toMatch(
      'It is not sure that nothing calls the template say',
    )
    expect(refusal(removeUnusedTemplates, { templates: [] })).toMatch('no template that surely')
  })
  it('keeps what hooks, exit handlers and other documents call', () => {
    const hooked = unused.replace(
      '  templates:',
      '  onExit: older\n  hooks:\n    x: {template: old}\n  templates:',
    )
    expect(unusedTemplates(parseTree(hooked), 0)).toEqual([])
    expect(unusedTemplates(parseTree(unused.replace('  entrypoint: main\n', '')), 0)).toEqual([])
    const library = unused.replace(
      'kind: Workflow',
      'kind: WorkflowTemplate\nmetadata: {name: lib}',
    )
    const caller = `---\nkind: Workflow\nspec:\n  templates:\n  - name: m\n    steps: [[{name: s, templateRef: {name: lib, template: older}}]]\n`
    expect(unusedTemplates(parseTree(library + caller), 0).map(({ name }) => name)).toEqual(['old'])
  })
})

describe('the corpus', () => {
  const cases = templateCases()
  it('has scripts that become containers and scripts again', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view }) => {
      if (view.type !== 'script') return
      const args = { template: index }
      const out = attempt(tree, document, scriptToContainer, args, { keepsComments: true })
      if (out === undefined) return
      const back = attempt(out.tree, document, containerToScript, args)
      done++
      expect(back && valueOf(back.tree, document)).toEqual(valueOf(tree, document))
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(50)
  })
  it('has containers that become scripts and containers again', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view }) => {
      if (view.type !== 'container') return
      const args = { template: index }
      const out = attempt(tree, document, containerToScript, args, { keepsComments: true })
      const { command = [], args: given = [] } = view.container ?? {}
      if (out === undefined) return
      const back = attempt(out.tree, document, scriptToContainer, args)
      // A text that stood in the command comes back as an argument.
      if (back === undefined || command.length !== 2 || given.length !== 1) return
      done++
      expect(valueOf(back.tree, document)).toEqual(valueOf(tree, document))
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(20)
  })
  it('loops and retries its steps where nothing forbids it', () => {
    let done = 0
    forEachCase(
      cases.filter(({ view }) => view.lanes.length > 0),
      ({ tree, document, index, view }) => {
        for (const [lane, { steps }] of view.lanes.entries())
          for (const step of steps.keys()) {
            const at = { template: index, lane, index: step }
            const loop = attempt(tree, document, wrapInLoop, { ...at, withItems: ['x', 'y'] })
            const retry = attempt(tree, document, wrapInRetry, { ...at, copy: true })
            if (loop) done++
            if (retry) done++
          }
      },
    )
    if (cases.length > 0) expect(done).toBeGreaterThan(200)
  })
})
