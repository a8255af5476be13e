import type { TextRange } from '../base/index.ts'
import { childrenOf, parsePython, type PythonNode } from './tree.ts'

/**
 * Where a Python text names a variable, in order: where it is read, written or, with `isFunction`, declared as a parameter of the function that
 * the text is. Attributes, keywords of calls and texts are none; in the fields of f-strings it is. Functions inside that have a parameter of
 * that name are left out, for it is theirs.
 */
export function variableUses(
  code: string,
  name: string,
  { isFunction = false }: { readonly isFunction?: boolean } = {},
): readonly TextRange[] {
  const found: TextRange[] = []
  // Most texts that are asked about do not have the name at all.
  if (!code.includes(name)) return found
  const visit = (node: PythonNode, isOutermost: boolean): void => {
    if (node.name === 'VariableName') {
      if (code.slice(node.from, node.to) === name && !isKeyword(node))
        found.push({ from: node.from, to: node.to })
      return
    }
    const isDefinition = node.name === 'FunctionDefinition' || node.name === 'LambdaExpression'
    if (isDefinition && !isOutermost && binds(node, code, name)) return
    for (const child of childrenOf(node)) visit(child, isOutermost && !isDefinition)
  }
  visit(parsePython(code).topNode, isFunction)
  return found
}

/** Whether a name in a call is that of the parameter which is given: `f(x=1)`. */
function isKeyword(node: PythonNode): boolean {
  return node.parent?.name === 'ArgList' && node.nextSibling?.name === 'AssignOp'
}

function binds(node: PythonNode, code: string, name: string): boolean {
  const list = childrenOf(node).find((child) => child.name === 'ParamList')
  return (
    list !== undefined &&
    childrenOf(list).some(
      (child) =>
        child.name === 'VariableName' &&
        code.slice(child.from, child.to) === name &&
        child.prevSibling?.name !== 'AssignOp',
    )
  )
}
