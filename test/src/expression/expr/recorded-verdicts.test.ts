import { describe, expect, test } from 'vitest'
import { evaluateExpr, showValue, type ExprFailure } from '../../../../src/expression/index.ts'
import { expressionScope } from '../../../oracle/expressions/expr-grammar.ts'
import { recordedExpressions } from '../../../oracle/expressions/recorded.ts'

const variables = new Map(Object.entries(expressionScope))
const kinds: Readonly<Record<string, readonly ExprFailure['kind'][]>> = {
  compile: ['syntax', 'types'],
  run: ['run'],
}

/** What is made of an expression, in the words of the recorded verdicts. */
function ours(text: string): string {
  const result = evaluateExpr(text, { variables, now: Date.UTC(2024, 1, 29) })
  return result.ok ? showValue(result.value) : result.error.kind
}

describe.each(['expr', 'expr-chosen'] as const)('what the real Argo says of %s', (kind) => {
  const recorded = recordedExpressions(kind)

  test('is what comes out here, value and type', () => {
    const other = recorded.flatMap(({ text, shown, phase = '', error }) => {
      const mine = ours(text)
      const agrees =
        error === undefined ? mine === shown : kinds[phase]?.some((kind) => kind === mine)
      return agrees ? [] : [{ text, mine, argo: shown ?? `${phase}: ${error ?? ''}` }]
    })
    expect(other).toEqual([])
  })
})
