import { ok } from '../../base/index.ts'
import type { Address, YamlTree } from '../tree.ts'
import { wayTo, type Plan } from './change.ts'
import { printQuoted } from './print.ts'
import { styleOf } from './style.ts'

/**
 * Plans to put the plain scalar at an address into quotes, in the style of the file, so that it is the text that stands there. Its anchor and tag
 * stay. Nothing changes where there is no plain scalar.
 */
export function quoteValue(tree: YamlTree, address: Address): Plan {
  const way = wayTo(tree, address)
  if (!way.ok) return way
  const target = way.value.at(-1)
  if (target?.node.kind !== 'scalar' || target.node.style !== 'plain') return ok([])
  const { node, start, end } = target
  const quotes = styleOf(tree, address.document).singleQuotes ? 'single' : 'double'
  const from = start + (node.props?.length ?? 0)
  return ok([{ from, to: end, insert: printQuoted(node.value, quotes) }])
}
