import type { TextRange } from '../../base/index.ts'
import type { ComparisonOperator } from './operators.ts'

/** One side of a comparison: what it means, and how it is quoted. */
export interface Operand {
  /** The meaning: tags as they are, quotes and backslashes off. */
  readonly text: string
  readonly quoted: 'double' | 'single' | 'none'
}

/** What the condition builder shows as one row. */
export interface Comparison {
  readonly kind: 'comparison'
  readonly left: Operand
  readonly operator: ComparisonOperator
  /** A list after `in`. */
  readonly right: Operand | readonly Operand[]
}

/** Rows that hold all together, or one of which is enough. */
export interface ConditionGroup {
  readonly kind: 'group'
  /** A group with a single item is an `and`. */
  readonly operator: 'and' | 'or'
  readonly parentheses: boolean
  readonly items: readonly (Comparison | ConditionGroup)[]
}

/** A comparison that stands in a text, with the ranges of its parts. */
export interface PlacedComparison extends Comparison {
  readonly range: TextRange
  readonly leftRange: TextRange
  readonly operatorRange: TextRange
  readonly rightRange: TextRange
}

/** A group that stands in a text. */
export interface PlacedGroup extends ConditionGroup {
  readonly items: readonly (PlacedComparison | PlacedGroup)[]
  /** With its parentheses. */
  readonly range: TextRange
  /** From the first item to the last. */
  readonly innerRange: TextRange
  /** The `&&` or `||` between the items. */
  readonly joints: readonly TextRange[]
}
