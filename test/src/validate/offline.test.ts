import { describe, expect, it } from 'vitest'
import { checkTree, usualSettings } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const library = (metadata: string, kind = 'WorkflowTemplate'): string =>
  `kind: ${kind}\nmetadata: {${metadata}}\nspec: {templates: [{name: t, suspend: {}}]}\n`

const caller = (reference: string, namespace = ''): string => `kind: Workflow
metadata: {name: w${namespace}}
spec:
  entrypoint: m
  templates:
    - name: m
      steps:
        - - name: a
            templateRef: {${reference}}
`

/** What is said of a file beside others that are all there is. */
function codes(text: string, ...others: readonly string[]): readonly string[] {
  const sources = others.map((other) => ({ tree: parseTree(other) }))
  const settings = { ...usualSettings, isOffline: true }
  return checkTree(parseTree(text), sources, settings).map(({ code }) => code)
}

describe('a reference without a cluster', () => {
  it('is wrong when none of the files has what it names', () => {
    const text = caller('name: lib, template: t')
    expect(codes(text)).toEqual(['template-ref-unknown'])
    expect(codes(text, library('name: lib'))).toEqual([])
    expect(codes(text, library('name: lib', 'ClusterWorkflowTemplate'))).toEqual([
      'template-ref-unknown',
    ])
    expect(checkTree(parseTree(text))).toEqual([])
  })

  it('says which name may be meant, and mends it', () => {
    const sources = [{ tree: parseTree(library('name: tools')) }]
    const [problem] = checkTree(parseTree(caller('name: tool, template: t')), sources, {
      ...usualSettings,
      isOffline: true,
    })
    expect(problem?.message).toBe(
      'None of the files has a WorkflowTemplate tool. Did you mean tools?',
    )
    expect(problem?.fixes).toMatchObject([{ command: 'setField', args: { value: 'tools' } }])
  })

  it('is for the very namespace', () => {
    const text = caller('name: lib, template: t', ', namespace: team')
    expect(codes(text, library('name: lib, namespace: team'))).toEqual([])
    expect(codes(text, library('name: lib'))).toEqual(['template-ref-unknown'])
    expect(codes(caller('name: lib, template: t'), library('name: lib, namespace: x'))).toEqual([
      'template-ref-unknown',
    ])
    const cluster = caller('name: lib, template: t, clusterScope: true', ', namespace: team')
    expect(codes(cluster, library('name: lib', 'ClusterWorkflowTemplate'))).toEqual([])
  })

  it('is looked for in inline templates as well, and in hooks with a warning, for Argo does not look there', () => {
    const text = (step: string, more = ''): string =>
      `kind: Workflow\nspec:\n  entrypoint: m\n${more}  templates: [{name: m, steps: [[{name: a, ${step}}]]}]\n`
    const ref = '{templateRef: {name: lib, template: t}}'
    const inner = text(`inline: {dag: {tasks: [{name: b, templateRef: {name: lib, template: t}}]}}`)
    const hook = text(`inline: {suspend: {}}, hooks: {exit: ${ref}}`)
    const whole = text('inline: {suspend: {}}', `  hooks: {exit: ${ref}}\n`)
    expect(codes(inner)).toEqual(['template-ref-unknown'])
    for (const one of [hook, whole]) {
      expect(codes(one)).toEqual(['hook-template-unknown'])
      const lacking = library('name: lib').replace('name: t,', 'name: u,')
      expect(codes(one, lacking)).toEqual(['hook-template-unknown'])
    }
    for (const one of [inner, hook, whole]) expect(codes(one, library('name: lib'))).toEqual([])
  })

  it('may be that of a whole workflow', () => {
    const text = 'kind: Workflow\nspec: {entrypoint: t, workflowTemplateRef: {name: lib}}\n'
    expect(codes(text)).toEqual(['template-ref-unknown'])
    expect(codes(text, library('name: lib'))).toEqual([])
    expect(checkTree(parseTree(text))).toEqual([])
  })

  it('is nothing as long as it is made of tags', () => {
    expect(codes(caller("name: '{{workflow.name}}', template: t"))).toEqual([])
  })
})

describe('templates of one name', () => {
  it('are wrong in two files only without a cluster', () => {
    const text = library('name: lib')
    expect(codes(text, text)).toEqual(['manifest-duplicate'])
    expect(codes(text, library('name: other'))).toEqual([])
    expect(codes(text, library('name: lib, namespace: x'))).toEqual([])
    expect(codes(text, library('name: lib', 'ClusterWorkflowTemplate'))).toEqual([])
    expect(checkTree(parseTree(text), [{ tree: parseTree(text) }])).toEqual([])
  })

  it('are those without a name, too', () => {
    const text = library('generateName: lib-')
    expect(codes(text, text)).toEqual(['manifest-duplicate'])
  })

  it('are wrong in one file anyway', () => {
    const text = `${library('name: lib')}---\n${library('name: lib')}`
    const found = checkTree(parseTree(text)).filter(({ code }) => code === 'manifest-duplicate')
    expect(found.map(({ document, path }) => [document, path])).toEqual([
      [0, ['metadata', 'name']],
      [1, ['metadata', 'name']],
    ])
  })
})
