import type { TextRange } from '../../base/index.ts'
import { childrenOf, type ExprNode } from './tree.ts'

/** A name that an expression looks for, with the members after it: `steps.a.status`. */
export interface ExprPath {
  readonly path: string
  readonly range: TextRange
}

/**
 * The names that Argo looks for before it evaluates a tag: every name, and every chain of members with names that are
 * written out, shorter ones included. Functions and variables of `let` are among them.
 */
export function pathsIn(node: ExprNode): readonly ExprPath[] {
  const parts = partsOf(node)
  const here = parts === undefined ? [] : [{ path: parts.join('.'), range: node.range }]
  return [...childrenOf(node).flatMap(pathsIn), ...here]
}

/** The parts of a chain of members with names that are written out; nothing for other nodes. */
export function partsOf(node: ExprNode): readonly string[] | undefined {
  if (node.kind === 'name') return [node.name]
  if (node.kind !== 'member' || node.property.kind !== 'string') return undefined
  const base = partsOf(node.base)
  return base && [...base, node.property.value]
}
