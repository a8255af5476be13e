import { describe, expect, it } from 'vitest'
import { copyContainers, copySteps, runCommand, type CommandId } from '../../../src/edit/index.ts'
import { parseTree, type JsonValue } from '../../../src/yaml/index.ts'
import { checkEdit, valueOf, type Outcome } from '../../support/command-laws.ts'

const FLOW = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
  - name: main
    dag:
      target: d a
      tasks:
      # the first
      - name: a
        template: echo
      - name: b # second
        dependencies: [a]
        template: echo
      - {name: c, template: echo, dependencies: [a]}
      - name: d
        dependencies:
          - b
          - c
        template: echo
        arguments:
          parameters:
            - {name: x, value: "{{tasks.a.outputs.result}}"}
        hooks:
          exit:
            template: echo
            expression: tasks["a"].status == "Failed"
  - name: cond
    dag:
      tasks:
      - name: a
        template: echo
        withItems: [1, 2]
      - name: b
        template: echo
        depends: a.AnySucceeded || a.Failed # either
      - name: c
        template: echo
        depends: >-
          a &&
          b.Failed
  - name: set
    containerSet:
      containers:
      - name: one
        image: busybox
      - name: main
        image: busybox
        dependencies: [one]
  - name: echo
    container: {image: busybox}
  - name: empty
    dag:
      tasks: []
