import { err, ok } from '../../base/index.ts'
import { columnOf, nextLine } from '../lines.ts'
import { keyText } from '../locate.ts'
import type { JsonValue } from '../to-value.ts'
import type { Address, Located, YamlMap, YamlTree } from '../tree.ts'
import { wayTo, type Plan } from './change.ts'
import { extentOf } from './extent.ts'
import { placeOf } from './place.ts'
import { isPlainSafe, printBlock, printFlow, printQuoted } from './print.ts'
import { scalarText } from './scalar-text.ts'

import { styleOf } from './style.ts'

/** Where a new key goes. */
export interface EntryOptions {
  /** Keys that should stand before the new one, where there are any; by default, all. */
  readonly after?: readonly string[]
}

/**
 * Plans to add a key to a map, which may be empty or not there yet (`key:` with nothing behind it). A new entry stands on lines of
 * its own, indented like its siblings. Refused when `map` leads to something else, or through an alias.
 */
export function insertEntry(
  tree: YamlTree,
  map: Address,
  key: string,
  value: JsonValue,
  options: EntryOptions = {},
): Plan {
  const way = wayTo(tree, map)
  if (!way.ok) return way
  const target = way.value.at(-1)
  if (target === undefined) return err('There is no map.')
  const { node } = target
  const style = styleOf(tree, map.document)
  if (node.kind === 'map' && node.entries.length > 0) {
    return node.flow
      ? insertInFlow(
          { ...target, node },
          `${keySource(key, true)}: ${printFlow(value, style)}`,
          options,
        )
      : insertInBlock(tree, map, { ...target, node }, key, value, options)
  }
  const isVoid =
    node.kind === 'empty' ||
    node.kind === 'map' ||
    (node.kind === 'scalar' && node.value === 'null')
  if (!isVoid) return err(`${map.path.join('.')} is not a map, so ${key} cannot be set in it.`)
  const from = target.start + (node.props?.length ?? 0)
  const place = placeOf(tree, map, way.value)
  if (place.flow) {
    return ok([
      { from, to: target.end, insert: `{${keySource(key, true)}: ${printFlow(value, style)}}` },
    ])
  }
  const parent = way.value.at(-2)?.node.kind
  if (parent === 'seq') {
    // In a list, the map begins on the line of its dash.
    const column = columnOf(tree.text, from) + (node.kind === 'empty' ? 1 : 0)
    const lines = entryLines(tree, map.document, column, key, value)
    const gap = node.kind === 'empty' ? ' ' : ''
    return ok([{ from, to: target.end, insert: gap + lines.trimStart() }])
  }
  const column = Math.max(0, place.parentColumn + style.indent)
  const lines = entryLines(tree, map.document, column, key, value)
  if (parent === undefined) return ok([{ from, to: target.end, insert: lines + style.lineBreak }])
  // `key: {}` becomes `key:` and a line; a comment behind it stays on the first line.
  const blanks =
    node.kind === 'empty' ? 0 : (/[ \t]*$/.exec(tree.text.slice(0, from))?.[0].length ?? 0)
  const rest = tree.text.slice(target.end, nextLine(tree.text, target.end))
  if (/\S/.test(rest)) {
    const lineAfter = nextLine(tree.text, target.end)
    return ok([
      ...(target.end > from ? [{ from: from - blanks, to: target.end, insert: '' }] : []),
      { from: lineAfter, to: lineAfter, insert: lines + style.lineBreak },
    ])
  }
  return ok([{ from: from - blanks, to: target.end, insert: style.lineBreak + lines }])
}

function insertInBlock(
  tree: YamlTree,
  address: Address,
  map: Located<YamlMap>,
  key: string,
  value: JsonValue,
  { after }: EntryOptions,
): Plan {
  const { text } = tree
  const { lineBreak } = styleOf(tree, address.document)
  const { entries } = map.node
  const last =
    after === undefined
      ? entries.length - 1
      : entries.findLastIndex((entry) => after.includes(keyText(entry) ?? ''))
  const before = entries[last]
  const first = entries[0]
  if (first === undefined) return err('The map is empty.')
  const column = columnOf(text, map.start + first.at)
  const lines = entryLines(tree, address.document, column, key, value)
  if (before === undefined) {
    const at = map.start + first.at
    return ok([{ from: at, to: at, insert: lines.trimStart() + lineBreak + ' '.repeat(column) }])
  }
  const end =
    map.start + Math.max(before.keyAt + before.key.length, before.valueAt + before.value.length)
  const { to } = extentOf(text, map.start + before.at, end)
  const needsBreak = to === text.length && !/[\r\n]$/.test(text)
  return ok([{ from: to, to, insert: (needsBreak ? lineBreak : '') + lines + lineBreak }])
}

function insertInFlow(map: Located<YamlMap>, entry: string, { after }: EntryOptions): Plan {
  const { entries } = map.node
  const last =
    after === undefined
      ? entries.length - 1
      : entries.findLastIndex((other) => after.includes(keyText(other) ?? ''))
  const before = entries[last]
  if (before !== undefined) {
    const at =
      map.start + Math.max(before.keyAt + before.key.length, before.valueAt + before.value.length)
    return ok([{ from: at, to: at, insert: `, ${entry}` }])
  }
  const at = map.start + (entries[0]?.at ?? 1)
  return ok([{ from: at, to: at, insert: `${entry}, ` }])
}

/** The lines of an entry, indented, without the last line break. */
function entryLines(
  tree: YamlTree,
  document: number,
  column: number,
  key: string,
  value: JsonValue,
): string {
  const style = styleOf(tree, document)
  const margin = ' '.repeat(column)
  if (typeof value === 'string') {
    const text = scalarText(value, { flow: false, parentColumn: column, style })
    return `${margin}${keySource(key, false)}: ${text}`
  }
  const lines = printBlock({ [key]: value }, style)
  return lines.map((line) => (line === '' ? '' : margin + line)).join(style.lineBreak)
}

function keySource(key: string, flow: boolean): string {
  return isPlainSafe(key, flow) ? key : printQuoted(key, 'double')
}
