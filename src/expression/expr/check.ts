import type { TextRange } from '../../base/index.ts'
import { GoFunction, GoMap, type GoValue } from '../go/values.ts'
import { argoFunctions } from './argo-functions.ts'
import { isBuiltin } from './builtin-names.ts'
import { checkTree, type CheckedExpr } from './checker.ts'
import { expandNames } from './environment.ts'
import { isKnownText, membersOf } from './known-texts.ts'
import { wordFor } from './nature-words.ts'
import { isUnknown, natureOf, unknown, type Nature } from './nature.ts'
import { partsOf } from './names.ts'
import { optimize } from './optimize.ts'
import { parseExpr, type ParsedExpr } from './parser.ts'
import type { ExprProblem } from './token.ts'
import { childrenOf, type ExprCall, type ExprNode } from './tree.ts'

/**
 * `syntax`, `types` and `unknown-name` are refused before an expression runs, all others by the time that it does: `run` is an error then,
 * `never-equal` and `unknown-member` give what nobody means, and `result` is a value of the wrong type.
 */
export type ExprFindingCode =
  | 'syntax'
  | 'types'
  | 'unknown-name'
  | 'unknown-function'
  | 'wrong-arguments'
  | 'run'
  | 'never-equal'
  | 'unknown-member'
  | 'result'

/** A part that an operator works on. */
export interface CheckedOperand {
  readonly range: TextRange
  /** As in “a text”; nothing where it is not known before the expression runs. */
  readonly what: string | undefined
}

/** What is wrong with an expression before anybody knows the values of its variables. */
export interface ExprFinding {
  readonly code: ExprFindingCode
  /** Worded as expr-lang does where it says the same. */
  readonly message: string
  /** In the text of the expression. */
  readonly range: TextRange
  /** What the operator that is wrong works on. */
  readonly operands?: readonly CheckedOperand[]
  /** The name that is not known. */
  readonly name?: string
  /** What might have been meant instead. */
  readonly among?: readonly string[]
}

/** What is known of the variables of an expression. */
export interface ExprNames {
  /** Dotted names of variables, all of which hold strings, as Argo has them. */
  readonly variables: Iterable<string>
  /** First parts of names that may hold anything. */
  readonly roots?: readonly string[]
  /** Whether there may be others, so that an unknown name is no mistake. */
  readonly open: boolean
  /** Whether Argo's functions are there; they are unless this is false. */
  readonly functions?: boolean
  /** What an expression must give, if that is known; nothing else is refused. */
  readonly gives?: 'true or false' | 'a text' | 'an artifact'
}

interface Environment {
  /** Names of variables, where one has the name of a builtin: it is called instead of it. */
  readonly called: ReadonlySet<string> | undefined
  readonly values: ReadonlyMap<string, GoValue>
  readonly natures: ReadonlyMap<string, Nature>
}

/**
 * Finds what Argo refuses before it evaluates an expression, all of it: what cannot be read, wrong types, names that are
 * not there; what it would trip over: functions that nobody has, and calls of Sprig with a wrong number of arguments; and, where there is
 * nothing of that, what is wrong because Argo's values are all texts.
 */
export function checkExpr(source: string | ParsedExpr, names: ExprNames): readonly ExprFinding[] {
  const environment = environmentOf(names)
  const { tree, problems } = parsed(source, environment)
  if (!tree) return problems.map((problem) => ({ code: 'syntax', ...problem }))
  const scope = { variables: environment.natures, open: names.open }
  const checked = checkTree(tree, scope)
  const nodes = nodesIn(tree)
  const calls = nodes.flatMap((node) =>
    node.kind === 'call' ? checkCall(node, environment.values) : [],
  )
  const known = (range: TextRange): boolean => calls.some((call) => isSame(call.range, range))
  const isFine = checked.problems.length === 0
  const wrong = isFine && nodes.some(isRefusedLate) ? optimize(tree, checked.natures).problems : []
  const types = [...checked.problems, ...wrong].filter(({ range }) => !known(range))
  const found = [...types.map((problem) => described(problem, nodes, checked)), ...calls]
  if (found.length > 0) return found.sort((a, b) => a.range.from - b.range.from)
  return checkRun(
    nodes,
    checkTree(tree, { ...scope, isText: isKnownText }),
    environment,
    names.gives,
  )
}

const environments = new WeakMap<ExprNames, Environment>()

function environmentOf(names: ExprNames): Environment {
  const kept = environments.get(names)
  if (kept !== undefined) return kept
  const { variables, roots = [], functions } = names
  const expanded = expandNames([...variables].map((name) => [name, ''] as const))
  const values = new Map([...expanded, ...(functions === false ? [] : argoFunctions())])
  const natures = new Map([...values].map(([name, value]) => [name, natureOf(value)] as const))
  for (const root of roots) if (!natures.has(root)) natures.set(root, unknown)
  const variableNames = new Set(natures.keys())
  const called = [...variableNames].some(isBuiltin) ? variableNames : undefined
  const environment = { called, values, natures }
  environments.set(names, environment)
  return environment
}