`

function run(text: string, id: CommandId, args: JsonValue): Outcome {
  const tree = parseTree(text)
  const result = runCommand({ tree, document: 0 }, id, args)
  if (!result.ok) throw new Error(result.error.message)
  return checkEdit(tree, 0, result.value, args)
}

function refusal(id: string, args: unknown, text = FLOW): string {
  const result = runCommand({ tree: parseTree(text), document: 0 }, id, args)
  if (result.ok) throw new Error('it was not refused')
  return result.error.message
}

describe('connectTasks', () => {
  it('adds to a list, starts one in brackets, keeps brackets and dashes', () => {
    expect(run(FLOW, 'connectTasks', { template: 'main', from: 'b', to: 'c' })).toMatchObject({
      removed: ['      - {name: c, template: echo, dependencies: [a]}'],
      added: ['      - {name: c, template: echo, dependencies: [a, b]}'],
    })
    const { removed, added } = run(FLOW, 'connectTasks', { template: 'main', from: 'a', to: 'd' })
    expect([removed, added]).toEqual([[], ['          - a']])
    const two = run(FLOW, 'addTask', { template: 'empty', task: { template: 'echo' } }).text
    const three = run(two, 'addTask', { template: 'empty', task: { template: 'echo' } }).text
    expect(
      run(three, 'connectTasks', { template: 'empty', from: 'echo', to: 'echo-2' }).added,
    ).toEqual(['        dependencies: [echo]'])
  })
  it('puts an or into parentheses, and keeps a folded text folded', () => {
    const more = run(FLOW, 'addTask', { template: 'cond', task: { name: 'z', template: 'echo' } })
    expect(run(more.text, 'connectTasks', { template: 'cond', from: 'z', to: 'b' }).added).toEqual([
      '        depends: (a.AnySucceeded || a.Failed) && z # either',
    ])
    expect(
      run(more.text, 'connectTasks', { template: 'cond', from: 'z', to: 'c', result: 'Skipped' })
        .added,
    ).toEqual(['          b.Failed && z.Skipped'])
    expect(run(more.text, 'connectTasks', { template: 'cond', from: 'c', to: 'z' }).added).toEqual([
      '        depends: c',
    ])
  })
  it('makes conditions of all lists when it needs a result', () => {
    const { added, removed } = run(FLOW, 'connectTasks', {
      template: 'main',
      from: 'a',
      to: 'd',
      result: 'Failed',
    })
    expect(removed).toHaveLength(5)
    expect(added).toEqual([
      '        depends: a',
      '      - {name: c, template: echo, depends: a}',
      '        depends: b && c && a.Failed',
    ])
  })
  it('says why not', () => {
    expect(refusal('connectTasks', { template: 'main', from: 'd', to: 'a' })).toBe(
      'a cannot wait for d, which waits for it already: a → b → d.',
    )
    expect(refusal('connectTasks', { template: 'main', from: 'a', to: 'a' })).toBe(
      'a cannot wait for itself.',
    )
    expect(refusal('connectTasks', { template: 'main', from: 'a', to: 'b' })).toBe(
      'b waits for a already.',
    )
    expect(refusal('connectTasks', { template: 'main', from: 'q', to: 'b' })).toMatch(
      'There is no task q. There are a, b, c, d.',
    )
    expect(
      refusal('connectTasks', { template: 'main', from: 'b', to: 'c', result: 'AllFailed' }),
    ).toMatch('is a result of a loop')
    expect(refusal('connectTasks', { template: 'echo', from: 'b', to: 'c' })).toMatch(
      'neither a dag nor',
    )
    const continues = FLOW.replace('- name: a\n', '- name: a\n        continueOn: {failed: true}\n')
    expect(
      refusal(
        'connectTasks',
        { template: 'main', from: 'b', to: 'c', result: 'Failed' },
        continues,
      ),
    ).toMatch('a has `continueOn`')
  })
})

describe('disconnectTasks', () => {
  it('takes one out, and a list or condition that is left empty', () => {
    expect(run(FLOW, 'disconnectTasks', { template: 'main', from: 'b', to: 'd' })).toMatchObject({
      removed: ['          - b'],
      added: [],
    })
    expect(run(FLOW, 'disconnectTasks', { template: 'main', from: 'a', to: 'b' })).toMatchObject({
      removed: ['        dependencies: [a]'],
      added: [],
    })
    expect(run(FLOW, 'disconnectTasks', { template: 'cond', from: 'b', to: 'c' }).text).toMatch(
      /depends: >-\n {10}a\n/,
    )
    expect(refusal('disconnectTasks', { template: 'main', from: 'a', to: 'd' })).toBe(
      'd does not wait for a.',
    )
  })
  it('undoes what connectTasks did', () => {
    const { text } = run(FLOW, 'connectTasks', { template: 'main', from: 'b', to: 'c' })
    expect(run(text, 'disconnectTasks', { template: 'main', from: 'b', to: 'c' }).text).toBe(FLOW)
  })
})

describe('setDependencyResult and convertDependencies', () => {
  it('sets and takes away the result of an edge', () => {
    const { text, added } = run(FLOW, 'setDependencyResult', {
      template: 'cond',
      from: 'b',
      to: 'c',
      result: null,
    })
    expect(added).toEqual(['          b'])
    expect(
      run(text, 'setDependencyResult', { template: 'cond', from: 'b', to: 'c', result: 'Failed' })
        .text,
    ).toBe(FLOW)
    expect(
      refusal('setDependencyResult', { template: 'cond', from: 'a', to: 'b', result: 'Failed' }),
    ).toMatch('several times')
  })
  it('goes there and back where the meaning is the same', () => {
    const there = run(FLOW, 'convertDependencies', { template: 'main', to: 'depends' })
    const back = run(there.text, 'convertDependencies', { template: 'main', to: 'dependencies' })
    expect(valueOf(back.tree)).toEqual(valueOf(parseTree(FLOW)))
    expect(refusal('convertDependencies', { template: 'cond', to: 'dependencies' })).toMatch(
      'A list cannot say that',
    )
  })
})

describe('addTask', () => {
  it('stands on an edge', () => {
    const { text, added, removed } = run(FLOW, 'addTask', {
      template: 'main',
      task: { name: 'mid', template: 'echo' },
      after: ['a'],
      before: ['b'],
    })
    expect(removed).toHaveLength(1)
    expect(added).toHaveLength(4)
    expect(text).toMatch(
      `      - name: mid
        dependencies: [a]
        template: echo
      - name: b # second
        dependencies: [mid]
