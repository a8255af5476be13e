import type { YamlDocument, YamlNode, YamlProblem } from './tree.ts'

/** Problems of the aliases in a document that no anchor before them defines. */
export function unknownAliases(document: YamlDocument): YamlProblem[] {
  if (!document.hasAnchors) return []
  const problems: YamlProblem[] = []
  const known = new Set<string>()
  const walk = (node: YamlNode, start: number): void => {
    if (node.props?.anchor !== undefined) known.add(node.props.anchor)
    if (node.kind === 'alias' && !known.has(node.name)) {
      problems.push({
        code: 'yaml-unknown-alias',
        severity: 'error',
        message: `The alias *${node.name} has no anchor &${node.name} above it.`,
        range: { from: start, to: start + node.length },
      })
    }
    if (node.kind === 'seq') for (const item of node.items) walk(item.value, start + item.valueAt)
    if (node.kind === 'map') {
      for (const entry of node.entries) {
        walk(entry.key, start + entry.keyAt)
        walk(entry.value, start + entry.valueAt)
      }
    }
  }
  walk(document.root, document.at + document.rootAt)
  return problems
}
