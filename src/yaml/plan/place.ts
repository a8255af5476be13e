import { columnOf } from '../lines.ts'
import type { Address, Located, YamlTree } from '../tree.ts'
import type { ScalarPlace } from './scalar-text.ts'
import { styleOf } from './style.ts'

/** Where the value at an address stands, for printing another one there. `way` is what `wayTo` gave for the address. */
export function placeOf(tree: YamlTree, address: Address, way: readonly Located[]): ScalarPlace {
  const style = styleOf(tree, address.document)
  const parent = way.at(-2)
  const flow = way
    .slice(0, -1)
    .some(({ node }) => (node.kind === 'map' || node.kind === 'seq') && node.flow)
  const target = way.at(-1)
  const contentColumn = target === undefined ? undefined : blockColumn(tree.text, target)
  return {
    flow,
    parentColumn:
      parent === undefined
        ? -style.indent
        : columnOf(tree.text, parent.start + (parent.node.props?.length ?? 0)),
    ...(contentColumn === undefined ? {} : { contentColumn }),
    style,
  }
}

/** Column of the content of a block scalar that has any. */
function blockColumn(text: string, target: Located): number | undefined {
  const { node } = target
  if (node.kind !== 'scalar' || (node.style !== 'literal' && node.style !== 'folded'))
    return undefined
  const source = text.slice(target.start, target.end)
  const first = /[\r\n]( *)[^ \r\n]/.exec(source)
  // With an indentation indicator, the first line may begin with blanks of its own: then the lines are laid out anew.
  return first === null || /^[|>][+-]?\d/.test(source) ? undefined : first[1]?.length
}

/** Offset after the colon of the entry whose value begins at `value`. */
export function colonBefore(text: string, parent: Located, value: number): number | undefined {
  if (parent.node.kind !== 'map') return undefined
  const entry = parent.node.entries.find(({ valueAt }) => parent.start + valueAt === value)
  if (entry === undefined) return undefined
  const colon = text.indexOf(':', parent.start + entry.keyAt + entry.key.length)
  return colon < 0 || colon > value ? undefined : colon + 1
}
