import type { ExprFailure } from '../../expression/index.ts'

/** What expr-lang says of an expression that has no value: the reason, where it is, and that line with a mark below it. */
export function expressionFault(expression: string, failure: ExprFailure): string {
  const at = placeOf(expression, failure)
  const before = expression.slice(0, at)
  const start = before.lastIndexOf('\n') + 1
  const line = before.split('\n').length
  const column = at - start
  const [source = ''] = expression.slice(start).split('\n')
  const place = `(${String(line)}:${String(column + 1)})`
  return `${failure.message} ${place}\n | ${source}\n | ${'.'.repeat(column)}^`
}

/** A field that is not there is what the mark stands below, not the whole way to it. */
function placeOf(expression: string, { message, range }: ExprFailure): number {
  // The end is told at the last sign.
  if (message === 'unexpected token EOF') return Math.max(0, range.from - 1)
  const [, field] = /^cannot fetch (\S+) from/.exec(message) ?? []
  const isLast = field !== undefined && expression.slice(range.from, range.to).endsWith(field)
  return isLast ? range.to - field.length : range.from
}

/** The same of an expression that must come to true or false (Argo: `EvalBool`), which says when it failed while it ran. */
export function booleanFault(expression: string, failure: ExprFailure): string {
  const says = expressionFault(expression, failure)
  return failure.kind === 'run' ? `unable to evaluate expression '${expression}': ${says}` : says
}
