import type { OperatorToken } from './token.ts'

/** Comparison operators of `when`, all of one precedence. */
export const comparisonOperators = ['==', '!=', '<', '<=', '>', '>=', '=~', '!~', 'in'] as const
export type ComparisonOperator = (typeof comparisonOperators)[number]

export function isComparisonOperator(text: string): text is ComparisonOperator {
  return (comparisonOperators as readonly string[]).includes(text)
}

/** From the loosest to the tightest; all are left associative, the ternary's two halves too. */
const levels: readonly (readonly string[])[] = [
  [','],
  ['?', ':', '??'],
  ['||'],
  ['&&'],
  comparisonOperators,
  ['&', '|', '^'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
  ['**'],
]

const powers: ReadonlyMap<string, number> = new Map(
  levels.flatMap((level, index) => level.map((operator) => [operator, index + 1] as const)),
)

/** How tightly a binary operator binds (from 1); undefined for what is none. */
export function bindingPower(operator: string): number | undefined {
  return powers.get(operator)
}

export function isPrefixOperator(operator: string): boolean {
  return operator === '!' || operator === '-' || operator === '~'
}

export function isOperator(text: string): boolean {
  return isPrefixOperator(text) || (text !== ',' && powers.has(text))
}

/** What govaluate takes a run of symbols for, where a prefix may stand or not; nothing for what is no operator. */
export function operatorType(
  operator: string,
  prefixFits: boolean,
): OperatorToken['type'] | undefined {
  if (prefixFits && isPrefixOperator(operator)) return 'PREFIX'
  if (operator === '&&' || operator === '||') return 'LOGICALOP'
  if (operator === '?' || operator === ':' || operator === '??') return 'TERNARY'
  if (isComparisonOperator(operator)) return 'COMPARATOR'
  // A comma among other symbols belongs to their run.
  return operator !== ',' && powers.has(operator) ? 'MODIFIER' : undefined
}
