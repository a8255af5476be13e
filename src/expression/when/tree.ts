import type { TextRange } from '../../base/index.ts'
import type { OperandToken } from './token.ts'

/** A condition as a tree. Ranges count from the start of the condition's text. */
export type WhenNode =
  WhenOperand | WhenPrefix | WhenBinary | WhenGroup | WhenList | WhenCall | WhenNothing

export interface WhenOperand extends Omit<OperandToken, 'kind'> {
  readonly kind: 'operand'
  /** As it is written. */
  readonly text: string
}

export interface WhenPrefix {
  readonly kind: 'prefix'
  readonly operator: string
  readonly operatorRange: TextRange
  readonly operand: WhenNode
  readonly range: TextRange
}

/** Also the ternary, which govaluate reads as two operators: `(a ? b) : c`. */
export interface WhenBinary {
  readonly kind: 'binary'
  readonly operator: string
  readonly operatorRange: TextRange
  readonly left: WhenNode
  readonly right: WhenNode
  readonly range: TextRange
}

/** Something in parentheses. */
export interface WhenGroup {
  readonly kind: 'group'
  readonly inner: WhenNode
  readonly range: TextRange
}

/** Two or more things with commas between them. */
export interface WhenList {
  readonly kind: 'list'
  readonly items: readonly WhenNode[]
  readonly range: TextRange
}

/** Something in parentheses behind a word with a dot, which govaluate takes for a call; there is nothing to call. */
export interface WhenCall {
  readonly kind: 'call'
  readonly callee: WhenOperand
  /** Everything from the parenthesis on. */
  readonly argument: WhenNode
  readonly range: TextRange
}

/** What is missing before a `)`, which govaluate takes for a nil. */
export interface WhenNothing {
  readonly kind: 'nothing'
  /** Where it would stand. */
  readonly range: TextRange
}
