import type { TextRange } from '../../base/index.ts'
import type { Tag } from '../tags.ts'

export type WhenProblemCode =
  | 'empty'
  | 'unclosed-tag'
  | 'unclosed-string'
  | 'unclosed-bracket'
  | 'unknown-operator'
  | 'malformed-number'
  | 'missing-operand'
  | 'missing-operator'
  | 'unbalanced-parenthesis'
  | 'too-deep'
  | 'dotted-word'
  | 'text-arithmetic'
  | 'always-different'
  | 'comparator-types'
  | 'list-too-short'
  | 'not-boolean'

/** What is wrong with a condition, where, and what to do about it. */
export interface WhenProblem {
  readonly code: WhenProblemCode
  readonly message: string
  /** In the text of the condition. */
  readonly range: TextRange
}

/** An operand as it is written; tags stand for text that Argo fills in before it reads the condition. */
export interface OperandToken {
  readonly kind: 'operand'
  /**
   * `tag` is one tag alone, `template` is tags and word characters without a gap between them: what these are
   * is known only when Argo has filled them in. `bracket` is `[any text]`, which is a text like a `word`.
   */
  readonly form: 'word' | 'number' | 'boolean' | 'string' | 'bracket' | 'tag' | 'template'
  readonly range: TextRange
  /** What it means: without quotes, brackets and backslashes, but with tags as they are. */
  readonly value: string
  /** The opening quote of a string. */
  readonly quote: '"' | "'" | undefined
  /** Those that stand in it. */
  readonly tags: readonly Tag[]
}

export interface OperatorToken {
  readonly kind: 'operator'
  readonly operator: string
  readonly range: TextRange
}

/** `(`, `)` or `,`. */
export interface MarkToken {
  readonly kind: '(' | ')' | ','
  readonly range: TextRange
}

export type WhenToken = OperandToken | OperatorToken | MarkToken
