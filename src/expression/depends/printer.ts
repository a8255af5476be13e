import { assertNever } from '../../base/index.ts'
import type { DependsNode } from './tree.ts'

/** A `depends` as text, with one space around operators. Reading it again gives the same tree but for ranges. */
export function printDepends(node: DependsNode): string {
  switch (node.kind) {
    case 'task':
      return node.result === undefined ? node.task : `${node.task}.${node.result}`
    case 'not':
      return `!${printDepends(node.operand)}`
    case 'binary':
      return `${printDepends(node.left)} ${node.operator} ${printDepends(node.right)}`
    case 'group':
      return `(${printDepends(node.inner)})`
    default:
      return assertNever(node)
  }
}
