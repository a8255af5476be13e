import { describe, expect, test } from 'vitest'
import { readManifest, resolveTemplateRef } from '../../../src/argo/index.ts'
import { dagGraph, dagWithReferences, type FindTemplate } from '../../../src/graph/index.ts'
import { parseTree, updateTree, type YamlTree } from '../../../src/yaml/index.ts'

const dag = `kind: Workflow
spec:
  templates:
    - name: main
      dag:
        tasks:
          - name: greet
            templateRef: {name: lib, template: greet}
          - name: gone
            templateRef: {name: nowhere, template: greet}
            depends: greet.Failed
          - {name: own, template: work}
    - name: work
      suspend: {}
`
const lib = `kind: WorkflowTemplate
metadata: {name: lib}
spec:
  templates:
    - name: greet
      inputs: {parameters: [{name: whom}]}
      retryStrategy: {limit: 2}
      script: {image: python, source: print(1)}
`

function finder(...trees: readonly YamlTree[]): FindTemplate {
  const sources = trees.map((tree) => ({ tree }))
  return ({ templateRef }) => {
    const found = templateRef && resolveTemplateRef(sources, templateRef, undefined)
    return found?.status === 'found' ? found.template : undefined
  }
}

describe('tasks that call templates of other manifests', () => {
  const manifest = manifestOf(parseTree(dag))
  const graph = dagGraph(manifest, 0)
  const other = parseTree(lib)

  test('say what those are when they are open', () => {
    const shown = dagWithReferences(graph, manifest, finder(other))
    expect(shown.cards.map(({ kind }) => kind)).toEqual(['script', 'templateRef', 'suspend'])
    const [greet] = shown.cards
    expect(greet?.missing).toEqual(['whom'])
    expect(greet?.chips.map(({ kind }) => kind)).toEqual(['retry'])
    expect(greet?.calls).toBe('lib / greet')
    expect(shown.edges).toBe(graph.edges)
  })

  test('are the same while those are, and the graph as it was without any', () => {
    const shown = dagWithReferences(graph, manifest, finder(other))
    expect(dagWithReferences(graph, manifest, finder(other))).toBe(shown)
    expect(dagWithReferences(graph, manifest, finder())).toBe(graph)
    // An edit elsewhere in that file leaves the card.
    const text = lib.replace('name: lib', 'name: lib ')
    const from = lib.indexOf('name: lib') + 9
    const edited = updateTree(other, [{ from, to: from, insert: ' ' }], text)
    expect(dagWithReferences(graph, manifest, finder(edited)).cards[0]).toBe(shown.cards[0])
  })
})

function manifestOf(tree: YamlTree) {
  const [document] = tree.documents
  if (document === undefined) throw new Error('there is no document')
  return readManifest(document)
}
