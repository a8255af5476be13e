import type { Path } from '../base/index.ts'
import {
  addressAt,
  locate,
  parseTree,
  visitNodes,
  wholeAt,
  type Address,
  type ItemText,
  type YamlNode,
  type YamlTree,
} from '../yaml/index.ts'
import type { Refusal } from './command.ts'

/** An anchor inside something, and an alias of it outside. */
export interface AnchorUse {
  readonly anchor: string
  readonly usedAt: Address
}

/** The first anchor at or under the given addresses that an alias elsewhere stands for; nothing when there is none. */
export function anchorUsedElsewhere(
  tree: YamlTree,
  document: number,
  paths: readonly Path[],
): AnchorUse | undefined {
  const whole = wholeAt(tree, document)
  if (whole?.hasAnchors !== true) return undefined
  const inside = new Set<YamlNode>()
  for (const path of paths) {
    const node = locate(tree, { document, path })?.node
    if (node !== undefined) inside.add(node)
  }
  const anchors = new Set<string>()
  for (const node of inside) {
    visitNodes(node, 0, (inner) => {
      if (inner.props?.anchor !== undefined) anchors.add(inner.props.anchor)
    })
  }
  let use: AnchorUse | undefined
  visitNodes(
    whole.root,
    whole.at + whole.rootAt,
    (node, start) => {
      if (use === undefined && node.kind === 'alias' && anchors.has(node.name))
        use = { anchor: node.name, usedAt: addressAt(tree, start) }
    },
    (node) => inside.has(node),
  )
  return use
}

/** Says why something cannot go because of an anchor in it; the way out is to write out the alias that needs it. */
export function anchorMessage(what: string, { anchor, usedAt }: AnchorUse): Refusal {
  const message = `${what} holds the anchor &${anchor}, which ${usedAt.path.join('.')} uses as *${anchor}. Replace that alias by its own text first.`
  return { message, at: usedAt, shared: { anchor, at: usedAt, choices: ['expand'] } }
}

/** The text of an item without the anchors in it, for a copy: two anchors of one name would change what aliases below mean. */
export function withoutAnchors(item: ItemText): ItemText {
  const text = item.lines.join('\n')
  const [document] = parseTree(text).documents
  if (document?.hasAnchors !== true) return item
  const spans: { from: number; to: number }[] = []
  visitNodes(document.root, document.at + document.rootAt, (node, start) => {
    if (node.props?.anchor === undefined) return
    const anchor = new RegExp(`&${escaped(node.props.anchor)}(?=\\s|$)[ \\t]*`)
    const match = anchor.exec(text.slice(start, start + node.props.length))
    if (match === null) return
    const to = start + match.index + match[0].length
    let from = start + match.index
    // An anchor that ends its line leaves no blank behind.
    if (to === text.length || text[to] === '\n') while (text[from - 1] === ' ') from--
    spans.push({ from, to })
  })
  let result = text
  for (const { from, to } of spans.toReversed()) result = result.slice(0, from) + result.slice(to)
  return { ...item, lines: result.split('\n') }
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
