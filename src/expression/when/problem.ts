import type { TextRange } from '../../base/index.ts'

export type WhenProblemCode =
  | 'empty'
  | 'unclosed-tag'
  | 'unclosed-string'
  | 'unclosed-bracket'
  | 'unknown-operator'
  | 'unquoted-number'
  | 'unquoted-dots'
  | 'unquoted-spaces'
  | 'unquoted-signs'
  | 'tag-unquoted'
  | 'tag-against-quoted'
  | 'backslash-at-end'
  | 'missing-operand'
  | 'missing-operator'
  | 'unbalanced-parenthesis'
  | 'ignored'
  | 'too-deep'
  | 'bad-pattern'
  | 'wrong-type'
  | 'never-equal'
  | 'quoted-date'
  | 'short-list'
  | 'not-boolean'
  | 'constant'

/** What is wrong with a condition, where, and what to do about it. */
export interface WhenProblem {
  readonly code: WhenProblemCode
  readonly message: string
  /** In the text of the condition. */
  readonly range: TextRange
  /** What mends it, where that is known. */
  readonly replacement?: Replacement
}

/** Text to put in place of a part of a condition. */
export interface Replacement {
  readonly range: TextRange
  readonly text: string
}
