import type { TextRange } from '../base/index.ts'
import { serialise } from './json.ts'
import { readLiteralNode } from './literal.ts'
import { pythonError, type PythonProblem } from './problem.ts'
import { childrenOf, type PythonNode } from './tree.ts'
import type { PythonValue } from './value.ts'

export type ParameterKind = 'positional' | 'keyword-only' | 'varargs' | 'kwargs'

export interface PythonDefault {
  /** As it is written. */
  readonly text: string
  readonly range: TextRange
  readonly value: PythonValue
}

export interface PythonParameter {
  readonly name: string
  readonly nameRange: TextRange
  readonly kind: ParameterKind
  /** The annotation as it is written, without the colon. */
  readonly annotation: string | undefined
  readonly default: PythonDefault | undefined
  /** The values of `Literal[…]` as Hera serialises them. */
  readonly enum: readonly string[] | undefined
}

/** Reads a function's parameter list; problems are those that make it useless. */
export function readParameters(
  code: string,
  list: PythonNode,
): { parameters: PythonParameter[]; problems: PythonProblem[] } {
  const parameters: PythonParameter[] = []
  const problems: PythonProblem[] = []
  let kind: ParameterKind = 'positional'
  for (const nodes of entriesOf(list)) {
    const star = nodes.find((node) => node.name === '*' || node.name === '**')
    const name = nodes.find((node) => node.name === 'VariableName')
    // A bare `*` makes the rest keyword-only; the tree drops a bare `/`, which changes nothing here.
    if (name) {
      const own = star?.name === '**' ? 'kwargs' : star ? 'varargs' : kind
      parameters.push(readParameter(code, nodes, name, own, problems))
    }
    if (star) kind = 'keyword-only'
  }
  // An unreadable default would look like a missing one.
  if (problems.length === 0) problems.push(...findOrderProblems(parameters))
  return { parameters, problems }
}

/** The nodes between the commas. */
function entriesOf(list: PythonNode): PythonNode[][] {
  const entries: PythonNode[][] = [[]]
  for (const node of childrenOf(list)) {
    if (node.name === ',') entries.push([])
    else if (!/^(?:[()]|Comment)$/.test(node.name)) entries[entries.length - 1]?.push(node)
  }
  return entries
}

function readParameter(
  code: string,
  nodes: readonly PythonNode[],
  name: PythonNode,
  kind: ParameterKind,
  problems: PythonProblem[],
): PythonParameter {
  const type = nodes.find((node) => node.name === 'TypeDef')
  const equals = nodes.findIndex((node) => node.name === 'AssignOp')
  const value = equals < 0 ? undefined : nodes[equals + 1]
  return {
    name: code.slice(name.from, name.to),
    nameRange: { from: name.from, to: name.to },
    kind,
    annotation:
      type &&
      code
        .slice(type.from, type.to)
        .replace(/^(?::|->)/, '')
        .trim(),
    default: value && readDefault(code, value, problems),
    enum: type && readEnum(code, type, problems),
  }
}

function readDefault(
  code: string,
  node: PythonNode,
  problems: PythonProblem[],
): PythonDefault | undefined {
  const value = readLiteralNode(code, node)
  if (!value.ok) {
    problems.push(value.error)
    return undefined
  }
  const range = { from: node.from, to: node.to }
  return { text: code.slice(node.from, node.to), range, value: value.value }
}

/** The values of an annotation `Literal[…]`, by whatever module name. */
function readEnum(code: string, type: PythonNode, problems: PythonProblem[]): string[] | undefined {
  const member = childrenOf(type)[1]
  const parts = member?.name === 'MemberExpression' ? childrenOf(member) : []
  const head = parts[0]
  if (!member || !head || parts[1]?.name !== '[') return undefined
  if (!/^(?:\w+\s*\.\s*)?Literal$/.test(code.slice(head.from, head.to))) return undefined
  const values: string[] = []
  for (const node of parts.slice(2)) {
    if (/^(?:[\],]|Comment)$/.test(node.name)) continue
    const value = readLiteralNode(code, node)
    if (value.ok && value.value.kind !== 'list' && value.value.kind !== 'dict') {
      values.push(serialise(value.value))
      continue
    }
    const message = '`Literal` takes texts, whole numbers, True, False and None.'
    problems.push(pythonError('enum-not-literal', message, node))
  }
  return values
}

function findOrderProblems(parameters: readonly PythonParameter[]): PythonProblem[] {
  const problems: PythonProblem[] = []
  const names = new Set<string>()
  let defaulted: string | undefined
  for (const parameter of parameters) {
    const { name, nameRange, kind } = parameter
    if (names.has(name)) {
      const message = `There are two parameters \`${name}\`: rename one.`
      problems.push(pythonError('duplicate-parameter', message, nameRange))
    }
    names.add(name)
    if (kind !== 'positional') continue
    if (parameter.default) defaulted = name
    else if (defaulted !== undefined) {
      const message = `\`${name}\` has no default but stands after \`${defaulted}\`, which has one: move it before that, or give it a default.`
      problems.push(pythonError('parameter-order', message, nameRange))
    }
  }
  return problems
}
