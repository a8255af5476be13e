import { describe, expect, test } from 'vitest'
import { manifestReferences, manifestText, readManifest } from '../../../src/argo/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

function references(text: string): readonly string[] {
  const [root] = parseTree(text).documents
  if (root === undefined) throw new Error('no document')
  return manifestReferences(readManifest(root)).map(
    ({ name, clusterScope }) => `${clusterScope ? 'cluster ' : ''}${String(name)}`,
  )
}

describe('what a manifest refers to in others', () => {
  test('is in steps, tasks, hooks and inline templates, each once', () => {
    expect(
      references(`kind: Workflow
spec:
  hooks: {exit: {templateRef: {name: bye, template: x}}}
  templates:
    - name: main
      steps:
        - - {name: a, templateRef: {name: lib, template: x}}
          - {name: b, templateRef: {name: lib, template: y}}
        - - name: c
            hooks: {running: {templateRef: {name: hook, template: x, clusterScope: true}}}
            inline:
              dag:
                tasks:
                  - {name: d, templateRef: {name: lib, clusterScope: true, template: x}}
    - name: other
      dag:
        tasks:
          - {name: e, templateRef: {name: '{{inputs.parameters.x}}', template: x}}
          - {name: f, templateRef: {template: x}}
`),
    ).toEqual(['bye', 'lib', 'cluster hook', 'cluster lib'])
    expect(references('kind: Workflow\nspec: {workflowTemplateRef: {name: all}}\n')).toEqual([
      'all',
    ])
    expect(
      references(
        'kind: CronWorkflow\nspec: {workflowSpec: {workflowTemplateRef: {name: a, clusterScope: true}}}\n',
      ),
    ).toEqual(['cluster a'])
  })
})

describe('a manifest that a server tells', () => {
  test('is written as people write it', () => {
    const text = manifestText('WorkflowTemplate', {
      metadata: { name: 'lib' },
      spec: {
        templates: [{ name: 'a', script: { source: 'print(1)\nprint(2)\n' } }, { name: 'no' }],
      },
    })
    expect(text).toBe(`apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: lib
spec:
  templates:
  - name: a
    script:
      source: |
        print(1)
        print(2)
  - name: "no"
`)
  })

  test('is not written when it is deeper or longer than any', () => {
    let deep: unknown = 1
    for (let depth = 0; depth < 50_000; depth++) deep = [deep]
    expect(manifestText('WorkflowTemplate', { metadata: {}, spec: { deep } })).toBeUndefined()
    const long = 'x'.repeat(4_000_000)
    expect(manifestText('WorkflowTemplate', { metadata: {}, spec: { long } })).toBeUndefined()
    expect(manifestText('WorkflowTemplate', { metadata: {}, spec: { f: () => 1 } })).toBeUndefined()
  })
})
