import { assertNever, err, ok, type Result } from '../base/index.ts'
import { pythonError, type PythonProblem } from './problem.ts'
import { readString } from './string-literal.ts'
import { findSyntaxProblems } from './syntax.ts'
import { childrenOf, parsePython, type PythonNode } from './tree.ts'
import type { PythonValue } from './value.ts'

/** Nested deeper than this, a literal is refused: it would fill the stack. */
const maxDepth = 100

type Read = Result<PythonValue, PythonProblem>

/** Reads a text that is one Python literal, such as `{"a": (1, 2.0)}`. */
export function readLiteral(text: string): Read {
  const tree = parsePython(text)
  const problem = findSyntaxProblems(text, tree)[0]
  if (problem) return err(problem)
  const statements = childrenOf(tree.topNode)
  const statement = statements[0]
  const expression = statement?.name === 'ExpressionStatement' ? childrenOf(statement) : []
  const node = expression[0]
  if (statements.length !== 1 || expression.length !== 1 || !node) {
    return refuse({ from: 0, to: text.length })
  }
  return readLiteralNode(text, node)
}

/** The same for a node of a larger code. */
export function readLiteralNode(code: string, node: PythonNode, depth = 0): Read {
  if (depth > maxDepth) return refuse(node, 'it is nested too deeply')
  const text = code.slice(node.from, node.to)
  switch (node.name) {
    case 'None':
      return ok({ kind: 'none' })
    case 'Boolean':
      return ok({ kind: 'bool', value: text === 'True' })
    case 'Number':
      return readNumber(text, node)
    case 'String':
      return readStrings(code, node, [node])
    case 'ContinuedString':
      return readStrings(code, node, elementsOf(node))
    case 'UnaryExpression':
      return readSigned(code, node)
    case 'ParenthesizedExpression': {
      const inner = elementsOf(node)
      const only = inner[0]
      return only && inner.length === 1 ? readLiteralNode(code, only, depth + 1) : refuse(node)
    }
    case 'ArrayExpression':
    case 'TupleExpression': {
      const items = readAll(code, elementsOf(node), depth)
      return items.ok ? ok({ kind: 'list', items: items.value }) : items
    }
    case 'DictionaryExpression':
      return readDict(code, node, depth)
    case 'FormatString':
      return refuse(node, 'an f-string is calculated')
    case 'SetExpression':
      return refuse(node, 'JSON has no sets; write a list')
    default:
      return refuse(node)
  }
}

function refuse(range: { from: number; to: number }, reason?: string): Read {
  const message = 'A default must be a literal: a text, number, True, False, None, list or dict'
  return err(
    pythonError('default-not-literal', `${message}${reason ? ` (${reason})` : ''}.`, range),
  )
}

/** Children without punctuation and comments. */
function elementsOf(node: PythonNode): PythonNode[] {
  return childrenOf(node).filter((child) => !/^(?:[[\](){},:]|Comment)$/.test(child.name))
}

function readAll(
  code: string,
  nodes: readonly PythonNode[],
  depth: number,
): Result<PythonValue[], PythonProblem> {
  const values: PythonValue[] = []
  for (const node of nodes) {
    const value = readLiteralNode(code, node, depth + 1)
    if (!value.ok) return value
    values.push(value.value)
  }
  return ok(values)
}

function readDict(code: string, node: PythonNode, depth: number): Read {
  const parts = readAll(code, elementsOf(node), depth)
  if (!parts.ok) return parts
  // A key that comes twice keeps its first place and gets its last value.
  const entries = new Map<string, readonly [PythonValue, PythonValue]>()
  for (let index = 0; index + 1 < parts.value.length; index += 2) {
    const [key, value] = [parts.value[index], parts.value[index + 1]]
    if (!key || !value) break
    if (key.kind === 'list' || key.kind === 'dict') {
      return refuse(node, 'JSON has only texts, numbers, True, False and None as keys')
    }
    const identity = identityOf(key)
    entries.set(identity, [entries.get(identity)?.[0] ?? key, value])
  }
  return ok({ kind: 'dict', entries: [...entries.values()] })
}

/** To Python, 1, 1.0 and True are the same key. */
function identityOf(key: Exclude<PythonValue, { kind: 'list' | 'dict' }>): string {
  switch (key.kind) {
    case 'none':
      return 'none'
    case 'str':
      return `str ${key.value}`
    case 'int':
      return `number ${key.value}`
    case 'bool':
      return `number ${Number(key.value)}`
    case 'float':
      return `number ${Number.isInteger(key.value) ? BigInt(key.value) : key.value}`
    default:
      return assertNever(key)
  }
}

function readStrings(code: string, node: PythonNode, pieces: readonly PythonNode[]): Read {
  let value = ''
  for (const piece of pieces) {
    if (piece.name !== 'String') return refuse(node, 'an f-string is calculated')
    const text = readString(code.slice(piece.from, piece.to))
    if (!text.ok) return refuse(piece, text.error)
    value += text.value
  }
  return ok({ kind: 'str', value })
}

function readSigned(code: string, node: PythonNode): Read {
  const [sign, operand] = elementsOf(node)
  if (sign?.name !== 'ArithOp' || operand?.name !== 'Number') return refuse(node)
  const number = readNumber(code.slice(operand.from, operand.to), operand)
  if (!number.ok || code[sign.from] === '+') return number
  switch (number.value.kind) {
    case 'int':
      return ok({ kind: 'int', value: -number.value.value })
    case 'float':
      return ok({ kind: 'float', value: -number.value.value })
    default:
      return refuse(node)
  }
}

function readNumber(text: string, node: PythonNode): Read {
  if (/__|_$/.test(text)) return refuse(node, 'an underscore stands wrong in this number')
  const digits = text.replaceAll('_', '').toLowerCase()
  if (/^0(?:x[\da-f]+|o[0-7]+|b[01]+)$/.test(digits) || /^(?:0+|[1-9]\d*)$/.test(digits)) {
    return ok({ kind: 'int', value: BigInt(digits) })
  }
  if (/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(digits) && /[.e]/.test(digits)) {
    return ok({ kind: 'float', value: Number(digits) })
  }
  return refuse(
    node,
    digits.endsWith('j') ? 'JSON has no complex numbers' : 'Python cannot read this number',
  )
}
