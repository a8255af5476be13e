import { err, ok, type TextChange } from '../../base/index.ts'
import { columnOf, lineEnd, lineStart, nextLine } from '../lines.ts'
import { entryOf, locateAll } from '../locate.ts'
import type { JsonValue } from '../to-value.ts'
import type { Address, Located, ScalarStyle, YamlTree } from '../tree.ts'
import { minimalChange, sharedMessage, wayTo, type Plan } from './change.ts'
import { insertEntry, type EntryOptions } from './insert-entry.ts'
import { indentLine } from './item-text.ts'
import { colonBefore, placeOf } from './place.ts'
import { printBlock, printFlow, printQuoted } from './print.ts'
import { sameTypePlain, scalarText, type ScalarPlace } from './scalar-text.ts'
import { dropTag } from './tags.ts'

/**
 * Plans to set the value under a key of a map, whatever is there now; the key is added when the map has none.
 *
 * A string takes the style of the scalar that it takes the place of. Anchors before the old value stay, and tags if they fit. Refused when
 * `map` does not lead to a map, or leads through an alias, or the value itself is an alias.
 */
export function setEntry(
  tree: YamlTree,
  map: Address,
  key: string,
  value: JsonValue,
  options: EntryOptions = {},
): Plan {
  const way = wayTo(tree, map)
  if (!way.ok) return way
  const target = way.value.at(-1)
  const shared =
    target?.node.kind === 'alias'
      ? sharedMessage(tree, { document: map.document, path: [...map.path, key] })
      : undefined
  if (shared !== undefined) return err(shared)
  if (target?.node.kind !== 'map' || entryOf(target.node, key) === undefined) {
    return insertEntry(tree, map, key, value, options)
  }
  return setValue(tree, { document: map.document, path: [...map.path, key] }, value)
}

/** Plans to replace the value at an address, as `setEntry` does. */
export function setValue(tree: YamlTree, address: Address, value: JsonValue): Plan {
  const way = wayTo(tree, address)
  if (!way.ok) return way
  const target = way.value.at(-1)
  if (target === undefined) return err('There is nothing to set.')
  const { node } = target
  const shared = sharedMessage(tree, address)
  if (shared !== undefined) return err(shared)
  const place = placeOf(tree, address, way.value)
  const spot: Spot = {
    text: tree.text,
    target,
    parent: way.value.at(-2),
    from: target.start + (node.props?.length ?? 0),
    place,
  }
  const changes =
    isNested(value) && !place.flow ? nestedChanges(value, spot) : inlineChanges(value, spot)
  const set = changes
    .flatMap((change) => aroundComment(tree.text, change, place.style.lineBreak))
    .flatMap((change) => minimalChange(tree.text, change))
  return ok([...dropTag(tree.text, target, value), ...set])
}

/** A value's place in the text. */
interface Spot {
  readonly text: string
  readonly target: Located
  readonly parent: Located | undefined
  /** Where the value begins, behind its anchor and tag. */
  readonly from: number
  readonly place: ScalarPlace
}

/** Puts a map or list of lines into place: below its key, or behind its dash. */
function nestedChanges(value: JsonValue, spot: Spot): TextChange[] {
  const { text, target, parent, from, place } = spot
  const { style, parentColumn } = place
  const lines = printBlock(value, style, !wouldSwallow(text, target.end, '', place))
  const indented = (column: number): string[] =>
    lines.map((line) => indentLine(line, Math.max(0, column)))
  if (parent === undefined) return [{ from, to: target.end, insert: lines.join(style.lineBreak) }]
  if (parent.node.kind === 'seq') {
    const gap = gapBefore(spot)
    const insert = indented(columnOf(text, from) + gap.length)
      .join(style.lineBreak)
      .trimStart()
    return [{ from, to: target.end, insert: gap + insert }]
  }
  const column = parentColumn + (Array.isArray(value) ? style.dashIndent : style.indent)
  const insert = indented(column).join(style.lineBreak)
  const line = lineStart(text, from)
  const before = text.slice(line, from)
  if (before.trim() === '' && line > 0) return [{ from: line, to: target.end, insert }]
  const blanks = target.node.kind === 'empty' ? 0 : before.length - before.trimEnd().length
  return [{ from: from - blanks, to: target.end, insert: style.lineBreak + insert }]
}

