import { err, ok, type Result, type TextRange } from '../../base/index.ts'
import { utc } from '../go/time/zone.ts'
import { GoTime, Unsupported, type GoValue } from '../go/values.ts'
import { argoFunctions } from './argo-functions.ts'
import { isBuiltin } from './builtin-names.ts'
import { checkTree } from './checker.ts'
import { expandNames } from './environment.ts'
import { Evaluator, PlacedFailure, type ExprOperand } from './evaluator.ts'
import { natureOf } from './nature.ts'
import { optimize } from './optimize.ts'
import { parseExpr, type ParsedExpr } from './parser.ts'
import type { ExprNode } from './tree.ts'

/** What an expression may use. */
export interface ExprScope {
  /** Values by their dotted names, `inputs.parameters.x`. Argo has strings in almost all places. */
  readonly variables: ReadonlyMap<string, GoValue>
  /** Whether Argo's functions are there. They are not in `depends` and in `stopStrategy`. */
  readonly functions?: boolean
  /** Milliseconds since 1970 for `now()`; without them it is refused. */
  readonly now?: number
  /** Numbers from 0 up to 1 for functions of chance; without it they are refused. */
  readonly random?: () => number
}

/** Why an expression has no value. */
export interface ExprFailure {
  /**
   * `syntax` and `types` are refused before the expression runs, `run` while it does. `unsupported` says nothing about
   * what Argo would do: the evaluator here cannot.
   */
  readonly kind: 'syntax' | 'types' | 'run' | 'unsupported'
  /** Worded as expr-lang does where it says the same. */
  readonly message: string
  /** In the text of the expression. */
  readonly range: TextRange
  /** What the operator or the function that failed worked on. */
  readonly operands: readonly ExprOperand[]
}

/**
 * Evaluates an expression of expr-lang as Argo does: names with dots become maps, Argo's functions are added, types are
 * checked before anything runs. Takes a text or what `parseExpr` made of it. nil is a value here; Argo takes it for
 * unresolved.
 */
export function evaluateExpr(
  source: string | ParsedExpr,
  scope: ExprScope,
): Result<GoValue, ExprFailure> {
  return evaluateIn(environmentOf(scope), source, scope)
}

/** Evaluates an expression with the variables that `environmentOf` gives. Functions of Sprig may change them. */
export function evaluateIn(
  environment: ReadonlyMap<string, GoValue>,
  source: string | ParsedExpr,
  scope: ExprScope,
): Result<GoValue, ExprFailure> {
  const { tree, problems } = parsed(source, environment)
  const [problem] = problems
  if (!tree) return failure('syntax', problem?.message ?? '', problem?.range ?? { from: 0, to: 0 })
  const variables = new Map(
    [...environment].map(([name, value]) => [name, natureOf(value)] as const),
  )
  const checked = checkTree(tree, { variables, open: false })
  const optimized = checked.problems.length > 0 ? undefined : optimize(tree, checked.natures)
  const [refusal] = optimized ? optimized.problems : checked.problems
  if (!optimized || refusal)
    return failure('types', refusal?.message ?? '', refusal?.range ?? tree.range)
  const evaluator = new Evaluator(environment, optimized.natures, {
    now: () => clock(scope),
    random: scope.random,
  })
  return run(evaluator, optimized.tree)
}

function parsed(
  source: string | ParsedExpr,
  environment: ReadonlyMap<string, GoValue>,
): ParsedExpr {
  const names = new Set(environment.keys())
  if (typeof source === 'string') return parseExpr(source, names)
  // A variable that has the name of a builtin is called instead of it.
  return [...names].some(isBuiltin) ? parseExpr(source.text, names) : source
}

/** The variables of a scope as an expression sees them: maps in maps, and Argo's functions. */
export function environmentOf(scope: ExprScope): ReadonlyMap<string, GoValue> {
  const expanded = expandNames(scope.variables)
  if (scope.functions === false) return expanded
  return new Map([...expanded, ...argoFunctions()])
}

function clock({ now }: ExprScope): GoTime {
  if (now === undefined) throw new Unsupported('The time at which this runs is not known.')
  const seconds = Math.floor(now / 1000)
  return new GoTime(seconds, Math.round((now - seconds * 1000) * 1e6), utc)
}

function run(evaluator: Evaluator, tree: ExprNode): Result<GoValue, ExprFailure> {
  try {
    return ok(evaluator.evaluate(tree))
  } catch (thrown) {
    if (!(thrown instanceof PlacedFailure)) throw thrown
    const { message, range, operands, unsupported } = thrown
    return failure(unsupported ? 'unsupported' : 'run', message, range, operands)
  }
}

function failure(
  kind: ExprFailure['kind'],
  message: string,
  range: TextRange,
  operands: readonly ExprOperand[] = [],
): Result<never, ExprFailure> {
  return err({ kind, message, range, operands })
}
