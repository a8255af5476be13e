import { describe, expect, it } from 'vitest'
import { extractTemplate, inlineTemplate } from '../../../../src/edit/index.ts'
import { parseTree } from '../../../../src/yaml/index.ts'
import { checkCommand, valueOf } from '../../../support/command-laws.ts'
import { attempt, forEachCase, templateCases } from '../../../support/refactorings.ts'

const DAG = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    inputs:
      parameters: [{name: day}]
    dag:
      failFast: false
      tasks:
      - name: a
        template: say
      # the second
      - name: b # of all
        dependencies: [a]
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{tasks.a.outputs.result}} {{inputs.parameters.day}}"}
      - name: c
        dependencies: [b]
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{tasks.b.outputs.result}}"}
      - name: d
        dependencies: [c]
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{tasks.c.outputs.result}}"}
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

const EXTRACTED = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    inputs:
      parameters: [{name: day}]
    dag:
      failFast: false
      tasks:
      - name: a
        template: say
      - name: part
        dependencies: [a]
        template: part
        arguments:
          parameters:
          - name: a-result
            value: "{{tasks.a.outputs.result}}"
          - name: day
            value: "{{inputs.parameters.day}}"
      - name: d
        dependencies: [part]
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{tasks.part.outputs.parameters.c-result}}"}
  - name: part
    inputs:
      parameters:
      - name: a-result
      - name: day
    outputs:
      parameters:
      - name: c-result
        valueFrom:
          parameter: "{{tasks.c.outputs.result}}"
    dag:
      failFast: false
      tasks:
      # the second
      - name: b # of all
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{inputs.parameters.a-result}} {{inputs.parameters.day}}"}
      - name: c
        dependencies: [b]
        template: say
        arguments:
          parameters:
          - {name: what, value: "{{tasks.b.outputs.result}}"}
  - name: say
    inputs:
      parameters: [{name: what, default: hi}]
    container: {image: busybox, command: [echo, "{{inputs.parameters.what}}"]}
`

function withTasks(tasks: string, rest = ''): string {
  return `kind: Workflow\nspec:\n  templates:\n  - name: main\n    dag:${rest}\n      tasks: ${tasks}\n  - name: t\n    suspend: {}\n`
}

function refusal(tasks: string, steps: readonly string[], rest = ''): string {
  const tree = parseTree(withTasks(tasks, rest))
  const result = extractTemplate({ tree, document: 0 }, { template: 'main', steps })
  return result.ok ? '' : result.error.message
}

describe('extractTemplate of tasks', () => {
  it('makes a dag of them, which takes and gives their data and stands on their edges', () => {
    const args = { template: 'main', steps: ['b', 'c'], name: 'part' }
    const out = checkCommand(DAG, 0, extractTemplate, args, { keepsComments: true })
    expect(out.text).toBe(EXTRACTED)
  })

  it('keeps the order where they branch, and conditions that ask for good ends', () => {
    const tasks =
      '[{name: a}, {name: b, depends: a}, {name: c, depends: (a)}, {name: d, depends: "b && c && a"}]'
    const args = { template: 'main', steps: ['b', 'c'], name: 'c' }
    const { tree } = checkCommand(withTasks(tasks), 0, extractTemplate, args)
    expect(valueOf(tree)).toMatchObject({
      spec: {
        templates: [
          {
            dag: {
              tasks: [
                { name: 'a' },
                { name: 'c', template: 'c', depends: 'a' },
                { name: 'd', depends: 'c && a' },
              ],
            },
          },
          { name: 'c', dag: { tasks: [{ name: 'b' }, { name: 'c' }] } },
          {},
        ],
      },
    })
  })

  it('says which edge another order would come of', () => {
    const fork =
      '[{name: a}, {name: b, dependencies: [a]}, {name: c}, {name: d, dependencies: [b]}]'
    expect(refusal(fork, ['b', 'c'])).toMatch('The task c does not wait for a, as b does')
    const chain = '[{name: a}, {name: b, dependencies: [a]}, {name: c, dependencies: [b]}]'
    expect(refusal(chain, ['a', 'c'])).toMatch('The task b stands between the tasks')
    const two = '[{name: a}, {name: b}, {name: d, dependencies: [b]}]'
    expect(refusal(two, ['a', 'b'])).toMatch('The task d waits for b and not for a')
    expect(refusal('[{name: a}, {name: b, depends: a.Failed}]', ['a'])).toMatch(
      'depends on “a.Failed”',
    )
    expect(
      refusal('[{name: a}, {name: b, depends: a || a.Failed}, {name: c, depends: b}]', ['a', 'b']),
    ).toMatch('when it is left out, what waits for it is too')
    expect(refusal('[{name: a}, {name: b}]', ['a'], '\n      target: b')).toMatch('has a target')
    expect(refusal('[{name: a}, {}]', ['a'])).toMatch('has no name')
  })
})

describe('inlineTemplate of a dag in a dag', () => {
  it('gives the tasks that were extracted', () => {
    const args = { template: 'main', step: 'part' }
    const out = checkCommand(EXTRACTED, 0, inlineTemplate, args, { keepsComments: true })
    expect(valueOf(out.tree)).toEqual(valueOf(parseTree(DAG)))
    expect(out.text).toBe(DAG)
  })
})

const CALLS = `kind: Workflow
spec:
  templates:
  - name: main
    dag:
      tasks:
      - {name: a, template: t}
      - name: x # the call
        template: part
        depends: a.Failed
      - {name: b, template: t, depends: x || a}
      - {name: c, template: t, depends: x && a}
  # what is called
  - name: part
    dag:
      tasks:
      # begins
      - {name: a, template: t}
      - name: d
        template: t
        dependencies: [a]
        when: "{{tasks.a.status}} == Succeeded"
      - {name: e, template: t, dependencies: [a]}
  - name: t
    suspend: {}
