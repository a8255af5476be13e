import { expect, test } from 'vitest'
import { runCommand, type CommandId } from '../../../src/edit/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'
import { checkCommand } from '../../support/command-laws.ts'

const text = `kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      steps:
        - - name: outer # stays
            inline:
              steps:
                - - name: first
                    template: leaf
                - - name: second
                    when: "{{steps.first.status}} == Succeeded"
                    inline:
                      script:
                        image: python
                        source: print(1)
    - name: leaf
      container: {image: alpine}
`
const outer = ['spec', 'templates', 0, 'steps', 0, 0, 'inline']
const second = [...outer, 'steps', 1, 0, 'inline']

test.each<[CommandId, object, string[], string[]]>([
  [
    'renameStep',
    { template: outer, step: 'first', name: 'begin' },
    ['- - name: first', 'when: "{{steps.first.status}} == Succeeded"'],
    ['- - name: begin', 'when: "{{steps.begin.status}} == Succeeded"'],
  ],
  [
    'addStep',
    { template: outer, step: { template: 'leaf' } },
    [],
    ['- - name: leaf', 'template: leaf'],
  ],
  [
    'setScriptSource',
    { template: second, source: 'print(2)' },
    ['source: print(1)'],
    ['source: print(2)'],
  ],
  ['deleteStep', { template: outer, step: 'first' }, ['- - name: first', 'template: leaf'], []],
  [
    'setParameter',
    { template: second, kind: 'inputs', parameter: 'size', fields: { default: '1' } },
    [],
    ['inputs:', 'parameters:', '- name: size', 'default: "1"'],
  ],
])('%s works in inline templates', (id, args, removed, added) => {
  const lines = checkCommand(text, 0, (context, given) => runCommand(context, id, given), args)
  expect(lines.removed.map((line) => line.trim())).toEqual(removed)
  expect(lines.added.map((line) => line.trim())).toEqual(added)
})

test.each<[CommandId, object]>([
  ['renameTemplate', { template: outer, name: 'x' }],
  ['deleteTemplate', { template: outer }],
  ['duplicateTemplate', { template: outer }],
  ['setEntrypoint', { template: outer }],
])('%s says no to inline templates', (id, args) => {
  const result = runCommand({ tree: parseTree(text), document: 0 }, id, args)
  expect(result.ok ? undefined : result.error.message).toMatch(/inline/)
})
