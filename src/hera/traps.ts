import type { TextRange } from '../base/index.ts'
import { hasPositional } from './function-source.ts'
import { parseJson, serialise } from './json.ts'
import type { PythonParameter } from './parameters.ts'
import { pythonError, pythonWarning, type PythonProblem } from './problem.ts'
import type { PythonFunction } from './signature.ts'
import { childrenOf, parsePython, type PythonNode } from './tree.ts'

/**
 * What is fine in a Python function but goes wrong in the script that is made of it: its body runs as a module,
 * and its parameters are whatever JSON makes of the text that Argo fills in.
 */
export function findPythonTraps(fn: PythonFunction): PythonProblem[] {
  const root = parsePython(fn.code).topNode
  const definition = root.getChild('FunctionDefinition')
  const body = definition?.getChild('Body')
  return [
    ...findLostComments(root, definition),
    ...findUnbound(fn),
    ...fn.parameters.flatMap(findParameterTraps),
    ...(body ? [...findModuleTraps(body), ...findDocstringTraps(fn.code, body)] : []),
  ].sort((a, b) => a.range.from - b.range.from)
}

/**
 * Why a value breaks the script into which Argo fills it, as a sentence; undefined for harmless values. It
 * stands in a raw string between three single quotes, and no `except` catches a syntax error.
 */
export function explainUnsafeValue(value: string): string | undefined {
  if (value.includes("'''")) return "A value with ''' in it ends the script's string too early."
  if (value.endsWith("'")) return "A value that ends with ' ends the script's string too early."
  if (value.endsWith('\\')) return "A value that ends with \\ leaves the script's string open."
  return undefined
}

function findLostComments(
  root: PythonNode,
  definition: PythonNode | null | undefined,
): PythonProblem[] {
  return childrenOf(root)
    .filter((node) => node.name === 'Comment' && definition && node.to <= definition.from)
    .map((node) => {
      const message = 'This comment is not kept: move it into the body of the function.'
      return pythonWarning('comment-outside', message, node)
    })
}

function findUnbound(fn: PythonFunction): PythonProblem[] {
  const first = fn.parameters[0]
  if (!first || hasPositional(fn)) return []
  const message =
    'Hera binds no parameter of a function that has only keyword-only ones: take the `*` away, or read {{inputs.parameters.…}} yourself.'
  return [pythonError('unbound-parameters', message, first.nameRange)]
}

function findParameterTraps(parameter: PythonParameter): PythonProblem[] {
  const { name, nameRange, annotation } = parameter
  const problems: PythonProblem[] = []
  if (!/^[-a-zA-Z0-9_]+$/.test(name)) {
    const message = `Argo does not take \`${name}\` for a parameter: use only A-Z, a-z, 0-9 and _.`
    problems.push(pythonError('parameter-name', message, nameRange))
  }
  if (name === 'json') {
    const message =
      'A parameter `json` hides the module that reads the parameters after it: give it another name.'
    problems.push(pythonWarning('shadowed-json', message, nameRange))
  }
  const value = parameter.default && serialise(parameter.default.value)
  for (const text of [...(value === undefined ? [] : [value]), ...(parameter.enum ?? [])]) {
    const reason = explainUnsafeValue(text)
    const message = `${reason ?? ''} Choose another value.`
    if (reason)
      problems.push(pythonError('unsafe-value', message, parameter.default?.range ?? nameRange))
  }
  if (annotation === 'str' && value !== undefined) {
    const type = parseJson(value)?.kind
    if (type !== undefined && parameter.default) {
      const message = `The annotation does not convert: \`${value}\` arrives as ${type}. Write \`str(${name})\` in the body.`
      problems.push(pythonWarning('not-converted', message, parameter.default.range))
    }
  }
  if (annotation !== undefined) problems.push(...findAnnotationTraps(parameter, annotation))
  return problems
}

function findAnnotationTraps(parameter: PythonParameter, annotation: string): PythonProblem[] {
  const isOptional =
    /^(?:\w+\.)?Optional\[/.test(annotation) || /(?:^|\|)\s*None\s*(?:$|\|)/.test(annotation)
  if (isOptional && parameter.default?.value.kind !== 'none') {
    const message = 'Hera wants the default None for an optional parameter: write `= None`.'
    return [pythonWarning('optional-default', message, parameter.nameRange)]
  }
  if (/^(?:\w+\.)?Annotated\[/.test(annotation)) {
    const message = 'What stands in `Annotated[…]` is not read here: set it in the template.'
    return [pythonWarning('annotated', message, parameter.nameRange)]
  }
  return []
}

/** Statements that need a function around them, outside of functions in the body. */
function findModuleTraps(body: PythonNode): PythonProblem[] {
  const problems: PythonProblem[] = []
  body.cursor().iterate((node) => {
    switch (node.name) {
      case 'FunctionDefinition':
      case 'LambdaExpression':
        return false
      case 'ReturnStatement': {
        const message =
          'The body runs as a script, where `return` is a syntax error: hand a result on with `print(…)`, and leave early with `raise SystemExit`.'
        problems.push(pythonError('return', message, node))
        return
      }
      case 'YieldStatement':
      case 'YieldExpression':
        problems.push(pythonError('yield', outsideFunction('yield'), node))
        return
      case 'await':
      case 'async': {
        const message = `${outsideFunction(node.name)} Put it into an inner \`async def\` and start that with \`asyncio.run(…)\`.`
        if (node.node.parent?.name !== 'FunctionDefinition') {
          problems.push(pythonError('await', message, node))
        }
        return
      }
      case 'nonlocal':
        problems.push(pythonError('nonlocal', outsideFunction('nonlocal'), node))
        return
      default:
        return
    }
  })
  return problems
}

function outsideFunction(word: string): string {
  return `The body runs as a script, where \`${word}\` is a syntax error.`
}

/**
 * Hera prints a docstring line by line and takes the indentation off all lines at once; a line that has less than
 * four spaces makes it leave the rest indented. The script that is made here has no such trouble.
 */
function findDocstringTraps(code: string, body: PythonNode): PythonProblem[] {
  const problems: PythonProblem[] = []
  body.cursor().iterate((node) => {
    const at = node.name === 'Body' ? docstringOf(node.node) : undefined
    const line = at && shallowLine(code, at)
    if (!line) return
    const message =
      'Hera cannot export a docstring with a line that is indented by less than four spaces: indent it like the body.'
    problems.push(pythonWarning('docstring-indentation', message, line))
  })
  return problems
}

function docstringOf(body: PythonNode): PythonNode | undefined {
  const owner = body.parent?.name
  if (owner !== 'FunctionDefinition' && owner !== 'ClassDefinition') return undefined
  const first = childrenOf(body).filter((node) => node.name !== 'Comment' && node.name !== ':')[0]
  return (first?.name === 'ExpressionStatement' && first.getChild('String')) || undefined
}

/** The first line of a string, after the one where it begins, that has text but not four spaces before it. */
function shallowLine(code: string, string: PythonNode): TextRange | undefined {
  const lines = /(?:\r\n|\n|\r)(?! {4})([^\S\r\n]*)([^\s][^\r\n]*)/g
  const match = lines.exec(code.slice(string.from, string.to))
  if (!match) return undefined
  const to = string.from + match.index + match[0].length
  return { from: to - (match[2]?.length ?? 0), to }
}
