import type { TextRange } from '../../base/index.ts'
import type { OperandToken } from './token.ts'

/** A condition as a tree. Ranges count from the start of the condition's text. */
export type WhenNode = WhenOperand | WhenPrefix | WhenBinary | WhenGroup | WhenList

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
