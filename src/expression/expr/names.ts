import type { TextRange } from '../../base/index.ts'
import { childrenOf, type ExprNode } from './tree.ts'

/** A name that an expression looks for, with the members after it: `steps.a.status`. */
export interface ExprPath {
  readonly path: string
  readonly range: TextRange
}

/**
 * The names that Argo looks for before it evaluates a tag: every name, and every chain of members with names that are
 * written out, shorter ones included. Functions and variables of `let` are among them. What `??` or `?.` guard may be missing, but for the
 * name that it begins with (Argo: `getIdentifiers`).
 */
export function pathsIn(node: ExprNode): readonly ExprPath[] {
  return pathsUnder(node, 'none')
}

/** Of what is guarded: this member alone, or all members below as well. */
type Guard = 'none' | 'this' | 'all'

function pathsUnder(node: ExprNode, guard: Guard): readonly ExprPath[] {
  const isGuarded = guard !== 'none' && node.kind === 'member'
  const parts = isGuarded ? undefined : partsOf(node)
  const here = parts === undefined ? [] : [{ path: parts.join('.'), range: node.range }]
  const below = childrenOf(node).flatMap((child) => pathsUnder(child, guardOf(child, node, guard)))
  return [...below, ...here]
}

function guardOf(child: ExprNode, parent: ExprNode, guard: Guard): Guard {
  if (guard === 'all') return 'all'
  if (parent.kind === 'binary' && parent.operator === '??' && child === parent.left) return 'all'
  const isBase = parent.kind === 'member' && parent.optional && child === parent.base
  return isBase ? 'this' : 'none'
}

/** The parts of a chain of members with names that are written out; nothing for other nodes. */
export function partsOf(node: ExprNode): readonly string[] | undefined {
  if (node.kind === 'name') return [node.name]
  if (node.kind !== 'member' || node.optional || node.property.kind !== 'string') return undefined
  const base = partsOf(node.base)
  return base && [...base, node.property.value]
}
