import { childrenOf, type ExprNode } from './tree.ts'

/** Changes a tree from the leaves up: each node is given to `visit` with its parts changed already. */
export function rewrite(node: ExprNode, visit: (node: ExprNode) => ExprNode, keep: Keep): ExprNode {
  return visit(withParts(node, (part) => rewrite(part, visit, keep), keep))
}

/** Told of a node that takes the place of another, with the same meaning. */
export type Keep = (from: ExprNode, to: ExprNode) => void

function withParts(node: ExprNode, change: (part: ExprNode) => ExprNode, keep: Keep): ExprNode {
  const parts = childrenOf(node)
  const changed = parts.map(change)
  if (changed.every((part, at) => part === parts[at])) return node
  const to = rebuilt(node, changed)
  keep(node, to)
  return to
}

/** The node with other parts, in the order of `childrenOf`. */
function rebuilt(node: ExprNode, parts: readonly ExprNode[]): ExprNode {
  const [first = node, second = node, third = node] = parts
  switch (node.kind) {
    case 'prefix':
      return { ...node, operand: first }
    case 'binary':
      return { ...node, left: first, right: second }
    case 'chain':
      return { ...node, inner: first }
    case 'member':
      return { ...node, base: first, property: second }
    case 'slice': {
      const [base = node, ...ends] = parts
      const start = node.start && ends.shift()
      return { ...node, base, start, end: node.end && ends.shift() }
    }
    case 'call':
      return { ...node, callee: first, args: parts.slice(1) }
    case 'builtin':
      return { ...node, args: parts }
    case 'predicate':
      return { ...node, body: first }
    case 'let':
      return { ...node, value: first, body: second }
    case 'sequence':
    case 'array':
      return { ...node, items: parts }
    case 'conditional':
      return { ...node, condition: first, then: second, otherwise: third }
    case 'map': {
      const pairs = node.pairs.map((_, at) => ({
        key: parts[2 * at] ?? node,
        value: parts[2 * at + 1] ?? node,
      }))
      return { ...node, pairs }
    }
    default:
      return node
  }
}
