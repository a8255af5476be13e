import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@lezer/python'

export type PythonNode = SyntaxNode
export type PythonTree = Tree

/**
 * Parses Python. Never fails: what cannot be read becomes error nodes, see `findSyntaxProblems`. The grammar does
 * not know numbers that end with a dot (`1.`), so it gets to see a digit there; that moves no position.
 */
export function parsePython(code: string): PythonTree {
  return parser.parse(
    code.replace(/(?<![\p{L}\p{N}_.])(\d[\d_]*)\.(?![\d_])/gu, (_, digits: string) => `${digits}0`),
  )
}

/** The direct children of a node, comments included. */
export function childrenOf(node: PythonNode): PythonNode[] {
  const children: PythonNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

/**
 * Where lines begin inside a string. Their white space belongs to the string, so that nobody may indent or
 * dedent them.
 */
export function linesInsideStrings(code: string, tree: PythonTree): ReadonlySet<number> {
  const starts = new Set<number>()
  tree.iterate({
    enter(node) {
      if (node.name !== 'String' && node.name !== 'FormatString') return
      const breaks = /\r\n|\n|\r/g
      breaks.lastIndex = node.from
      for (
        let found = breaks.exec(code);
        found && found.index < node.to;
        found = breaks.exec(code)
      ) {
        starts.add(breaks.lastIndex)
      }
      return false
    },
  })
  return starts
}
