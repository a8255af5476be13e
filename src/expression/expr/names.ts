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
  const path = pathOf(node)
  const here = path === undefined ? [] : [{ path, range: node.range }]
  return [...childrenOf(node).flatMap(pathsIn), ...here]
}

function pathOf(node: ExprNode): string | undefined {
  if (node.kind === 'name') return node.name
  if (node.kind !== 'member' || node.property.kind !== 'string') return undefined
  const base = pathOf(node.base)
  return base === undefined ? undefined : `${base}.${node.property.value}`
}
