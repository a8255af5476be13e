import { describe, expect, it } from 'vitest'
import {
  calledTemplate,
  findStep,
  isManifestKind,
  mainDocument,
  readManifest,
  stepPath,
  stepPlaceOf,
  type ManifestView,
} from '../../../src/argo/index.ts'
import { locate, parseTree, updateTree } from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'

const COINFLIP = `kind: Workflow
metadata: {generateName: coinflip-}
spec:
  entrypoint: main
  arguments:
    parameters: [{name: side, value: 5}, {name: flag, value: yes}]
  templates:
  - name: main
    steps:
    - - {name: flip, template: flip}
    - - name: heads
        template: report
        when: "{{steps.flip.outputs.result}} == heads"
        withItems: [{a: 1}, {b: 2}]
        arguments:
          parameters: [{name: text, value: "{{item.a}}"}]
      - name: tails
        templateRef: {name: other, template: t, clusterScope: true}
  - name: flip
    script: {image: python, command: [python], source: print(1)}
  - name: report
    inputs: {parameters: [{name: text}, {name: n, default: 1}], artifacts: [{name: f, path: /f}]}
    container: {image: busybox}
`

function manifestOf(text: string, document = 0): ManifestView {
  const found = parseTree(text).documents[document]
  if (found === undefined) throw new Error('no document')
  return readManifest(found)
}

describe('readManifest', () => {
  it('reads what a designer needs', () => {
    const manifest = manifestOf(COINFLIP)
    expect(manifest).toMatchObject({
      kind: 'Workflow',
      generateName: 'coinflip-',
      name: undefined,
      specPath: ['spec'],
    })
    const { spec } = manifest
    expect(spec.entrypoint).toBe('main')
    expect(spec.parameters.map(({ name, value }) => [name, value])).toEqual([
      ['side', '5'],
      ['flag', 'true'],
    ])
    expect(spec.templates.map(({ name, type }) => [name, type])).toEqual([
      ['main', 'steps'],
      ['flip', 'script'],
      ['report', 'container'],
    ])
    const [, lane] = spec.templates[0]?.lanes ?? []
    expect(lane?.steps[0]).toMatchObject({
      name: 'heads',
      template: 'report',
      loop: 'withItems',
      itemKeys: ['a', 'b'],
    })
    expect(lane?.steps[1]?.templateRef).toEqual({
      name: 'other',
      template: 't',
      clusterScope: true,
    })
    expect(spec.templates[1]?.script).toMatchObject({
      image: 'python',
      command: ['python'],
      source: 'print(1)',
    })
  })

  it('resolves the template a step calls, and finds steps by name and path', () => {
    const manifest = manifestOf(COINFLIP)
    const place = findStep(manifest, 'main', 'tails')
    expect(place).toEqual({ template: 0, lane: 1, step: 1 })
    const path = stepPath(manifest, 0, 1, 0)
    expect(stepPlaceOf(manifest, [...path, 'when'])).toEqual({ template: 0, lane: 1, step: 0 })
    expect(stepPlaceOf(manifest, ['spec', 'templates', 0])).toBeUndefined()
    const step = manifest.spec.templates[0]?.lanes[1]?.steps[0]
    expect(step && calledTemplate(manifest, step)?.name).toBe('report')
  })

  it('keeps the views of what an edit did not touch', () => {
    const tree = parseTree(COINFLIP)
    const from = COINFLIP.indexOf('busybox')
    const text = COINFLIP.replace('busybox', 'alpine')
    const updated = updateTree(tree, [{ from, to: from + 7, insert: 'alpine' }], text)
    const [before, after] = [tree, updated].map(
      ({ documents }) => documents[0] && readManifest(documents[0]).spec,
    )
    expect(after?.templates[0]).toBe(before?.templates[0])
    expect(after?.templates[1]).toBe(before?.templates[1])
    expect(after?.templates[2]?.container?.image).toBe('alpine')
  })

  it('reads through aliases and merge keys', () => {
    const manifest = manifestOf(`
spec:
  templates:
  - &base
    name: a
    container: &c {image: one, command: [sh]}
  - <<: *base
    name: b
  - name: c
    container: *c
  - name: d
    container: {<<: *c, image: two}
`)
    expect(
      manifest.spec.templates.map(({ name, type, container }) => [name, type, container?.image]),
    ).toEqual([
      ['a', 'container', 'one'],
      ['b', 'container', 'one'],
      ['c', 'container', 'one'],
      ['d', 'container', 'two'],
    ])
  })

  it.each([
    '',
    '[]',
    'x',
    'spec: []',
    'spec: {templates: {a: 1}}',
    'spec: {templates: [1, null, [], {steps: {}}, {steps: [1]}, {steps: [[1]]}]}',
    'spec:\n  templates:\n  - *x',
    'a: &a [*a]',
    'spec: &s {templates: [*s]}',
  ])('bears the shape of %j', (text) => {
    expect(() => manifestOf(text)).not.toThrow()
  })

  it('finds the workflow among other documents, and in a CronWorkflow', () => {
    const tree = parseTree(
      'kind: ConfigMap\n---\nkind: CronWorkflow\nspec:\n  workflowSpec: {entrypoint: x}\n',
    )
    expect(mainDocument(tree)).toBe(1)
    const document = tree.documents[1]
    expect(document && readManifest(document).spec.entrypoint).toBe('x')
  })

  it.each(corpus('argo', 'hera'))('lines views up with the text of $name', ({ text }) => {
    const tree = parseTree(text)
    tree.documents.forEach((document, index) => {
      const manifest = readManifest(document)
      if (!isManifestKind(manifest.kind) || document.hasAnchors) return
      manifest.spec.templates.forEach((template, t) => {
        template.lanes.forEach((lane, l) => {
          lane.steps.forEach((step, s) => {
            expect(locate(tree, { document: index, path: stepPath(manifest, t, l, s) })?.node).toBe(
              step.node,
            )
            expect(step.name).toBeDefined()
          })
        })
      })
    })
  })
})
