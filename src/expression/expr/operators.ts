interface Operator {
  readonly precedence: number
  readonly rightToLeft?: boolean
}

/** How tightly signs and words before an operand bind. */
export const prefixOperators: ReadonlyMap<string, number> = new Map([
  ['not', 50],
  ['!', 50],
  ['-', 90],
  ['+', 90],
])

/** How tightly signs and words between operands bind: the greater, the tighter. */
export const binaryOperators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['|', { precedence: 0 }],
  ['or', { precedence: 10 }],
  ['||', { precedence: 10 }],
  ['and', { precedence: 15 }],
  ['&&', { precedence: 15 }],
  ['==', { precedence: 20 }],
  ['!=', { precedence: 20 }],
  ['<', { precedence: 20 }],
  ['>', { precedence: 20 }],
  ['>=', { precedence: 20 }],
  ['<=', { precedence: 20 }],
  ['in', { precedence: 20 }],
  ['matches', { precedence: 20 }],
  ['contains', { precedence: 20 }],
  ['startsWith', { precedence: 20 }],
  ['endsWith', { precedence: 20 }],
  ['..', { precedence: 25 }],
  ['+', { precedence: 30 }],
  ['-', { precedence: 30 }],
  ['*', { precedence: 60 }],
  ['/', { precedence: 60 }],
  ['%', { precedence: 60 }],
  ['**', { precedence: 100, rightToLeft: true }],
  ['^', { precedence: 100, rightToLeft: true }],
  ['??', { precedence: 500 }],
])

/** Whether `not` may stand before it, as in `not in`. */
export function mayFollowNot(operator: string): boolean {
  return ['contains', 'matches', 'startsWith', 'endsWith', 'in'].includes(operator)
}

/** Whether it can be chained: `1 < x < 5`. */
export function isComparison(operator: string): boolean {
  return ['<', '>', '<=', '>='].includes(operator)
}
