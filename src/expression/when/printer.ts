import { assertNever } from '../../base/index.ts'
import type { WhenOperand, WhenNode } from './tree.ts'

/**
 * A condition's tree as text, with one space around operators and operands as they were written. Reading it
 * again gives the same tree. `operand` may write operands differently, for people to read.
 */
export function printWhen(
  node: WhenNode,
  operand: (node: WhenOperand) => string = (leaf) => leaf.text,
): string {
  const print = (child: WhenNode): string => printWhen(child, operand)
  switch (node.kind) {
    case 'operand':
      return operand(node)
    case 'prefix':
      return node.operator + print(node.operand)
    case 'binary':
      return `${print(node.left)} ${node.operator} ${print(node.right)}`
    case 'group':
      return `(${print(node.inner)})`
    case 'list':
      return node.items.map(print).join(', ')
    case 'call':
      return print(node.callee) + print(node.argument)
    case 'nothing':
      return ''
    default:
      return assertNever(node)
  }
}
