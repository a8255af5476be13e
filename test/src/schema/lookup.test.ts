import { describe, expect, it } from 'vitest'
import { isManifestKind, readManifest } from '../../../src/argo/index.ts'
import type { Path } from '../../../src/base/index.ts'
import { kindType, typeAt } from '../../../src/schema/index.ts'
import { keyText, parseTree, type YamlNode } from '../../../src/yaml/index.ts'
import { corpus } from '../../support/corpus.ts'

describe('what is at a path', () => {
  it('finds fields through lists and maps', () => {
    const lane = typeAt('Workflow', ['spec', 'templates', 0, 'steps', 1])
    expect(lane?.type).toEqual({ kind: 'list', of: { kind: 'object', name: 'WorkflowStep' } })
    expect(lane?.key).toBe('steps')
    const step = ['spec', 'templates', 0, 'steps', 1, 0]
    expect(typeAt('Workflow', step)?.type).toEqual({ kind: 'object', name: 'WorkflowStep' })
    const value = typeAt('Workflow', [
      ...step,
      'hooks',
      'exit',
      'arguments',
      'parameters',
      0,
      'value',
    ])
    expect(value?.type.kind).toBe('scalar')
    expect(value?.owner?.name).toBe('Parameter')
    expect(
      typeAt('CronWorkflow', [
        'spec',
        'workflowSpec',
        'templates',
        0,
        'dag',
        'tasks',
        2,
        'inline',
        'steps',
      ]),
    ).toBeDefined()
    expect(typeAt('Workflow', ['spec', 'nodeSelector', 'anything'])?.type.kind).toBe('text')
    expect(typeAt('Workflow', [...step, 'withItems', 0, 'a', 'b', 3])?.type.kind).toBe('any')
  })
  it('finds nothing where there is none', () => {
    expect(typeAt('Pod', ['spec'])).toBeUndefined()
    expect(typeAt(undefined, [])).toBeUndefined()
    expect(typeAt('Workflow', ['constructor'])).toBeUndefined()
    expect(typeAt('Workflow', ['spec', 'templates', 'name'])).toBeUndefined()
    expect(typeAt('Workflow', ['spec', 'entrypoint', 'x'])).toBeUndefined()
    expect(kindType('WorkflowSpec')).toBeUndefined()
  })
  it.each(corpus('argo', 'hera').map(({ name, text }) => [name, text]))(
    'finds every field of %s',
    (_, text) => {
      for (const document of parseTree(text).documents) {
        const { kind } = readManifest(document)
        if (!isManifestKind(kind)) continue
        for (const path of pathsOf(document.root, []))
          expect(typeAt(kind, path), path.join('.')).toBeDefined()
      }
    },
  )
})

function pathsOf(node: YamlNode, path: Path): Path[] {
  if (node.kind === 'seq')
    return [path, ...node.items.flatMap(({ value }, index) => pathsOf(value, [...path, index]))]
  if (node.kind !== 'map') return [path]
  return [
    path,
    ...node.entries.flatMap((entry) => {
      const key = keyText(entry)
      return key === undefined || key === '<<' ? [] : pathsOf(entry.value, [...path, key])
    }),
  ]
}
