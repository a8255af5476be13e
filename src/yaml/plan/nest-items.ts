import { err, ok, type TextChange } from '../../base/index.ts'
import { lineEnd, nextLine } from '../lines.ts'
import type { Address, YamlTree } from '../tree.ts'
import { wayTo, type Plan } from './change.ts'

/**
 * Plans to make a list of one of each of some items of the list at an address: they stay as they are written, two columns further right. Refused
 * when the address leads through an alias, or to no list.
 */
export function nestItems(tree: YamlTree, address: Address, indices: readonly number[]): Plan {
  const way = wayTo(tree, address)
  if (!way.ok) return way
  const list = way.value.at(-1)
  if (list?.node.kind !== 'seq') return err(`${address.path.join('.')} is not a list.`)
  const { node, start } = list
  const { text } = tree
  return ok(
    indices.flatMap((index): TextChange[] => {
      const item = node.items[index]
      if (item === undefined) return []
      const from = start + item.valueAt
      const to = from + item.value.length
      if (node.flow)
        return [
          { from, to: from, insert: '[' },
          { from: to, to, insert: ']' },
        ]
      return [{ from, to: from, insert: '- ' }, ...linesBelow(text, from, to)]
    }),
  )
}

/** Moves the lines behind the first to the right, but for empty ones. */
function linesBelow(text: string, from: number, to: number): TextChange[] {
  const changes: TextChange[] = []
  for (let at = nextLine(text, from); at < to; at = nextLine(text, at))
    if (lineEnd(text, at) > at) changes.push({ from: at, to: at, insert: '  ' })
  return changes
}
