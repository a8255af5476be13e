import type { YamlAlias, YamlDocument, YamlNode, YamlProblem } from './tree.ts'

/** An anchor or an alias in a tree. */
export type Mark =
  | { readonly anchor: string; readonly node: YamlNode; readonly at: number }
  | { readonly alias: string; readonly node: YamlAlias; readonly at: number }

const none: readonly Mark[] = []
const known = new WeakMap<YamlNode, readonly Mark[]>()

/**
 * The anchors and aliases at a node and below it, keys included, in the order of the text; `at` counts from the node's start. Kept with each
 * node, so that after an edit only the way to it is looked at again.
 */
export function marksOf(node: YamlNode): readonly Mark[] {
  if (node.kind !== 'map' && node.kind !== 'seq') return ownMarks(node)
  const found = known.get(node)
  if (found !== undefined) return found
  const marks = [...ownMarks(node)]
  const add = (child: YamlNode, from: number): void => {
    for (const mark of marksOf(child)) marks.push({ ...mark, at: mark.at + from })
  }
  if (node.kind === 'seq') for (const { value, valueAt } of node.items) add(value, valueAt)
  else {
    for (const { key, keyAt, value, valueAt } of node.entries) {
      add(key, keyAt)
      add(value, valueAt)
    }
  }
  const made = marks.length === 0 ? none : marks
  known.set(node, made)
  return made
}

function ownMarks(node: YamlNode): readonly Mark[] {
  const anchor = node.props?.anchor
  const anchored: readonly Mark[] = anchor === undefined ? none : [{ anchor, node, at: 0 }]
  return node.kind === 'alias' ? [...anchored, { alias: node.name, node, at: 0 }] : anchored
}

/** Whether an alias stands at a node or below it: then what the node means depends on the rest of the document. */
export function holdsAlias(node: YamlNode): boolean {
  return marksOf(node).some((mark) => 'alias' in mark)
}

/** Every anchored node of a tree by its name; of several with one name the last. */
export function anchorsOf(root: YamlNode): ReadonlyMap<string, YamlNode> {
  const anchors = new Map<string, YamlNode>()
  for (const mark of marksOf(root)) if ('anchor' in mark) anchors.set(mark.anchor, mark.node)
  return anchors
}

/** Problems of the aliases in a document that no anchor before them defines. */
export function unknownAliases(document: YamlDocument): YamlProblem[] {
  if (!document.hasAnchors) return []
  const problems: YamlProblem[] = []
  const anchors = new Set<string>()
  for (const mark of marksOf(document.root)) {
    if ('anchor' in mark) anchors.add(mark.anchor)
    else if (!anchors.has(mark.alias)) {
      const from = document.at + document.rootAt + mark.at
      problems.push({
        code: 'yaml-unknown-alias',
        severity: 'error',
        message: `The alias *${mark.alias} has no anchor &${mark.alias} above it.`,
        range: { from, to: from + mark.node.length },
      })
    }
  }
  return problems
}
