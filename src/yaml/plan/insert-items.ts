import { err, ok } from '../../base/index.ts'
import { columnOf, lineStart, nextLine, splitLines } from '../lines.ts'
import { itemsOf } from '../locate.ts'
import { anchorsOf } from '../marks.ts'
import { isJsonArray, toValue } from '../to-value.ts'
import type { Address, Located, YamlNode, YamlSeq, YamlTree } from '../tree.ts'
import { parseTree } from '../parse.ts'
import { wayTo, type Plan } from './change.ts'
import { indentLine, itemExtent, itemText, type ItemText } from './item-text.ts'
import { printFlow } from './print.ts'
import { styleOf, type TextStyle } from './style.ts'

/**
 * Plans to insert items into a list before the item that is at `index` now; at the list's end when there is none. New items take the
 * list's own column and, where its items are set apart by blank lines, such a line too. An empty list, or nothing where a list may
 * stand, becomes one. A list in brackets keeps them when the items are short enough to stand there, else becomes a block.
 */
export function insertItems(
  tree: YamlTree,
  list: Address,
  index: number,
  items: readonly ItemText[],
): Plan {
  if (items.length === 0) return ok([])
  const way = wayTo(tree, list)
  if (!way.ok) return way
  const target = way.value.at(-1)
  if (target === undefined) return err('There is no list.')
  const { node } = target
  const style = styleOf(tree, list.document)
  if (node.kind === 'seq' && !node.flow && node.items.length > 0) {
    return insertInBlock(tree.text, { ...target, node }, index, items, style)
  }
  const inFlow = way.value
    .slice(0, -1)
    .some((outer) => outer.node.kind !== 'scalar' && 'flow' in outer.node && outer.node.flow)
  if (node.kind === 'seq' && (inFlow || (node.items.length > 0 && items.every(isShort)))) {
    return insertInFlow({ ...target, node }, index, items, style)
  }
  if (node.kind !== 'seq' && node.kind !== 'empty')
    return err(`${list.path.join('.')} is not a list.`)
  const old =
    node.kind === 'seq'
      ? node.items.flatMap((_, at) => itemText(tree.text, { ...target, node }, at) ?? [])
      : []
  return unfold(tree, way.value, [...old.slice(0, index), ...items, ...old.slice(index)], style)
}

function insertInBlock(
  text: string,
  seq: Located<YamlSeq>,
  index: number,
  items: readonly ItemText[],
  style: TextStyle,
): Plan {
  const { lineBreak } = style
  const next = itemExtent(text, seq, index)
  const apart = areApart(text, seq) ? [''] : []
  const column = next?.column ?? itemExtent(text, seq, 0)?.column ?? 0
  const rendered = items.map((item) => render(item, column))
  if (next?.sharesLine === true) return insertAtDash(text, next.at, items, column, lineBreak)
  if (next !== undefined) {
    const lines = rendered.flatMap((lines) => [...lines, ...(keepsBlanks(lines) ? [] : apart)])
    return ok([
      { from: next.from, to: next.from, insert: lines.map((line) => line + lineBreak).join('') },
    ])
  }
  const last = itemExtent(text, seq, seq.node.items.length - 1)
  const at = last?.to ?? seq.end
  const before = last === undefined ? [] : splitLines(text.slice(last.from, last.to))
  const lines = rendered.flatMap((lines, place) => [
    ...(keepsBlanks(rendered[place - 1] ?? before) ? [] : apart),
    ...lines,
  ])
  const needsBreak = at === text.length && !/[\r\n]$/.test(text)
  const insert = (needsBreak ? lineBreak : '') + lines.map((line) => line + lineBreak).join('')
  return ok([{ from: at, to: at, insert }])
}

/** Inserts where an outer dash stands before the first item: the new item goes behind that dash, the old first one below. */
function insertAtDash(
  text: string,
  at: number,
  items: readonly ItemText[],
  column: number,
  lineBreak: string,
): Plan {
  const [first, ...rest] = items
  if (first === undefined) return ok([])
  const below = rest.flatMap((item) => render(item, column))
  const lines = [
    ...first.lines.map((line, index) => (index === 0 ? line : indentLine(line, column))),
    ...below,
  ]
  const insert = lines.map((line) => line + lineBreak).join('') + ' '.repeat(column)
  const hoisted = hoist(text, at, first.comments, lineBreak)
  return ok([...hoisted, { from: at, to: at, insert }])
}

/** Puts comments above the line of an offset, at that line's own column. */
export function hoist(
  text: string,
  at: number,
  comments: readonly string[],
  lineBreak: string,
): { from: number; to: number; insert: string }[] {
  if (comments.length === 0) return []
  const line = lineStart(text, at)
  const margin = /^[ \t]*/.exec(text.slice(line, at))?.[0] ?? ''
  return [
    {
      from: line,
      to: line,
      insert: comments.map((comment) => margin + comment + lineBreak).join(''),
    },
  ]
}

