import { expect, it } from 'vitest'
import { changedCalls, readManifest, stepCalls, type StepCalls } from '../../../src/argo/index.ts'
import { parseTree, updateTree, type YamlTree } from '../../../src/yaml/index.ts'

const text = `kind: Workflow
spec:
  templates:
  - name: main
    steps:
    - - {name: a, template: t, when: "1 == 1"}
      - {name: b, template: t}
    - - {name: c, template: u, withItems: [x]}
`

function callsOf(tree: YamlTree): StepCalls {
  const [document] = tree.documents
  const template = document && readManifest(document).spec.templates[0]
  return template === undefined ? new Map() : stepCalls(template)
}

function edited(from: string, to: string): readonly [StepCalls, StepCalls] {
  const tree = parseTree(text)
  const before = callsOf(tree)
  const at = text.indexOf(from)
  const change = { from: at, to: at + from.length, insert: to }
  return [before, callsOf(updateTree(tree, [change], text.replace(from, to)))]
}

it('knows steps by name, in the order of the text', () => {
  expect([...callsOf(parseTree(text)).keys()]).toEqual(['a', 'b', 'c'])
})

it('is the same map after an edit that nobody who refers to a step can tell', () => {
  const [before, after] = edited('1 == 1', '2 == 2')
  expect(after).toBe(before)
})

it.each([
  ['template: u', 'template: t', ['c']],
  ['withItems: [x]', 'withParam: "[]"', ['c']],
  ['withItems: [x]', 'withItems: [{k: x}]', ['c']],
  ['name: b', 'name: d', ['d', 'b']],
  ['template: t}', 'template: t, hooks: {exit: {template: t}}}', ['b']],
  ['1 == 1', '2 == 2', []],
])('%j becoming %j changes %j', (from, to, names) => {
  expect([...changedCalls(...edited(from, to))]).toEqual(names)
})