`

describe('inlineTemplate of a dag with conditions around', () => {
  it('renames, takes the condition of the call, and joins the last tasks where one of several is asked', () => {
    const args = { template: 'main', step: 'x' }
    const out = checkCommand(CALLS, 0, inlineTemplate, args, { keepsComments: true })
    expect(out.text).toBe(`kind: Workflow
spec:
  templates:
  - name: main
    dag:
      tasks:
      - {name: a, template: t}
      # the call
      # what is called
      # begins
      - {name: a-2, depends: a.Failed, template: t}
      - name: d
        template: t
        depends: a-2
        when: "{{tasks.a-2.status}} == Succeeded"
      - {name: e, template: t, depends: a-2}
      - {name: b, template: t, depends: (d && e) || a}
      - {name: c, template: t, depends: d && e && a}
  - name: t
    suspend: {}
`)
  })
  it('says what forbids it', () => {
    const refused = (from: string, to: string): string => {
      const tree = parseTree(CALLS.replace(from, to))
      const result = inlineTemplate({ tree, document: 0 }, { template: 'main', step: 'x' })
      return result.ok ? '' : result.error.message
    }
    expect(refused('depends: x || a', 'depends: x.Failed')).toMatch('how x ended as a whole')
    expect(refused('template: part', 'template: part\n        when: 1 == 1')).toMatch(
      'has a condition, which is about all steps of part together',
    )
    expect(refused('dependencies: [a]}', 'depends: a.Failed}')).toMatch('when it is left out')
    expect(
      refused('dag:\n      tasks:\n      # b', 'dag:\n      target: d\n      tasks:\n      # b'),
    ).toMatch('The dag part has a target')
    expect(
      refused(
        'dag:\n      tasks:\n      # b',
        'dag:\n      failFast: false\n      tasks:\n      # b',
      ),
    ).toMatch('stops at the first failure')
  })
})

describe('every dag of the corpus', () => {
  const cases = templateCases()
  it('can give some of its tasks to another, and take them back', () => {
    let [done, same] = [0, 0]
    forEachCase(cases, ({ tree, document, index, view }) => {
      if (view.type !== 'dag') return
      const { length } = view.tasks
      const choices = new Set([[0], [length - 1], [0, 1], [length - 2, length - 1], [1, 2]])
      for (const tasks of choices) {
        if (tasks.some((task) => view.tasks[task] === undefined)) continue
        const args = { template: index, steps: tasks.map((task) => ({ task })) }
        const out = attempt(tree, document, extractTemplate, args, { keepsComments: true })
        if (out === undefined) continue
        done++
        const path = out.edit.selection?.[0]?.path
        const task = path?.at(-1)
        if (typeof task !== 'number') throw new Error('there is no call')
        const call = { template: index, task, keep: false }
        const back = attempt(out.tree, document, inlineTemplate, call, { keepsComments: true })
        if (back === undefined) continue
        if (
          JSON.stringify(valueOf(back.tree, document)) === JSON.stringify(valueOf(tree, document))
        )
          same++
      }
    })
    if (cases.length > 0) {
      expect(done).toBeGreaterThan(100)
      expect(same / done).toBeGreaterThan(0.75)
    }
  })
})