function insertInFlow(
  seq: Located<YamlSeq>,
  index: number,
  items: readonly ItemText[],
  style: TextStyle,
): Plan {
  const written = items.flatMap((item) => flowText(item, style) ?? [])
  if (written.length < items.length)
    return err(
      'What is to go between these brackets cannot be read alone. Write the list with dashes first.',
    )
  const texts = written.join(', ')
  const next = seq.node.items[index]
  if (next !== undefined) {
    const at = seq.start + next.at
    return ok([{ from: at, to: at, insert: `${texts}, ` }])
  }
  const last = seq.node.items.at(-1)
  const at = last === undefined ? seq.end - 1 : seq.start + last.valueAt + last.value.length
  return ok([{ from: at, to: at, insert: last === undefined ? texts : `, ${texts}` }])
}

/** Writes a whole list anew as a block, its items' texts as they are. */
function unfold(
  tree: YamlTree,
  way: readonly Located[],
  items: readonly ItemText[],
  style: TextStyle,
): Plan {
  const target = way.at(-1)
  const parent = way.at(-2)
  if (target === undefined) return err('There is no list.')
  const { text } = tree
  const from = target.start + (target.node.props?.length ?? 0)
  if (parent?.node.kind === 'seq') {
    const gap = target.node.kind === 'empty' ? ' ' : ''
    const column = columnOf(text, from) + gap.length
    const [first = '', ...rest] = items.flatMap((item) => render(item, column))
    return ok([
      { from, to: target.end, insert: gap + [first.trimStart(), ...rest].join(style.lineBreak) },
    ])
  }
  const column =
    parent === undefined
      ? 0
      : columnOf(text, parent.start + (parent.node.props?.length ?? 0)) + style.dashIndent
  const lines = items.flatMap((item) => render(item, column))
  const blanks = /[ \t]*$/.exec(text.slice(lineStart(text, from), from))?.[0].length ?? 0
  const comment = /\S/.test(text.slice(target.end, nextLine(text, target.end)))
  if (!comment) {
    return ok([
      {
        from: from - blanks,
        to: target.end,
        insert: style.lineBreak + lines.join(style.lineBreak),
      },
    ])
  }
  const below = nextLine(text, target.end)
  return ok([
    ...(target.end > from ? [{ from: from - blanks, to: target.end, insert: '' }] : []),
    { from: below, to: below, insert: lines.map((line) => line + style.lineBreak).join('') },
  ])
}

function render(item: ItemText, column: number): string[] {
  return [...item.comments, ...item.lines].map((line) => indentLine(line, column))
}

/** Whether the items of a list are set apart by blank lines. */
function areApart(text: string, seq: Located<YamlSeq>): boolean {
  const last = itemExtent(text, seq, seq.node.items.length - 1)
  if (last === undefined || last.sharesLine || seq.node.items.length < 2) return false
  return /\n[ \t]*\r?\n$/.test(text.slice(0, last.from))
}

/**
 * Whether a blank line below an item could be a part of it: somewhere in it is a block scalar that keeps its last line breaks. Wherever that
 * is, no line is added, since a list that is not set apart at one place is better than a value that changes.
 */
function keepsBlanks(lines: readonly string[]): boolean {
  return lines.some((line) => /[|>][1-9]?\+[1-9]?[ \t]*(?:#.*)?$/.test(line))
}

/** Whether an item can stand in brackets on their line: it was written in braces on one line, or it is no collection. */
function isShort({ comments, lines }: ItemText): boolean {
  const [line = ''] = lines
  if (comments.length > 0 || lines.length !== 1) return false
  return /^-\s+\{.*\}$/.test(line) || scalarItem(line) !== undefined
}

/** The one scalar or alias of a list that is written on a line. */
function scalarItem(line: string): YamlNode | undefined {
  const { documents, problems } = parseTree(line)
  const [item] = itemsOf(documents[0]?.root)
  return problems.every(({ code }) => code === 'yaml-unknown-alias') &&
    (item?.kind === 'scalar' || item?.kind === 'alias')
    ? item
    : undefined
}

/** An item as it can stand in brackets; nothing when its text says nothing on its own, as with an alias in it. */
function flowText(item: ItemText, style: TextStyle): string | undefined {
  const source = (item.lines[0] ?? '').replace(/^-\s+/, '')
  if (isShort(item)) {
    const scalar = scalarItem(item.lines[0] ?? '')
    // In brackets, a plain scalar may hold less.
    const isPlain = scalar?.kind === 'scalar' && scalar.style === 'plain'
    return isPlain && /[,[\]{}#]/.test(source) ? printFlow(scalar.value, style) : source
  }
  const { documents, problems } = parseTree(item.lines.join('\n'))
  const root = documents[0]?.root
  const [only] = itemsOf(root)
  if (
    root === undefined ||
    only === undefined ||
    problems.some(({ code }) => code !== 'yaml-unknown-alias')
  )
    return undefined
  const isFlow = (only.kind === 'map' || only.kind === 'seq') && only.flow
  if (isFlow && item.lines.length === 1 && source.length === only.length) return source
  const value = toValue(root, anchorsOf(root))
  return isJsonArray(value) ? value.map((inner) => printFlow(inner, style)).join(', ') : undefined
}