/** Puts a value that begins on the line of its key or dash into place. */
function inlineChanges(value: JsonValue, spot: Spot): TextChange[] {
  const { text, target, parent, from } = spot
  const insert = inlineText(value, spot)
  const line = lineStart(text, from)
  const isCollection = target.node.kind === 'map' || target.node.kind === 'seq'
  const ownLine = text.slice(line, from).trim() === ''
  const colon =
    isCollection && ownLine && parent !== undefined
      ? colonBefore(text, parent, target.start)
      : undefined
  if (colon === undefined) return [{ from, to: target.end, insert: gapBefore(spot) + insert }]
  // The old value stands on lines of its own, maybe at its key's column, where no scalar may stand: the new one goes to the key.
  // A block scalar would take in comments between the two, and one behind the old value.
  const behind = text.slice(target.end, lineEnd(text, target.end))
  const hasComments =
    text.slice(nextLine(text, colon), line).trim() !== '' || behind.trimStart().startsWith('#')
  const inline =
    hasComments && typeof value === 'string' && /[\r\n]/.test(insert)
      ? printQuoted(value, 'double')
      : insert
  const { head, rest } = splitFirstLine(inline)
  const at = target.node.props === undefined ? colon : text.slice(0, from).trimEnd().length
  return [
    { from: at, to: at, insert: ` ${head}` },
    rest === ''
      ? { from: line, to: nextLine(text, target.end), insert: '' }
      : { from: line, to: target.end, insert: rest.replace(/^(\r\n|\n|\r)/, '') },
  ]
}

/**
 * A text of several lines must not swallow the comment behind the old value: its first line goes before the comment and the
 * others below. At the end of a text without a last line break it brings one, which block scalars need.
 */
function aroundComment(text: string, change: TextChange, lineBreak: string): TextChange[] {
  const { head, rest } = splitFirstLine(change.insert)
  if (rest === '') return [change]
  const end = lineEnd(text, change.to)
  const last = end === text.length ? lineBreak : ''
  const behind = text.slice(change.to, end)
  if (!behind.trimStart().startsWith('#')) return [{ ...change, insert: change.insert + last }]
  return [
    { ...change, insert: head },
    { from: end, to: end, insert: rest + last },
  ]
}

/** A text's first line and the rest, which begins with the line break. */
function splitFirstLine(text: string): { readonly head: string; readonly rest: string } {
  const end = lineEnd(text, 0)
  return { head: text.slice(0, end), rest: text.slice(end) }
}

/** The blank that is due between a colon, dash or comma and a value where there was none. */
function gapBefore({ text, target, from }: Spot): string {
  return target.node.kind === 'empty' && /[:\-,?]/.test(text[from - 1] ?? '') ? ' ' : ''
}

function isNested(value: JsonValue): boolean {
  return value !== null && typeof value === 'object' && Object.keys(value).length > 0
}

function inlineText(value: JsonValue, { text, target, place }: Spot): string {
  if (typeof value !== 'string') return printFlow(value, place.style)
  const { node } = target
  const like: ScalarStyle | undefined = node.kind === 'scalar' ? node.style : undefined
  if (like === 'plain' && node.kind === 'scalar' && sameTypePlain(node.value, value)) return value
  const printed = scalarText(value, place, like)
  return /[\r\n]/.test(printed) && wouldSwallow(text, target.end, printed, place)
    ? printQuoted(value, 'double')
    : printed
}

/**
 * Whether a block scalar would take in the lines below it: comments that are indented more than its key, or, if it keeps trailing line
 * breaks, blank lines.
 */
function wouldSwallow(text: string, end: number, printed: string, place: ScalarPlace): boolean {
  let line = nextLine(text, end)
  while (line < text.length) {
    const content = text.slice(line, lineEnd(text, line))
    if (content.trim() !== '')
      return /^\s*#/.test(content) && content.search(/\S/) > place.parentColumn
    if (/^[|>]\d?\+/.test(printed)) return true
    line = nextLine(text, line)
  }
  return false
}

/**
 * Plans to set the value at a path of which only a beginning may exist: the missing maps are made, and a list where the path has the
 * index 0. `options` place the first key that is missing.
 */
export function setDeep(
  tree: YamlTree,
  address: Address,
  value: JsonValue,
  options: EntryOptions = {},
): Plan {
  const { document, path } = address
  const depth = locateAll(tree, address).length - 1
  if (depth >= path.length) return setValue(tree, address, value)
  const key = path[depth]
  if (typeof key !== 'string')
    return err(`There is no ${path.slice(0, depth + 1).join('.')} in the file.`)
  const inner = path
    .slice(depth + 1)
    .reduceRight<JsonValue>(
      (built, part) => (typeof part === 'number' ? [built] : { [part]: built }),
      value,
    )
  return setEntry(tree, { document, path: path.slice(0, depth) }, key, inner, options)
}
