import { printOperand } from './operand.ts'
import type { Replacement } from './problem.ts'
import { quoteRun } from './run.ts'
import type { WhenBinary, WhenNode } from './tree.ts'

/**
 * A comparison with double quotes around everything that has none, so that texts are compared with texts; nothing where a side
 * is more than a text. Quotes that are there stay.
 */
export function quoteComparison(text: string, node: WhenBinary): Replacement | undefined {
  const left = quoted(text, node.left)
  const right = quoted(text, node.right)
  if (left === undefined || right === undefined) return undefined
  const between = text.slice(node.left.range.to, node.right.range.from)
  const { range } = node
  const next = left + between + right
  return next === text.slice(range.from, range.to) ? undefined : { range, text: next }
}

function quoted(text: string, node: WhenNode): string | undefined {
  const { range } = node
  const source = text.slice(range.from, range.to)
  switch (node.kind) {
    case 'operand':
      if (node.form === 'string') return source
      return printOperand({ text: node.value, quoted: 'double' })
    case 'group':
      return quotedList(text, node.inner, source, range.from)
    case 'binary':
    case 'prefix':
      return isRun(text, node) ? quoteRun(text, range).replacement?.text : undefined
    default:
      return undefined
  }
}

/** The entries of a list in their parentheses, each quoted. */
function quotedList(
  text: string,
  node: WhenNode,
  source: string,
  offset: number,
): string | undefined {
  if (node.kind !== 'list') return undefined
  let result = source
  for (const item of node.items.toReversed()) {
    const next = item.kind === 'group' ? undefined : quoted(text, item)
    if (next === undefined) return undefined
    const { from, to } = item.range
    result = result.slice(0, from - offset) + next + result.slice(to - offset)
  }
  return result
}

/** Whether a calculation is written without a gap, as `foo-bar`: a text that lacks its quotes, most likely. */
export function isRun(text: string, node: WhenNode): boolean {
  const { from, to } = node.range
  return !/[\s()"'[\]]/.test(text.slice(from, to).replaceAll(/\{\{.*?\}\}/gs, ''))
}