function parsed(source: string | ParsedExpr, { called }: Environment): ParsedExpr {
  if (typeof source === 'string') return parseExpr(source, called)
  return called === undefined ? source : parseExpr(source.text, called)
}

function described(
  problem: ExprProblem,
  nodes: readonly ExprNode[],
  checked: CheckedExpr,
): ExprFinding {
  const name = /^unknown name (.+)$/.exec(problem.message)?.[1]
  if (name !== undefined) return { code: 'unknown-name', ...problem, name }
  const node = nodes.findLast(({ range }) => isSame(range, problem.range))
  const operands = node === undefined ? [] : operandsOf(node, problem, checked)
  return { code: 'types', ...problem, ...(operands.length === 0 ? {} : { operands }) }
}

function operandsOf(
  node: ExprNode,
  { message }: ExprProblem,
  { natures }: CheckedExpr,
): CheckedOperand[] {
  const isOperator = node.kind === 'binary' || node.kind === 'prefix'
  const isMember = node.kind === 'member' && message.startsWith('type ')
  const parts = isOperator ? childrenOf(node) : isMember ? [node.base] : [node]
  return parts.map((part) => {
    const nature = natures.get(part)
    return { range: part.range, what: nature && wordFor(nature) }
  })
}

/** What is wrong when an expression runs, as texts are what Argo's names hold. */
function checkRun(
  nodes: readonly [ExprNode, ...ExprNode[]],
  checked: CheckedExpr,
  environment: Environment,
  gives: ExprNames['gives'],
): ExprFinding[] {
  const [tree] = nodes
  const found = nodes.flatMap((node) => checkMember(node, environment))
  for (const problem of checked.problems) {
    const node = nodes.find(({ kind, range }) => failing.has(kind) && isSame(range, problem.range))
    // A sign of a text may be taken by its number.
    if (node === undefined || (node.kind === 'member' && node.property.kind !== 'string')) continue
    const isEquality = node.kind === 'binary' && ['==', '!=', 'in'].includes(node.operator)
    const code = isEquality ? 'never-equal' : 'run'
    found.push({ code, ...problem, operands: operandsOf(node, problem, checked) })
  }
  const nature = checked.natures.get(tree)
  const what = nature && !isUnknown(nature) ? wordFor(nature) : undefined
  if (found.length > 0 || what === undefined || gives === undefined) return found
  if (what === gives || (gives === 'an artifact' && what === 'a map')) return []
  const message = `gives ${what}, not ${gives}`
  return [{ code: 'result', message, range: tree.range, operands: [{ range: tree.range, what }] }]
}

/** Nodes that fail with operands of the wrong type. */
const failing: ReadonlySet<ExprNode['kind']> = new Set<ExprNode['kind']>([
  'binary',
  'prefix',
  'member',
])

function checkMember(node: ExprNode, { natures }: Environment): ExprFinding[] {
  const parts = node.kind === 'member' ? partsOf(node) : undefined
  const [root = '', name = ''] = parts ?? []
  const among = membersOf(root)
  if (parts?.length !== 2 || among === undefined || among.includes(name) || !natures.has(root))
    return []
  const message = `${root} has no ${name}`
  return [{ code: 'unknown-member', message, range: node.range, name: `${root}.${name}`, among }]
}

/** A node and all that are in it. */
function nodesIn(node: ExprNode): [ExprNode, ...ExprNode[]] {
  const all: [ExprNode, ...ExprNode[]] = [node]
  for (const one of all) all.push(...childrenOf(one))
  return all
}

/** Only of these does expr-lang see something wrong when it shortens an expression: see `optimize`. */
function isRefusedLate(node: ExprNode): boolean {
  return node.kind === 'binary' && (node.operator === '%' || node.operator === 'matches')
}

function isSame(a: TextRange, b: TextRange): boolean {
  return a.from === b.from && a.to === b.to
}

function checkCall(
  { callee, args, range }: ExprCall,
  variables: ReadonlyMap<string, GoValue>,
): ExprFinding[] {
  if (callee.kind === 'name') {
    const { name } = callee
    if (variables.has(name) || isBuiltin(name) || name === '$env') return []
    const message = `There is no function ${name}.`
    return [{ code: 'unknown-function', message, range: callee.range, name }]
  }
  const isSprig =
    callee.kind === 'member' && callee.base.kind === 'name' && callee.base.name === 'sprig'
  const sprig = variables.get('sprig')
  if (!isSprig || callee.property.kind !== 'string' || !(sprig instanceof GoMap)) return []
  const { value: name, range: nameRange } = callee.property
  const called = sprig.get(name)
  if (!(called instanceof GoFunction)) {
    const message = `Sprig has no function ${name}, or Argo does not offer it.`
    return [{ code: 'unknown-function', message, range: nameRange, name: `sprig.${name}` }]
  }
  const { params, variadic } = called.signature
  const least = variadic ? params.length - 1 : params.length
  if (args.length >= least && (variadic || args.length === least)) return []
  const asked = `${variadic ? 'at least ' : ''}${least}`
  const message = `sprig.${name} takes ${asked} ${asked === '1' ? 'argument' : 'arguments'}, not ${args.length}.`
  return [{ code: 'wrong-arguments', message, range }]
}
