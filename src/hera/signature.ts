import { err, ok, type Result, type TextRange } from '../base/index.ts'
import { dedentRange } from './indent.ts'
import { readParameters, type PythonParameter } from './parameters.ts'
import { pythonError, type PythonProblem } from './problem.ts'
import { findSyntaxProblems } from './syntax.ts'
import { childrenOf, parsePython, type PythonNode, type PythonTree } from './tree.ts'

/** A function that is to be the script of a template. */
export interface PythonFunction {
  /** The text that was parsed; all ranges are in it. */
  readonly code: string
  readonly name: string
  readonly nameRange: TextRange
  readonly isAsync: boolean
  /** From `def` to the colon, with a comment after it: what to remember, for the manifest does not hold it. */
  readonly signature: string
  readonly parameters: readonly PythonParameter[]
  /** The return annotation as it is written. */
  readonly returns: string | undefined
  /** As it was typed, dedented, with LF as line end, without blank lines at the end. */
  readonly body: string
  readonly bodyRange: TextRange
}

/**
 * Reads a text that is a single function. Refused, with all reasons: what Python cannot read, decorators and
 * any other code beside the function (a script template takes only the body along), and defaults that no
 * manifest can hold. Comments after the function count as part of its body.
 */
export function parseFunction(code: string): Result<PythonFunction, readonly PythonProblem[]> {
  const tree = parsePython(code)
  const syntax = findSyntaxProblems(code, tree)
  if (syntax.length > 0) return err(syntax)
  const statements = childrenOf(tree.topNode).filter((node) => node.name !== 'Comment')
  const definition = statements.find((node) => node.name === 'FunctionDefinition')
  const outside = statements.filter((node) => node !== definition)
  const problems = outside.map((node) => explainOutside(code, node, definition))
  if (!definition) {
    if (problems.length > 0) return err(problems)
    const message = 'There is no function: write one, such as `def echo(message): print(message)`.'
    return err([pythonError('no-function', message, { from: 0, to: code.length })])
  }
  if (indentationAt(code, definition.from) !== '') {
    const message = 'The function must begin at the start of the line: remove the space before it.'
    problems.push(pythonError('indented-function', message, definition))
  }
  if (problems.length > 0) return err(problems)
  return readDefinition(code, tree, definition)
}

function readDefinition(
  code: string,
  tree: PythonTree,
  definition: PythonNode,
): Result<PythonFunction, readonly PythonProblem[]> {
  const parts = childrenOf(definition)
  const part = (name: string): PythonNode | undefined => parts.find((node) => node.name === name)
  const [name, list, body, returns] = [
    part('VariableName'),
    part('ParamList'),
    part('Body'),
    part('TypeDef'),
  ]
  if (!name || !list || !body) {
    const message = 'Python cannot read this function.'
    return err([pythonError('syntax', message, definition)])
  }
  const { parameters, problems } = readParameters(code, list)
  const place = placeBody(code, body)
  problems.push(...findMixedIndentation(code, body, place))
  if (problems.length > 0) return err(problems)
  return ok({
    code,
    name: code.slice(name.from, name.to),
    nameRange: { from: name.from, to: name.to },
    isAsync: part('async') !== undefined,
    signature: code.slice(definition.from, place.signatureEnd).replace(/\r\n?/g, '\n'),
    parameters,
    returns: returns && code.slice(returns.from + 2, returns.to).trim(),
    body: dedentRange(code, tree, place.range, place.indentation),
    bodyRange: place.range,
  })
}

interface BodyPlace {
  readonly signatureEnd: number
  readonly range: TextRange
  /** What stands before the first statement; empty when that follows the colon on its line. */
  readonly indentation: string
}

function placeBody(code: string, body: PythonNode): BodyPlace {
  const parts = childrenOf(body)
  const colon = parts[0]?.to ?? body.from
  const first = parts.slice(1).find((node) => node.name !== 'Comment') ?? body
  const to = code.trimEnd().length
  // White space after the last statement is as typed; only blank lines go.
  const end = to + (/^[^\S\r\n]*/.exec(code.slice(to))?.[0].length ?? 0)
  const lineEnd = /\r\n|\n|\r/.exec(code.slice(colon, first.from))
  if (!lineEnd)
    return { signatureEnd: colon, range: { from: first.from, to: end }, indentation: '' }
  const comment = parts[1]?.name === 'Comment' && parts[1].from < colon + lineEnd.index
  return {
    signatureEnd: comment && parts[1] ? parts[1].to : colon,
    range: { from: colon + lineEnd.index + lineEnd[0].length, to: end },
    indentation: indentationAt(code, first.from) ?? '',
  }
}

/** The white space before an offset, if nothing else stands before it on its line. */
function indentationAt(code: string, offset: number): string | undefined {
  const line = code.slice(
    Math.max(code.lastIndexOf('\n', offset - 1), code.lastIndexOf('\r', offset - 1)) + 1,
    offset,
  )
  return line.trim() === '' ? line : undefined
}

/** Python refuses tabs here and spaces there; the tree counts columns and does not see it. */
function findMixedIndentation(code: string, body: PythonNode, place: BodyPlace): PythonProblem[] {
  return childrenOf(body)
    .slice(1)
    .filter((node) => node.name !== 'Comment')
    .filter((node) => (indentationAt(code, node.from) ?? place.indentation) !== place.indentation)
    .map((node) => {
      const message =
        'This line is indented with other characters than the first one: use spaces, or tabs, everywhere.'
      return pythonError('mixed-indentation', message, node)
    })
}

function explainOutside(
  code: string,
  node: PythonNode,
  definition: PythonNode | undefined,
): PythonProblem {
  if (node.name === 'DecoratedStatement') {
    const decorator = node.getChild('Decorator') ?? node
    const message =
      'A script has no decorators: remove it. Its settings are fields of the template.'
    return pythonError('decorator', message, decorator)
  }
  if (node.name === 'FunctionDefinition') {
    const message =
      'A template holds one function: move this one into it, or into a template of its own.'
    return pythonError('several-functions', message, node)
  }
  if (node.name === 'ImportStatement') {
    const message =
      'Only the body of the function goes into the script: move this import into the body.'
    return pythonError('code-outside', message, node)
  }
  const indented =
    definition !== undefined && node.from > definition.from && indentationAt(code, node.from) !== ''
  const message = indented
    ? 'This line is indented less than the body of the function: indent it like the lines above.'
    : 'Only the body of the function goes into the script: move this into the body.'
  return pythonError('code-outside', message, node)
}
