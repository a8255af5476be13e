import type { Path } from '../base/index.ts'
import type { FoundReference, ParsedExpr, Tag } from '../expression/index.ts'

/** An expression of expr-lang in a text. */
export interface TaggedExpression {
  readonly parsed: ParsedExpr
  /** Where it begins in the text. */
  readonly from: number
  /** Whether it is the whole text, and not in a tag. */
  readonly isWhole: boolean
}

/** A text with template tags, or an expression, and what it refers to. */
export interface TaggedText {
  /** From the node under which it was found. */
  readonly path: Path
  readonly text: string
  readonly references: readonly FoundReference[]
  /** Its closed tags that are no expressions. */
  readonly tags: readonly Tag[]
  /** Its expressions, but those that tags become a part of. */
  readonly expressions: readonly TaggedExpression[]
  /** Offset of a `{{` that is never closed. */
  readonly unclosed: number | undefined
}
