import type { Path } from '../../src/base/index.ts'
import { expressionReference, flowOf, scopeIn } from '../../src/flow/index.ts'
import { useDesigner } from '../store/index.ts'
import type { Option } from '../ui/index.ts'
import { referenceOptions } from './reference-options.ts'

/** How references are written in a text: as tags, or, where all of it is an expression, by themselves. */
export type ReferenceForm = 'tag' | 'expression'

/** The references in scope at a path as choices; asked for when somebody wants to see them, for they can be many. */
export function useReferenceOptions(
  path: Path,
  form: ReferenceForm = 'tag',
  kind: 'parameter' | 'artifact' = 'parameter',
): () => readonly Option[] {
  const designer = useDesigner()
  return () => {
    const { tree, document, sources } = designer.scene()
    const flow = flowOf(tree, document)
    if (flow === undefined) return []
    const values = scopeIn(flow, path, { sources })
    if (form === 'tag') return referenceOptions(values, kind)
    const options = referenceOptions(values, kind)
    const written = new Map(
      values.map((value) => [value.reference, expressionReference(value.parts)]),
    )
    return options.map((option) => ({
      ...option,
      value: written.get(option.label ?? '') ?? option.value,
    }))
  }
}
