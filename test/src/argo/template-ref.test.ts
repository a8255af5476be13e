import { describe, expect, it } from 'vitest'
import { resolveTemplateRef, type ManifestReference } from '../../../src/argo/index.ts'
import { checkTree } from '../../../src/validate/index.ts'
import { parseTree } from '../../../src/yaml/index.ts'

const manifest = (kind: string, metadata: string): string =>
  `kind: ${kind}\nmetadata: {${metadata}}\nspec: {templates: [{name: t, suspend: {}}]}\n`
const sources = [
  `${manifest('Workflow', 'name: lib')}---\n${manifest('WorkflowTemplate', 'name: lib, namespace: other')}`,
  manifest('WorkflowTemplate', 'name: lib'),
  `kind: ConfigMap\n---\n${manifest('WorkflowTemplate', 'name: lib, namespace: here')}`,
  manifest('ClusterWorkflowTemplate', 'name: lib'),
].map((text, index) => ({ index, tree: parseTree(text) }))

function found(reference: Partial<ManifestReference>, namespace?: string) {
  const all = { name: 'lib', template: 't', clusterScope: false, ...reference }
  const result = resolveTemplateRef(sources, all, namespace)
  return result.status === 'found' ? [result.source.index, result.document] : result.status
}

describe('a reference to a template of another manifest', () => {
  it('goes to the very namespace first, then to manifests that get theirs later', () => {
    expect(found({}, 'here')).toEqual([2, 1])
    expect(found({}, 'third')).toEqual([1, 0])
    expect(found({})).toEqual([1, 0])
    expect(found({}, 'other')).toEqual([0, 1])
  })
  it('is of the cluster when it says so', () => {
    expect(found({ clusterScope: true }, 'here')).toEqual([3, 0])
  })
  it('is unknown, lacking or open otherwise', () => {
    expect(found({ name: 'none' })).toBe('unknown')
    expect(found({ template: 'none' })).toBe('lacking')
    expect(found({ template: undefined })).toBe('open')
    expect(found({ name: '{{inputs.parameters.x}}' })).toBe('open')
  })
})

it('a template that the found manifest lacks is a problem, an unknown manifest is none', () => {
  const caller = (name: string, template: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: w}\nspec:\n  entrypoint: m\n  templates:\n  - name: m\n    steps:\n    - - {name: a, templateRef: {name: ${name}, template: ${template}}}\n`
  const codes = (text: string, others = sources) =>
    checkTree(parseTree(text), others).map(({ code, message }) => [code, message])
  expect(codes(caller('lib', 't'))).toEqual([])
  expect(codes(caller('none', 'x'))).toEqual([])
  expect(codes(caller('lib', 'x'), [])).toEqual([])
  expect(codes(caller('lib', 'x'))).toEqual([
    ['template-unknown', 'The WorkflowTemplate lib has no template x. It has t.'],
  ])
})