`,
    )
  })
  it('takes the condition of the edge along', () => {
    const { text } = run(FLOW, 'addTask', {
      template: 'cond',
      task: { name: 'mid', template: 'echo' },
      after: ['b'],
      before: ['c'],
    })
    expect(text).toMatch('- name: mid\n        depends: b.Failed\n')
    expect(text).toMatch('a &&\n          mid\n')
  })
  it('makes the template that it calls, and refuses circles', () => {
    const { text } = run(FLOW, 'addTask', { template: 'empty', newTemplate: { type: 'container' } })
    expect(text).toMatch(/tasks:\n {6}- name: container\n {8}template: container\n/)
    expect(text).toMatch('- name: container\n    container:')
    expect(refusal('addTask', { template: 'main', after: ['d'], before: ['a'] })).toMatch(
      'a cannot wait for d',
    )
  })
})

describe('commands of steps on tasks', () => {
  it('renames with all that depends, tags, expressions and the target', () => {
    const { text, added } = run(FLOW, 'renameStep', { template: 'main', step: 'a', name: 'z' })
    expect(added).toHaveLength(6)
    expect(text).toMatch('target: d z')
    expect(text).toMatch('tasks["z"].status')
    const back = run(text, 'renameStep', { template: 'main', step: 'z', name: 'a' })
    expect(back.text).toBe(FLOW)
    const cond = run(FLOW, 'renameStep', { template: 'cond', task: 1, name: 'w' })
    expect(cond.added).toEqual(['      - name: w', '          w.Failed'])
  })
  it('deletes, and with it what depended on it', () => {
    const { text, removed } = run(FLOW, 'deleteSteps', { template: 'main', steps: ['b', 'c'] })
    expect(removed).not.toContain('      # the first')
    expect(text).not.toMatch('- b')
    const first = run(FLOW, 'deleteStep', { template: 'main', step: 'a' })
    expect(first.text).toMatch('target: d\n')
    expect(first.text).toMatch('{name: c, template: echo}')
    const cond = run(FLOW, 'deleteStep', { template: 'cond', step: 'a' })
    expect(cond.text).not.toMatch('AnySucceeded')
    expect(cond.text).toMatch(/depends: >-\n {10}b.Failed\n/)
  })
  it('refuses to delete what an unreadable condition names', () => {
    const broken = FLOW.replace('a.AnySucceeded || a.Failed', 'a &&')
    expect(refusal('deleteStep', { template: 'cond', step: 'a' }, broken)).toMatch(
      'The `depends` of the task b names a and cannot be read',
    )
  })
  it('duplicates, copies and pastes', () => {
    const { text } = run(FLOW, 'duplicateSteps', { template: 'main', steps: ['b', { task: 2 }] })
    expect(text).toMatch('- name: b-2 # second\n        dependencies: [a]')
    expect(text).toMatch('- {name: c-2, template: echo, dependencies: [a]}')
    const context = { tree: parseTree(FLOW), document: 0 }
    const yaml = copySteps(context, { template: 'main', steps: ['a', 'b'] })
    if (!yaml.ok) throw new Error(yaml.error.message)
    const pasted = run(FLOW, 'pasteSteps', { template: 'main', yaml: yaml.value })
    expect(pasted.text).toMatch('- name: a-2\n        template: echo')
    expect(pasted.text).toMatch('- name: b-2 # second\n        dependencies: [a-2]')
    const only = copySteps(context, { template: 'main', steps: ['d'] })
    if (!only.ok) throw new Error(only.error.message)
    const elsewhere = run(FLOW, 'pasteSteps', { template: 'empty', yaml: only.value })
    expect(elsewhere.text.split('- name: empty')[1]).not.toMatch('dependencies')
  })
  it('sets conditions and arguments', () => {
    expect(run(FLOW, 'setWhen', { template: 'main', step: 'b', when: '1 == 1' }).added).toEqual([
      '        when: 1 == 1',
    ])
    expect(
      run(FLOW, 'setArgument', { template: 'main', task: 0, name: 'x', value: 'y' }).added,
    ).toHaveLength(4)
    expect(refusal('moveStep', { template: 'main', step: 'b', to: 'up' })).toMatch('lanes')
  })
})

describe('containers of a set', () => {
  it('are added, connected, renamed and deleted', () => {
    const added = run(FLOW, 'addContainer', {
      template: 'set',
      container: { name: 'mid', image: 'alpine' },
      after: ['one'],
      before: ['main'],
    })
    expect(added.added).toEqual([
      '      - name: mid',
      '        image: alpine',
      '        dependencies: [one]',
      '        dependencies: [mid]',
    ])
    const renamed = run(added.text, 'renameContainer', {
      template: 'set',
      container: 'mid',
      name: 'middle',
    })
    expect(renamed.added).toEqual(['      - name: middle', '        dependencies: [middle]'])
    const deleted = run(renamed.text, 'deleteContainers', { template: 'set', containers: [1] })
    const connected = run(deleted.text, 'connectTasks', {
      template: 'set',
      from: 'one',
      to: 'main',
    })
    expect(valueOf(connected.tree)).toEqual(valueOf(parseTree(FLOW)))
    expect(refusal('connectTasks', { template: 'set', from: 'main', to: 'one' })).toBe(
      'one cannot wait for main, which waits for it already: one → main.',
    )
    expect(refusal('renameContainer', { template: 'set', container: 'one', name: 'Big' })).toMatch(
      'no name for a container',
    )
    expect(refusal('deleteContainers', { template: 'set', containers: ['one', 'main'] })).toMatch(
      'needs one container',
    )
  })
  it('are duplicated each after its original, and taken away again', () => {
    const { text } = run(FLOW, 'duplicateContainers', {
      template: 'set',
      containers: ['main', 'one'],
    })
    expect(text).toMatch('- name: one\n        image: busybox\n      - name: one-2\n')
    expect(text).toMatch('- name: main-2\n        image: busybox\n        dependencies: [one]\n')
    const back = run(text, 'deleteContainers', {
      template: 'set',
      containers: ['one-2', 'main-2'],
    })
    expect(back.text).toBe(FLOW)
    expect(refusal('duplicateContainers', { template: 'main', containers: ['a'] })).toMatch(
      'only a containerSet containers',
    )
  })
  it('are copied and pasted: what they wait for among each other follows, what is not there goes', () => {
    const context = { tree: parseTree(FLOW), document: 0 }
    const all = copyContainers(context, { template: 'set', containers: ['one', 'main'] })
    if (!all.ok) throw new Error(all.error.message)
    const pasted = run(FLOW, 'pasteContainers', { template: 'set', yaml: all.value })
    expect(pasted.text).toMatch(
      '- name: main-2\n        image: busybox\n        dependencies: [one-2]',
    )
    const last = copyContainers(context, { template: 'set', containers: ['main'] })
    if (!last.ok) throw new Error(last.error.message)
    // Beside what it waits for, it goes on to do so.
    expect(run(FLOW, 'pasteContainers', { template: 'set', yaml: last.value }).added).toEqual([
      '      - name: main-2',
      '        image: busybox',
      '        dependencies: [one]',
    ])
    const yaml =
      '- {name: new, image: x, dependencies: [gone, main, other]}\n- {name: other, image: y}\n'
    expect(run(FLOW, 'pasteContainers', { template: 'set', yaml }).added).toEqual([
      '      - {name: new, image: x, dependencies: [main, other]}',
      '      - {name: other, image: y}',
    ])
    expect(refusal('pasteContainers', { template: 'set', yaml: '{name: a, template: b}' })).toBe(
      'This is no container: a container of a set has a `name` and an `image`.',
    )
  })
})
