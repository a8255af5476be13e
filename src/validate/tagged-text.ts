import type { Path } from '../base/index.ts'
import type { FoundReference, Tag } from '../expression/index.ts'

/** A text with template tags, or an expression, and what it refers to. */
export interface TaggedText {
  /** From the node under which it was found. */
  readonly path: Path
  readonly text: string
  readonly references: readonly FoundReference[]
  /** Its closed tags that are no expressions. */
  readonly tags: readonly Tag[]
  /** Offset of a `{{` that is never closed. */
  readonly unclosed: number | undefined
}
