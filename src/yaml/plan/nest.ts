import { err, ok, type TextChange } from '../../base/index.ts'
import { columnOf, lineEnd, lineStart, nextLine } from '../lines.ts'
import { keyText } from '../locate.ts'
import type { Address, Located, YamlTree } from '../tree.ts'
import { wayTo, type Plan, type SharedText } from './change.ts'
import { extentOf } from './extent.ts'
import { colonBefore } from './place.ts'
import { styleOf } from './style.ts'

/**
 * Plans to put the value of a key one level deeper, under a key of its own: `spec: X` becomes `spec: {key: X}`. The value keeps its
 * comments, anchors and block scalars; its lines move to the right. Refused when the address leads through an alias.
 */
export function nestValue(tree: YamlTree, address: Address, key: string): Plan {
  const spot = spotOf(tree, address)
  if (typeof spot === 'string' || 'anchor' in spot) return err(spot)
  const { text } = tree
  const { value, colon, column, quoted, isFlow } = spot
  const name = quoted ? JSON.stringify(key) : key
  if (isFlow) {
    return ok([
      { from: value.start, to: value.start, insert: `{${name}: ` },
      { from: value.end, to: value.end, insert: '}' },
    ])
  }
  const { indent, lineBreak } = styleOf(tree, address.document)
  if (!isBelow(text, value)) {
    const insert = `${lineBreak}${' '.repeat(column + indent)}${name}: `
    return ok([
      { from: colon, to: value.start, insert: value.node.length === 0 ? insert.trimEnd() : insert },
      ...linesOf(text, nextLineIn(text, value), value.end).map((at) => indentAt(at, indent)),
    ])
  }
  const { props, from } = propsOf(text, value)
  const inner = contentColumn(text, value)
  const begin = nextLine(text, colon)
  const { to } = extentOf(text, lineStart(text, colon) + column, value.end)
  const gone = props === '' ? [] : [{ from: colon, to: from + props.length, insert: '' }]
  const head = `${' '.repeat(inner)}${name}:${props === '' ? '' : ` ${props}`}${lineBreak}`
  const lines = linesOf(text, begin, to)
  const [first = begin, ...rest] = lines[0] === begin ? lines : [begin, ...lines]
  return ok([
    ...gone,
    {
      from: first,
      to: first,
      insert: head + (lines[0] === begin ? ' '.repeat(inner - column) : ''),
    },
    ...rest.map((at) => indentAt(at, inner - column)),
  ])
}

/**
 * Plans the opposite of `nestValue`: the value of the one key that the map at an address has takes the place of that map. Refused when
 * the map has other keys, or an anchor.
 */
export function unnestValue(tree: YamlTree, address: Address): Plan {
  const spot = spotOf(tree, address)
  if (typeof spot === 'string' || 'anchor' in spot) return err(spot)
  const { text } = tree
  const { value: map, colon } = spot
  const entry = map.node.kind === 'map' ? map.node.entries[0] : undefined
  if (map.node.kind !== 'map' || entry === undefined || map.node.entries.length > 1)
    return err(`${address.path.join('.')} holds other keys as well.`)
  if (map.node.props !== undefined)
    return err(`${address.path.join('.')} has an anchor or a tag. Remove it first.`)
  const inner = { node: entry.value, start: map.start + entry.valueAt, end: 0 }
  const value: Located = { ...inner, end: inner.start + inner.node.length }
  if (map.node.flow) {
    return ok([
      { from: map.start, to: value.start, insert: '' },
      { from: value.end, to: map.end, insert: '' },
    ])
  }
  const at = map.start + entry.at
  const column = columnOf(text, at)
  const line = lineStart(text, at)
  const keyEnd = map.start + entry.keyAt + entry.key.length
  if (!isBelow(text, value)) {
    const shift = column - spot.column
    const source = text.slice(value.start, value.end)
    const moved = source.replaceAll(new RegExp(`(\\r\\n|\\n|\\r) {1,${String(shift)}}`, 'g'), '$1')
    const rest = commentOf(text.slice(value.end, lineEnd(text, value.end)))
    const tail = rest === '' ? '' : `${' '.repeat(column)}${rest}${lineBreakAt(text, value.end)}`
    return ok([
      { from: colon, to: colon, insert: value.node.length === 0 ? '' : ` ${moved}` },
      { from: line, to: nextLine(text, value.end), insert: tail },
    ])
  }
  const { props, from } = propsOf(text, value)
  const delta = contentColumn(text, value) - column
  const behind = text.slice(props === '' ? keyEnd : from + props.length, lineEnd(text, keyEnd))
  const comment = commentOf(behind)
  const begin = nextLine(text, keyEnd)
  const { to } = extentOf(text, at, value.end)
  return ok([
    ...(props === '' ? [] : [{ from: colon, to: colon, insert: ` ${props}` }]),
    {
      from: line,
      to: begin,
      insert: comment === '' ? '' : `${' '.repeat(column)}${comment}${lineBreakAt(text, keyEnd)}`,
    },
    ...linesOf(text, begin, to).flatMap((start) => dedentAt(text, start, delta)),
  ])
}

