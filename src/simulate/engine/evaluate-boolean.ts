import { err, ok, type Result } from '../../base/index.ts'
import { evaluateExpr, printValue, type TemplateVariables } from '../../expression/index.ts'
import { booleanFault } from './expression-fault.ts'
import type { Moment } from './scope.ts'
import { fault, type Trouble } from './trouble.ts'

/** Evaluates an expression that must come to true or false (Argo: `EvalBool`). */
export function evaluateBoolean(
  expression: string,
  variables: TemplateVariables,
  moment: Moment,
): Result<boolean, Trouble> {
  const result = evaluateExpr(expression, { variables: new Map(variables), ...moment })
  if (!result.ok) return err(fault(booleanFault(expression, result.error)))
  if (typeof result.value === 'boolean') return ok(result.value)
  return err(fault(`unable to cast expression result '${printValue(result.value)}' to bool`))
}
