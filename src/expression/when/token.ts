import type { TextRange } from '../../base/index.ts'
import type { Tag } from '../tags.ts'
import type { GoRegexp } from '../go/regexp.ts'

/** What govaluate takes a token for, under the names that its messages use. */
export type TokenType =
  | 'UNKNOWN'
  | 'PREFIX'
  | 'NUMERIC'
  | 'BOOLEAN'
  | 'STRING'
  | 'PATTERN'
  | 'TIME'
  | 'VARIABLE'
  | 'SEPARATOR'
  | 'ACCESSOR'
  | 'COMPARATOR'
  | 'LOGICALOP'
  | 'MODIFIER'
  | 'CLAUSE'
  | 'CLAUSE_CLOSE'
  | 'TERNARY'

/** What one token without tags stands for. A time counts as its seconds since 1970. */
export type OperandType =
  'NUMERIC' | 'BOOLEAN' | 'STRING' | 'PATTERN' | 'TIME' | 'VARIABLE' | 'ACCESSOR'

/** The time that a quoted text is read as. */
export interface QuotedTime {
  /** Since 1970 in UTC, without the fraction. */
  readonly seconds: number
  /** As Go prints it. */
  readonly shown: string
}

/** An operand as it is written; tags stand for text that Argo fills in before it reads the condition. */
export interface OperandToken {
  readonly kind: 'operand'
  /**
   * `tag` is one tag alone, `template` is tags and word characters without a gap between them: what these are
   * is known only when Argo has filled them in. `bracket` is `[any text]`, which is a text like a `word`;
   * `accessor` is a word with a dot, which is taken for a field of a variable.
   */
  readonly form:
    'word' | 'accessor' | 'number' | 'boolean' | 'string' | 'bracket' | 'tag' | 'template'
  /** Nothing while tags decide it. */
  readonly type: OperandType | undefined
  readonly range: TextRange
  /** What it means: without quotes, brackets and backslashes, but with tags as they are. */
  readonly value: string
  /** What it is worth; nothing while tags decide it. */
  readonly constant: string | number | boolean | GoRegexp | undefined
  readonly time: QuotedTime | undefined
  /** The opening quote of a string. */
  readonly quote: '"' | "'" | undefined
  /** Those that stand in it. */
  readonly tags: readonly Tag[]
}

export interface OperatorToken {
  readonly kind: 'operator'
  readonly operator: string
  readonly type: 'PREFIX' | 'MODIFIER' | 'LOGICALOP' | 'COMPARATOR' | 'TERNARY'
  readonly range: TextRange
}

/** `(`, `)` or `,`. */
export interface MarkToken {
  readonly kind: '(' | ')' | ','
  readonly range: TextRange
}

export type WhenToken = OperandToken | OperatorToken | MarkToken

/** What govaluate takes a token for; nothing for a tag, which may become any operand. */
export function typeOfToken(token: WhenToken): TokenType | undefined {
  if (token.kind === 'operand' || token.kind === 'operator') return token.type
  if (token.kind === ',') return 'SEPARATOR'
  return token.kind === '(' ? 'CLAUSE' : 'CLAUSE_CLOSE'
}
