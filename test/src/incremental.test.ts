import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextChange } from '../../src/base/index.ts'
import { readManifest } from '../../src/argo/index.ts'
import { runCommand } from '../../src/edit/index.ts'
import { ChangeSet } from '../../src/document/index.ts'
import { stepsGraph } from '../../src/graph/index.ts'
import { layoutLanes } from '../../src/layout/index.ts'
import { checkTree } from '../../src/validate/index.ts'
import { parseTree, updateTree, type YamlTree } from '../../src/yaml/index.ts'

/** Raised by hand for a long look: `PROPERTY_RUNS=10000 npx vitest run …`. */
const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) }

const plain = `apiVersion: argoproj.io/v1alpha1
kind: Workflow
spec:
  entrypoint: main
  templates:
    - name: main
      inputs:
        parameters: [{name: who, value: me}]
      steps:
        - - name: a
            template: t
            arguments: {parameters: [{name: in, value: "{{inputs.parameters.who}}"}]}
        - - name: b
            template: t
            when: "'{{steps.a.outputs.result}}' == ''"
          - name: c
            template: t
            arguments: {parameters: [{name: in, value: "{{steps.a.outputs.result}}"}]}
        - - name: d
            template: other
            withItems: [{k: 1}]
          - name: e
            template: t
            arguments: {parameters: [{name: in, value: "{{steps.b.outputs.parameters.out}} {{item.k}}"}]}
        - - {name: a, template: t}
        - []
    - name: t
      inputs:
        parameters: [{name: in}]
      outputs:
        parameters: [{name: out, valueFrom: {path: /out}}]
      container: {image: x, args: ["{{inputs.parameters.in}}"]}
    - name: graph
      dag:
        tasks:
          - {name: one, template: t}
          - {name: two, template: t, depends: one}
    - name: other
      script:
        source: "{{inputs.parameters.in"
`

const anchored = plain
  .replace('- - name: d', '- - &d\n            name: d')
  .replace('- - {name: a, template: t}', '- - <<: *d\n            name: a\n          - *d')
  .replace('value: me', 'value: &me me')
  .replace('image: x', 'image: *me')

/** So many lanes that lists are remembered as a whole. */
function long(text: string): string {
  const lanes = Array.from(
    { length: 40 },
    (_, lane) => `        - - {name: n${String(lane)}, template: t, when: "{{steps.a.status}}"}\n`,
  )
  return text.replace('        - []\n', `${lanes.join('')}        - []\n`)
}

/** Edits as they happen: words that mean something put in, or lines taken out, somewhere. */
const words = [
  'a',
  'who',
  'in',
  'x',
  '-',
  ' ',
  '"',
  '{{steps.c.outputs.result}}',
  '{{tasks.one.ip}}',
  't',
  'zz',
  '*d',
]
const edit = fc.record({
  at: fc.nat(),
  word: fc.constantFrom(...words),
  drop: fc.constantFrom(0, 0, 1, 2, 7),
})
const command = fc.record({
  asked: fc.constantFrom(
    { id: 'moveStep', to: 'down' },
    { id: 'moveStep', to: { newLane: 1 } },
    { id: 'deleteStep' },
    { id: 'duplicateStep' },
    { id: 'setWhen', when: '1 > 0' },
    { id: 'renameStep', name: 'z' },
    { id: 'renameStep', name: 'a' },
  ),
  lane: fc.nat(5),
  index: fc.nat(1),
})

/** Everything that is derived of a tree, without what it was derived of. */
function derived(tree: YamlTree): unknown {
  return tree.documents.map((document) => {
    const manifest = readManifest(document)
    return {
      problems: checkTree(tree),
      pictures: manifest.spec.templates.map((_, template) => {
        const graph = stepsGraph(manifest, template)
        return { layout: layoutLanes(graph), graph }
      }),
    }
  })
}

function expectFresh(before: YamlTree, changes: readonly TextChange[]): YamlTree {
  const text = ChangeSet.of(changes, before.text.length).apply(before.text)
  const after = updateTree(before, changes, text)
  expect(derived(after)).toEqual(derived(parseTree(text)))
  return after
}

describe.each([
  ['without anchors', plain],
  ['with anchors', anchored],
  ['with many lanes', long(plain)],
  ['with many lanes and anchors', long(anchored)],
])('what is derived of a file %s', (_, text) => {
  it('is after typing what it is of the fresh text', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let tree = parseTree(text)
        derived(tree)
        for (const { at, word, drop } of edits) {
          const from = at % tree.text.length
          const to = Math.min(tree.text.length, from + drop)
          const next = expectFresh(tree, [{ from, to, insert: word }])
          // As in the designer, a text that does not parse is no base.
          if (next.problems.every(({ severity }) => severity !== 'error')) tree = next
        }
      }),
      RUNS,
    )
  })

  it('is after commands what it is of the fresh text', () => {
    fc.assert(
      fc.property(fc.array(command, { minLength: 1, maxLength: 8 }), (commands) => {
        let tree = parseTree(text)
        derived(tree)
        for (const { asked, lane, index } of commands) {
          const { id, ...extra } = asked
          const args = { template: 'main', lane, index, ...extra }
          const result = runCommand({ tree, document: 0 }, id, args)
          if (result.ok) tree = expectFresh(tree, result.value.changes)
        }
      }),
      RUNS,
    )
  })
})
