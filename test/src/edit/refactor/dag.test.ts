import { describe, expect, it } from 'vitest'
import { dagToSteps, stepsToDag } from '../../../../src/edit/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { checkCommand, valueOf } from '../../../support/command-laws.ts'
import { attempt, forEachCase, templateCases } from '../../../support/refactorings.ts'

const STEPS = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    steps: # in order
    # first of all
    - - name: a
        template: say # says it
        continueOn: {failed: true}

    - - name: b
        template: say
        when: "{{steps.a.status}} == Succeeded"
      # and this one
      - name: c
        template: say
        hooks:
          running: {template: say, expression: 'steps["c"].status == "Running"'}

    # the end
    - - name: d
        template: say
        arguments:
          parameters: [{name: what, value: "{{= steps['b'].outputs.result ?? steps.name }} {{steps.a.id}}"}]
    outputs:
      parameters:
      - {name: x, valueFrom: {expression: steps.d.outputs.result}}
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

const DAG = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    dag: # in order
      failFast: false
      tasks:
      # first of all
      - name: a
        template: say # says it
        continueOn: {failed: true}

      - name: b
        dependencies: [a]
        template: say
        when: "{{tasks.a.status}} == Succeeded"
      # and this one
      - name: c
        dependencies: [a]
        template: say
        hooks:
          running: {template: say, expression: 'tasks["c"].status == "Running"'}

      # the end
      - name: d
        dependencies: [b, c]
        template: say
        arguments:
          parameters: [{name: what, value: "{{= tasks['b'].outputs.result ?? tasks.name }} {{tasks.a.id}}"}]
    outputs:
      parameters:
      - {name: x, valueFrom: {expression: tasks.d.outputs.result}}
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

function refusal(tasks: string, rest = ''): string {
  const text = `kind: Workflow\nspec:\n  templates:\n  - name: main\n    dag:${rest}\n      tasks: ${tasks}\n`
  const result = dagToSteps({ tree: parseTree(text), document: 0 }, { template: 'main' })
  return result.ok ? '' : result.error.message
}

describe('stepsToDag', () => {
  it('gives each task the lane before as dependencies, and follows all references', () => {
    const out = checkCommand(STEPS, 0, stepsToDag, { template: 'main' }, { keepsComments: true })
    expect(out.text).toBe(DAG)
  })
  it('refuses names that a task may not have', () => {
    const tree = parseTree(STEPS.replace('name: a\n', 'name: 1a\n'))
    const result = stepsToDag({ tree, document: 0 }, { template: 'main' })
    expect(result.ok ? '' : result.error.message).toMatch('1a begins with a digit')
  })
})

describe('dagToSteps', () => {
  it('gives each layer a lane', () => {
    const out = checkCommand(DAG, 0, dagToSteps, { template: 'main' }, { keepsComments: true })
    expect(out.text).toBe(STEPS)
  })
  it('puts tasks into the order of their layers', () => {
    const text = DAG.replace(
      /( {6}# first of all\n[^]*?)\n( {6}- name: b[^]*?\n)( {6}# and)/,
      (_, a: string, b: string, rest: string) => b + a + rest,
    )
    expect(text).not.toBe(DAG)
    const out = checkCommand(text, 0, dagToSteps, { template: 'main' }, { keepsComments: true })
    expect(valueOf(out.tree)).toEqual(valueOf(parseTree(STEPS)))
  })
  it('names the task that forbids it', () => {
    const four =
      '[{name: a}, {name: b, dependencies: [a]}, {name: c}, {name: d, dependencies: [c]}]'
    expect(refusal(four)).toBe(
      'The task b does not depend on c, and in lanes it would wait for it. Only layers that depend on each other entirely can become lanes.',
    )
    expect(refusal('[{name: a}, {name: b, depends: a.Failed}]')).toMatch('The task b depends on')
    expect(refusal('[{name: a, dependencies: [b]}, {name: b, dependencies: [a]}]')).toMatch(
      'circle',
    )
    expect(refusal('[{name: a}]', '\n      target: a')).toMatch('has a target')
  })
})

describe('dagToSteps of conditions', () => {
  const withDepends = (b: string, d: string): string =>
    DAG.replaceAll('dependencies: [a]', `depends: ${b}`).replace(
      'dependencies: [b, c]',
      `depends: ${d}`,
    )
  it.each([
    ['a', 'b && c'],
    ['(a)', '(b && c) && a'],
    ['a && a', '((c) && (a && b))'],
    ['a.Succeeded || a.Skipped || a.Daemoned', '(b || b.Succeeded) && c'],
    ['"(a.Skipped || (a.Daemoned || a.Succeeded))"', '>-\n          c &&\n          (b)'],
  ])('%s, %s: lanes in the same order', (b, d) => {
    const out = checkCommand(withDepends(b, d), 0, dagToSteps, { template: 'main' })
    expect(out.text).toBe(STEPS)
  })
  it.each([
    ['a', 'b || c', 'The task d depends on “b || c”, and a lane only waits'],
    ['a', '(b || c) && a', 'depends on “(b || c) && a”'],
    ['a.Succeeded', 'b && c', 'The task b depends on “a.Succeeded”'],
    ['a || a.Failed', 'b && c', 'depends on “a || a.Failed”'],
    ['a', '"!(b && c)"', 'depends on “!(b && c)”'],
    ['a', '(b && c', 'The `depends` of the task d cannot be read: This `(` is not closed'],
    ['a', '(b && a)', 'The task d does not depend on c'],
  ])('%s, %s: says why not', (b, d, message) => {
    const tree = parseTree(withDepends(b, d))
    const result = dagToSteps({ tree, document: 0 }, { template: 'main' })
    expect(result.ok ? '' : result.error.message).toContain(message)
  })
})

describe('every steps template of the corpus', () => {
  const cases = templateCases()
  it('becomes a dag, and steps again, with the same bytes', () => {
    let [done, same] = [0, 0]
    forEachCase(cases, ({ tree, document, index, view }) => {
      if (view.type !== 'steps') return
      const args = { template: index }
      const out = attempt(tree, document, stepsToDag, args, { keepsComments: true })
      if (out === undefined) return
      done++
      const back = attempt(out.tree, document, dagToSteps, args, { keepsComments: true })
      if (back === undefined) throw new Error('there is no way back')
      expect(valueOf(back.tree, document)).toEqual(valueOf(tree, document))
      if (back.text === tree.text) same++
    })
    if (cases.length > 0) {
      expect(done).toBeGreaterThan(100)
      expect(same / done).toBeGreaterThan(0.95)
    }
  })
  it('becomes steps where layers allow, and a dag of the same order again', () => {
    let done = 0
    forEachCase(cases, ({ tree, document, index, view }) => {
      if (view.type !== 'dag') return
      const args = { template: index }
      const out = attempt(tree, document, dagToSteps, args, { keepsComments: true })
      if (out === undefined) return
      done++
      const back = attempt(out.tree, document, stepsToDag, args, { keepsComments: true })
      if (back === undefined) return
      const again = attempt(back.tree, document, dagToSteps, args)
      expect(again?.text).toBe(out.text)
    })
    if (cases.length > 0) expect(done).toBeGreaterThan(10)
  })
})
