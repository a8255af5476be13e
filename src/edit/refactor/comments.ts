import { visitNodes, type Located } from '../../yaml/index.ts'

/** The comments in a piece of text, in order. What is quoted, or stands in a text of several lines, is none. `root` holds all its nodes. */
export function commentsIn(text: string, from: number, to: number, root: Located): string[] {
  const masked = text.slice(from, to).split('')
  visitNodes(root.node, root.start, (node, start) => {
    if (node.kind !== 'scalar') return
    const value = start + (node.props?.length ?? 0)
    const end = start + node.length
    // The comment behind the sign of a block scalar is one.
    const isBlock = node.style === 'literal' || node.style === 'folded'
    const first = isBlock ? text.indexOf('\n', value) + 1 : value
    for (let at = Math.max(first, from); at < Math.min(end, to); at++) masked[at - from] = 'x'
  })
  return [...masked.join('').matchAll(/(?:^|\s)(#[^\r\n]*)/g)].map(([, comment = '']) =>
    comment.trimEnd(),
  )
}
