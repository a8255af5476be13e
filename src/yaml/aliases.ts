import type { YamlDocument, YamlProblem } from './tree.ts'
import { visitNodes } from './visit.ts'

/** Problems of the aliases in a document that no anchor before them defines. */
export function unknownAliases(document: YamlDocument): YamlProblem[] {
  if (!document.hasAnchors) return []
  const problems: YamlProblem[] = []
  const known = new Set<string>()
  visitNodes(document.root, document.at + document.rootAt, (node, start) => {
    if (node.props?.anchor !== undefined) known.add(node.props.anchor)
    if (node.kind !== 'alias' || known.has(node.name)) return
    problems.push({
      code: 'yaml-unknown-alias',
      severity: 'error',
      message: `The alias *${node.name} has no anchor &${node.name} above it.`,
      range: { from: start, to: start + node.length },
    })
  })
  return problems
}
