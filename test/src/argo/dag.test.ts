import { expect, it } from 'vitest'
import { readManifest, taskGraph, type TaskGraph } from '../../../src/argo/index.ts'
import { parseTree, updateTree, type YamlTree } from '../../../src/yaml/index.ts'

const text = `kind: Workflow
spec:
  templates:
  - name: main
    dag:
      tasks:
      - {name: a, template: t}
      - {name: b, template: t, depends: a.Succeeded || a.Failed}
      - {name: c, template: t, depends: b}
      - {name: d, template: t}
`

function graphOf(tree: YamlTree): TaskGraph {
  const [document] = tree.documents
  return taskGraph((document && readManifest(document).spec.templates[0]?.tasks) ?? [])
}

it('says who waits for whom, directly or by way of others, and for itself nobody', () => {
  const { waitsFor } = graphOf(parseTree(text))
  const pairs = ['a', 'b', 'c', 'd'].flatMap((task) =>
    ['a', 'b', 'c', 'd'].filter((other) => waitsFor(task, other)).map((other) => task + other),
  )
  expect(pairs).toEqual(['ba', 'ca', 'cb'])
})

it.each([
  ['name: d, template: t', 'name: d, template: u', true],
  ['name: d, template: t', 'name: d, template: t, depends: c', false],
  ['name: a', 'name: x', false],
])('is another graph only where somebody waits for another: %j becoming %j', (from, to, isSame) => {
  const tree = parseTree(text)
  const before = graphOf(tree)
  const at = text.indexOf(from)
  const change = { from: at, to: at + from.length, insert: to }
  expect(graphOf(updateTree(tree, [change], text.replace(from, to))) === before).toBe(isSame)
})
