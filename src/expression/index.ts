export { findTags, type Tag } from './tags.ts'
export { parseReference } from './parse-reference.ts'
export {
  type BuiltInReference,
  type ItemReference,
  type NamePart,
  type PortKind,
  type PortReference,
  type Reference,
  type StepPart,
  type StepReference,
  type WorkflowOutputReference,
  type WorkflowParameterReference,
} from './reference.ts'
export {
  renderTemplate,
  type RenderedTemplate,
  type TemplateScope,
  type TemplateVariables,
  type UnresolvedTag,
} from './template.ts'
export { findExpressionReferences, findReferences, type FoundReference } from './references.ts'
export { renameExpressionReference, renameReference, type RenameTarget } from './rename.ts'
export { shortReference } from './short-name.ts'
export { parseWhen, type ParsedWhen } from './when/parser.ts'
export { printWhen } from './when/printer.ts'
export { checkWhen, type CheckedWhen } from './when/check.ts'
export { evaluateWhen, type WhenError, type WhenOperandValue } from './when/evaluate.ts'
export { type TagScope } from './when/substitute.ts'
export { type Replacement, type WhenProblem, type WhenProblemCode } from './when/problem.ts'
export {
  type WhenBinary,
  type WhenCall,
  type WhenGroup,
  type WhenList,
  type WhenNode,
  type WhenNothing,
  type WhenOperand,
  type WhenPrefix,
} from './when/tree.ts'
export { comparisonOperators, type ComparisonOperator } from './when/operators.ts'
export {
  type Comparison,
  type ConditionGroup,
  type Operand,
  type PlacedComparison,
  type PlacedGroup,
} from './when/condition.ts'
export { isOperand, newComparison } from './when/quoting.ts'
export { printBuilder, printComparison, toBuilder } from './when/builder.ts'
export {
  addComparison,
  changeGroupOperator,
  editComparison,
  itemAt,
  removeComparison,
  wrapInGroup,
  type ConditionPath,
} from './when/builder-edit.ts'
export { describeWhen } from './when/describe.ts'
export { addToDepends, removeFromDepends, renameInDepends } from './depends/edit.ts'
export { evaluateDepends, type DependsVerdict, type TaskOutcome } from './depends/evaluate.ts'
export { parseDepends, type ParsedDepends } from './depends/parser.ts'
export { printDepends } from './depends/printer.ts'
export {
  dependsDemands,
  dependsReferences,
  type DependsDemand,
  type DependsReference,
} from './depends/references.ts'
export {
  isTaskResult,
  taskResults,
  type DependsNode,
  type DependsProblem,
  type DependsProblemCode,
  type DependsTask,
  type TaskResult,
} from './depends/tree.ts'
export { evaluateExpr, type ExprFailure, type ExprScope } from './expr/evaluate.ts'
export { type ExprOperand } from './expr/evaluator.ts'
export {
  checkExpr,
  type CheckedOperand,
  type ExprFinding,
  type ExprFindingCode,
  type ExprNames,
} from './expr/check.ts'
export { findHyphens, type HyphenatedName } from './expr/hyphens.ts'
export { parseExpr, type ParsedExpr } from './expr/parser.ts'
export { type ExprProblem } from './expr/token.ts'
export { type ExprNode } from './expr/tree.ts'
export { builtinNames } from './expr/builtin-names.ts'
export {
  argoHelps,
  builtinHelps,
  functionCallAt,
  sprigHelps,
  type FunctionHelp,
} from './expr/function-help.ts'
export { argoFunctionNames } from './expr/argo-functions.ts'
export { sprigNames, unsupportedSprig } from './expr/sprig/index.ts'
export { compactJson, rewriteJson } from './go/json.ts'
export { jsonError } from './go/json-error.ts'
export { printInteger } from './go/print-integer.ts'
export { printDuration } from './go/time/duration.ts'
export { formatUtc } from './go/time/format.ts'
export { showValue } from './go/show.ts'
export { printValue } from './go/print.ts'
export { GoObject, type GoValue } from './go/values.ts'