interface ValueSpot {
  readonly value: Located
  /** Offset after the colon of its key. */
  readonly colon: number
  /** Column of its key. */
  readonly column: number
  readonly isFlow: boolean
  /** Whether the key is in double quotes, as in JSON. */
  readonly quoted: boolean
}

function spotOf(tree: YamlTree, address: Address): ValueSpot | SharedText | string {
  const way = wayTo(tree, address)
  if (!way.ok) return way.error
  const [parent, value] = [way.value.at(-2), way.value.at(-1)]
  const name = address.path.join('.')
  if (parent?.node.kind !== 'map' || value === undefined) return `${name} is no key of a map.`
  const colon = colonBefore(tree.text, parent, value.start)
  const entry = parent.node.entries.find(({ valueAt }) => parent.start + valueAt === value.start)
  if (colon === undefined || entry === undefined || keyText(entry) === undefined)
    return `${name} has no colon behind its key.`
  return {
    value,
    colon,
    column: columnOf(tree.text, parent.start + entry.at),
    isFlow: parent.node.flow,
    quoted: entry.key.kind === 'scalar' && entry.key.style === 'double',
  }
}

/** Whether a value is a block map or list that begins on a line below its key. */
function isBelow(text: string, { node, start }: Located): boolean {
  if ((node.kind !== 'map' && node.kind !== 'seq') || node.flow) return false
  const first = node.kind === 'map' ? node.entries[0] : node.items[0]
  return (
    first !== undefined &&
    !/\S/.test(text.slice(lineStart(text, start + first.at), start + first.at))
  )
}

function contentColumn(text: string, { node, start }: Located): number {
  const first =
    node.kind === 'map' ? node.entries[0] : node.kind === 'seq' ? node.items[0] : undefined
  return columnOf(text, start + (first?.at ?? 0))
}

/** Anchor and tag of a value as they are written, and where. */
function propsOf(text: string, { node, start }: Located): { props: string; from: number } {
  if (node.props === undefined) return { props: '', from: start }
  const source = text.slice(start, start + node.props.length)
  return { props: /^[&!]\S*(?:[ \t]+[&!]\S*)*/.exec(source)?.[0] ?? '', from: start }
}

function commentOf(tail: string): string {
  return /(?:^|\s)(#.*)$/.exec(tail)?.[1] ?? ''
}

function lineBreakAt(text: string, offset: number): string {
  return text.slice(lineEnd(text, offset), nextLine(text, offset))
}

/** Starts of the lines between two offsets that hold anything at all. */
function linesOf(text: string, from: number, to: number): number[] {
  const starts: number[] = []
  for (let at = from; at < to; at = nextLine(text, at)) if (lineEnd(text, at) > at) starts.push(at)
  return starts
}

function nextLineIn(text: string, value: Located): number {
  return Math.min(nextLine(text, value.start), value.end)
}

function indentAt(at: number, by: number): TextChange {
  return { from: at, to: at, insert: ' '.repeat(by) }
}

function dedentAt(text: string, at: number, by: number): TextChange[] {
  let to = at
  while (to < at + by && text[to] === ' ') to++
  return to === at ? [] : [{ from: at, to, insert: '' }]
}
