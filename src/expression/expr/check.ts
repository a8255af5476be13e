import type { TextRange } from '../../base/index.ts'
import { GoFunction, GoMap, Unsupported, type GoValue } from '../go/values.ts'
import { argoFunctions } from './argo-functions.ts'
import { isBuiltin } from './builtin-names.ts'
import { checkTree } from './checker.ts'
import { expandNames } from './environment.ts'
import { natureOf } from './nature.ts'
import { optimize } from './optimize.ts'
import { parseExpr, type ParsedExpr } from './parser.ts'
import { childrenOf, type ExprCall, type ExprNode } from './tree.ts'

export type ExprFindingCode = 'syntax' | 'types' | 'unknown-function' | 'wrong-arguments'

/** What is wrong with an expression before anybody knows the values of its variables. */
export interface ExprFinding {
  readonly code: ExprFindingCode
  readonly message: string
  /** In the text of the expression. */
  readonly range: TextRange
}

/** What is known of the variables of an expression. */
export interface ExprNames {
  /** Dotted names of variables, all of which hold strings, as Argo has them. */
  readonly variables: Iterable<string>
  /** Whether there may be others, so that an unknown name is no mistake. */
  readonly open: boolean
  /** Whether Argo's functions are there; they are unless this is false. */
  readonly functions?: boolean
}

/**
 * Finds what Argo refuses before it evaluates an expression, all of it: what cannot be read, wrong types, names that are
 * not there; and what it would trip over: functions that nobody has, and calls of Sprig with a wrong number of arguments.
 */
export function checkExpr(source: string | ParsedExpr, names: ExprNames): readonly ExprFinding[] {
  const variables = environmentOf(names)
  const text = typeof source === 'string' ? source : source.text
  const { tree, problems } = parseExpr(text, new Set(variables.keys()))
  if (!tree) return problems.map((problem) => ({ code: 'syntax', ...problem }))
  const natures = new Map([...variables].map(([name, value]) => [name, natureOf(value)] as const))
  const checked = checkTree(tree, { variables: natures, open: names.open })
  const calls = callsIn(tree).flatMap((call) => checkCall(call, variables))
  const known = (range: TextRange): boolean =>
    calls.some((call) => call.range.from === range.from && call.range.to === range.to)
  const wrong = checked.problems.length > 0 ? [] : optimize(tree, checked.natures).problems
  const types = [...checked.problems, ...wrong].filter(({ range }) => !known(range))
  return [...types.map((problem) => ({ code: 'types' as const, ...problem })), ...calls].sort(
    (a, b) => a.range.from - b.range.from,
  )
}

function environmentOf({ variables, functions }: ExprNames): ReadonlyMap<string, GoValue> {
  const expanded = expandNames([...variables].map((name) => [name, ''] as const))
  if (functions === false) return expanded
  const now = (): never => {
    throw new Unsupported('Nothing is called here.')
  }
  return new Map([...expanded, ...argoFunctions({ now, random: undefined })])
}

function callsIn(node: ExprNode): readonly ExprCall[] {
  const below = childrenOf(node).flatMap(callsIn)
  return node.kind === 'call' ? [node, ...below] : below
}

function checkCall(
  { callee, args, range }: ExprCall,
  variables: ReadonlyMap<string, GoValue>,
): ExprFinding[] {
  if (callee.kind === 'name') {
    const { name } = callee
    if (variables.has(name) || isBuiltin(name) || name === '$env') return []
    const message = `There is no function ${name}.`
    return [{ code: 'unknown-function', message, range: callee.range }]
  }
  const isSprig =
    callee.kind === 'member' && callee.base.kind === 'name' && callee.base.name === 'sprig'
  const sprig = variables.get('sprig')
  if (!isSprig || callee.property.kind !== 'string' || !(sprig instanceof GoMap)) return []
  const { value: name, range: nameRange } = callee.property
  const called = sprig.get(name)
  if (!(called instanceof GoFunction)) {
    const message = `Sprig has no function ${name}, or Argo does not offer it.`
    return [{ code: 'unknown-function', message, range: nameRange }]
  }
  const { params, variadic } = called.signature
  const least = variadic ? params.length - 1 : params.length
  if (args.length >= least && (variadic || args.length === least)) return []
  const asked = `${variadic ? 'at least ' : ''}${least}`
  const message = `sprig.${name} takes ${asked} ${asked === '1' ? 'argument' : 'arguments'}, not ${args.length}.`
  return [{ code: 'wrong-arguments', message, range }]
}
