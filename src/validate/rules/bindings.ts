import type { FieldReader } from '../../argo/index.ts'
import type { Path } from '../../base/index.ts'
import type { ArgoVersion, FieldType } from '../../schema/index.ts'
import type { YamlDocument } from '../../yaml/index.ts'
import { findingsBelow, type Finding } from '../problem.ts'
import { checkBindingExpressions } from './binding-expressions.ts'
import { checkPlace } from './fields.ts'

const map: FieldType = { kind: 'map', of: { kind: 'any' }, keys: [] }

const places: readonly (readonly [Path, FieldType])[] = [
  [['apiVersion'], { kind: 'text', flavour: 'plain' }],
  [['metadata'], { kind: 'object', name: 'ObjectMeta' }],
  [['spec'], map],
  [['spec', 'event'], map],
  [['spec', 'event', 'selector'], { kind: 'text', flavour: 'expression' }],
  [['spec', 'submit'], map],
  [['spec', 'submit', 'metadata'], { kind: 'object', name: 'ObjectMeta' }],
  [['spec', 'submit', 'arguments'], { kind: 'object', name: 'Arguments' }],
  [['spec', 'submit', 'workflowTemplateRef'], { kind: 'object', name: 'WorkflowTemplateRef' }],
]

/**
 * A WorkflowEventBinding holds no workflow and is not drawn. But where it cannot be decoded, Argo's command line reads none of the files that
 * it is given with. What such a binding does not have is left out. (Argo: `NewOfflineClient`.)
 */
export function checkBinding(
  { root }: YamlDocument,
  reader: FieldReader,
  target: ArgoVersion,
): readonly Finding[] {
  if (reader.text(root, 'kind') !== 'WorkflowEventBinding') return []
  const found = places.flatMap(([path, type]) => {
    const node = reader.at(root, path)
    const all = node === undefined ? [] : checkPlace(node, type, String(path.at(-1)), target)
    return findingsBelow(
      path,
      all.filter(({ code }) => code !== 'field-unknown'),
    )
  })
  return [...found, ...checkBindingExpressions(root, reader)]
}
