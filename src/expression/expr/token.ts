import type { TextRange } from '../../base/index.ts'

export type ExprTokenKind =
  'identifier' | 'number' | 'string' | 'bytes' | 'operator' | 'bracket' | 'end'

export interface ExprToken {
  readonly kind: ExprTokenKind
  /** As it is written; of a string, what it means. */
  readonly value: string
  readonly range: TextRange
}

/** What is wrong with an expression and where; the message is worded as expr-lang does where it says the same. */
export interface ExprProblem {
  readonly message: string
  readonly range: TextRange
}

/** A token as messages of expr-lang show it. */
export function printToken({ kind, value }: ExprToken): string {
  const names: Readonly<Record<ExprTokenKind, string>> = {
    identifier: 'Identifier',
    number: 'Number',
    string: 'String',
    bytes: 'Bytes',
    operator: 'Operator',
    bracket: 'Bracket',
    end: 'EOF',
  }
  return value === '' ? names[kind] : `${names[kind]}(${JSON.stringify(value)})`
}
