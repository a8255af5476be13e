import type { TextRange } from '../../base/index.ts'
import type { GoValue } from '../go/values.ts'

/** An expression of expr-lang as a tree. Ranges count from the start of its text. */
export type ExprNode =
  | ExprNil
  | ExprBool
  | ExprInteger
  | ExprFloat
  | ExprString
  | ExprBytes
  | ExprName
  | ExprPrefix
  | ExprBinary
  | ExprChain
  | ExprMember
  | ExprSlice
  | ExprCall
  | ExprBuiltin
  | ExprPredicate
  | ExprPointer
  | ExprLet
  | ExprSequence
  | ExprConditional
  | ExprArray
  | ExprMap
  | ExprConstant

interface Node<Kind extends string> {
  readonly kind: Kind
  readonly range: TextRange
}

export type ExprNil = Node<'nil'>

export interface ExprBool extends Node<'bool'> {
  readonly value: boolean
}

export interface ExprInteger extends Node<'integer'> {
  readonly value: bigint
}

export interface ExprFloat extends Node<'float'> {
  readonly value: number
}

export interface ExprString extends Node<'string'> {
  readonly value: string
}

/** `b"…"`: a list of bytes, kept as the string that they make. */
export interface ExprBytes extends Node<'bytes'> {
  readonly value: string
}

/** The name of a variable, or of a function without a call. */
export interface ExprName extends Node<'name'> {
  readonly name: string
}

export interface ExprPrefix extends Node<'prefix'> {
  readonly operator: string
  readonly operatorRange: TextRange
  readonly operand: ExprNode
}

export interface ExprBinary extends Node<'binary'> {
  readonly operator: string
  readonly operatorRange: TextRange
  readonly left: ExprNode
  readonly right: ExprNode
}

/** What `?.` ends: if something in it is nil, all of it is. */
export interface ExprChain extends Node<'chain'> {
  readonly inner: ExprNode
}

/** `base.name` and `base[property]`; with a dot, the property is a string. */
export interface ExprMember extends Node<'member'> {
  readonly base: ExprNode
  readonly property: ExprNode
  /** `?.` */
  readonly optional: boolean
  /** It is called. */
  readonly method: boolean
}

export interface ExprSlice extends Node<'slice'> {
  readonly base: ExprNode
  readonly start: ExprNode | undefined
  readonly end: ExprNode | undefined
}

/** A call of what is no builtin of expr-lang. */
export interface ExprCall extends Node<'call'> {
  readonly callee: ExprNode
  readonly args: readonly ExprNode[]
}

export interface ExprBuiltin extends Node<'builtin'> {
  readonly name: string
  readonly nameRange: TextRange
  readonly args: readonly ExprNode[]
  /** How expr-lang shortens it; only in what `optimize` gives. */
  readonly shortcut?: Shortcut
}

export interface Shortcut {
  /** `find` panics where it finds nothing, as taking the first of an empty list does. */
  readonly throws?: true
  /** What is done with each item that is found, in the same round. */
  readonly body?: ExprNode
  /** How many items `count` needs to see. */
  readonly enough?: bigint
}

/** A value that is known before the expression runs; only in what `optimize` gives. */
export interface ExprConstant extends Node<'constant'> {
  readonly value: GoValue
}

/** What a builtin such as `filter` evaluates for each item. */
export interface ExprPredicate extends Node<'predicate'> {
  readonly body: ExprNode
}

/** `#`, `#index`, `#acc`, or the item that is left out before a dot. */
export interface ExprPointer extends Node<'pointer'> {
  readonly name: string
}

export interface ExprLet extends Node<'let'> {
  readonly name: string
  readonly nameRange: TextRange
  readonly value: ExprNode
  readonly body: ExprNode
}

export interface ExprSequence extends Node<'sequence'> {
  readonly items: readonly ExprNode[]
}

/** `c ? a : b`, `c ?: b`, and `if c { a } else { b }`. */
export interface ExprConditional extends Node<'conditional'> {
  readonly condition: ExprNode
  readonly then: ExprNode
  readonly otherwise: ExprNode
}

export interface ExprArray extends Node<'array'> {
  readonly items: readonly ExprNode[]
}

export interface ExprMap extends Node<'map'> {
  readonly pairs: readonly { readonly key: ExprNode; readonly value: ExprNode }[]
}

/** The nodes directly below one, in the order in which they are written. */
export function childrenOf(node: ExprNode): readonly ExprNode[] {
  switch (node.kind) {
    case 'prefix':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'chain':
      return [node.inner]
    case 'member':
      return [node.base, node.property]
    case 'slice':
      return [node.base, node.start, node.end].filter((part) => part !== undefined)
    case 'call':
      return [node.callee, ...node.args]
    case 'builtin':
      return node.args
    case 'predicate':
      return [node.body]
    case 'let':
      return [node.value, node.body]
    case 'sequence':
    case 'array':
      return node.items
    case 'conditional':
      return [node.condition, node.then, node.otherwise]
    case 'map':
      return node.pairs.flatMap(({ key, value }) => [key, value])
    default:
      return []
  }
}
