import type { Problem } from '../../src/validate/index.ts'
import { samePath } from '../../src/base/index.ts'
import { locate, valueOffset, type Address, type YamlTree } from '../../src/yaml/index.ts'
import type { CodeProblem } from './markers.ts'

/**
 * The problems of a document that are in a script, with their ranges in the script's own text; none where the tree has another text there. `list`
 * is what is wrong with the tree.
 */
export function problemsInScript(
  { list, tree }: { readonly list: readonly Problem[]; readonly tree: YamlTree },
  { document, path }: Address,
  text: string,
): readonly CodeProblem[] {
  const found = locate(tree, { document, path })
  if (found?.node.kind !== 'scalar' || found.node.value !== text) return []
  const scalar = { node: found.node, start: found.start, end: found.end }
  return list.flatMap(({ range, severity, message, code, ...problem }) => {
    if (problem.document !== document || !samePath(problem.path, path)) return []
    const from = valueOffset(tree.text, scalar, range.from)
    const to = valueOffset(tree.text, scalar, range.to)
    return from === undefined || to === undefined
      ? []
      : [{ range: { from, to: Math.max(from, to) }, severity, message, code }]
  })
}
