import { err, ok, type TextChange } from '../../base/index.ts'
import { LineIndex } from '../../base/index.ts'
import { columnOf, lineEnd, lineStart, nextLine, splitLines } from '../lines.ts'
import { locate, locateAll, locateRoot, wholeAt, wholeDocuments } from '../locate.ts'
import { parseTree } from '../parse.ts'
import { anchorsOf } from '../marks.ts'
import { toValue } from '../to-value.ts'
import type { Address, Located, YamlTree } from '../tree.ts'
import { updateTree } from '../update.ts'
import { minimalChange, wayTo, type Plan } from './change.ts'
import { indentLine } from './item-text.ts'
import { colonBefore, placeOf } from './place.ts'
import { setValue } from './set.ts'

/**
 * The text of the value at an address as it is written, but as if it stood alone: without the indentation of its place. Anchors, quotes and
 * the comments in it are kept, also the one behind the last line of a block. Nothing when there is no such value, or only by way of an alias.
 */
export function sourceOf(tree: YamlTree, address: Address): string | undefined {
  const chain = locateAll(tree, address)
  const target = chain.at(-1)
  if (target === undefined || chain.length !== address.path.length + 1) return undefined
  const margin = marginOf(tree.text, target, chain.at(-2))
  const [first = '', ...rest] = splitLines(tree.text.slice(target.start, endOf(tree.text, target)))
  return [first, ...rest.map((line) => outdent(line, margin))].join('\n')
}

/**
 * Plans to put YAML, as a person wrote it, in place of the value at an address: its quotes, comments and line breaks come along. Where
 * it cannot stand as written (in a flow collection, say), its value is written in the file's own way.
 * Refused when the source is not one YAML value, and when there is no value at the address.
 */
export function setSource(tree: YamlTree, address: Address, source: string): Plan {
  const way = wayTo(tree, address)
  if (!way.ok) return way
  if (source === sourceOf(tree, address)) return ok([])
  // Without blank lines around it, but with the line break that block scalars end in.
  const given = parseTree(`${source.trimEnd().replace(/^(\s*[\r\n])+/, '')}\n`)
  const problem = given.problems.find(({ code }) => code !== 'yaml-unknown-alias')
  if (problem !== undefined) {
    const { line, column } = new LineIndex(given.text).at(problem.range.from)
    return err(`Line ${String(line)}, column ${String(column)}: ${problem.message}`)
  }
  const [document] = given.documents
  if (document === undefined || wholeDocuments(given).length > 1)
    return err('Write one value only.')
  const root = locateRoot(document)
  if (root.node.kind === 'empty') return err('Write a value, or remove the field.')
  const changes = splice(tree, address, way.value, given, root)
  if (changes !== undefined && isMeant(tree, address, changes, root)) return ok(changes)
  const anchors = anchorsOf(wholeAt(tree, address.document)?.root ?? root.node)
  const value = toValue(root.node, new Map([...anchors, ...anchorsOf(root.node)]))
  if (value === undefined) return err('An alias in it stands for nothing in this file.')
  return setValue(tree, address, value)
}

/** Puts the lines of a source where the old value is; nothing where that is not simply possible. */
function splice(
  tree: YamlTree,
  address: Address,
  way: readonly Located[],
  given: YamlTree,
  root: Located,
): TextChange[] | undefined {
  const { text } = tree
  const old = way.at(-1)
  const parent = way.at(-2)
  const isBlock = isBlockCollection(root)
  // The comment behind the last line is part of a block, but stands beside anything else.
  const target = old && { ...old, end: isBlock ? endOf(text, old) : old.end }
  const { flow, parentColumn, style } = placeOf(tree, address, way)
  if (target === undefined || parent === undefined) return undefined
  const lines = splitLines(given.text.trimEnd())
  const line = lineStart(text, target.start)
  const ownLine = /^\s*$/.test(text.slice(line, target.start))
  if (flow && isBlock) return undefined
  const colon = colonBefore(text, parent, target.start)
  const gap = /[:\-?,]/.test(text[target.start - 1] ?? '') ? ' ' : ''
  const print = (column: number): string =>
    lines.map((each) => indentLine(each, column)).join(style.lineBreak)
  const change = (from: number, insert: string): TextChange[] =>
    minimalChange(text, { from, to: target.end, insert })

  if (!isBlock) {
    const inline = print(Math.max(0, parentColumn)).trimStart()
    if (flow || colon === undefined || !ownLine) return change(target.start, gap + inline)
    // A comment between the key and the old value would be lost.
    return /^\s*$/.test(text.slice(colon, line)) ? change(colon, ` ${inline}`) : undefined
  }
  if (colon === undefined) {
    const column = columnOf(text, target.start) + gap.length
    return change(target.start, gap + print(column).trimStart())
  }
  const sameKind = isBlockCollection(target) && target.node.kind === root.node.kind
  const column = sameKind
    ? marginOf(text, target, parent)
    : parentColumn + (root.node.kind === 'seq' ? style.dashIndent : style.indent)
  if (root.node.props !== undefined) {
    return change(colon, ` ${print(column).trimStart()}`)
  }
  if (ownLine) return change(line, print(column))
  const behind = text.slice(target.end, lineEnd(text, target.end))
  if (behind.trim() === '') return change(colon, style.lineBreak + print(column))
  // The comment behind the old value stays with its key.
  const next = nextLine(text, target.end)
  if (next === text.length) return undefined
  return [
    { from: colon, to: target.end, insert: '' },
    { from: next, to: next, insert: print(column) + style.lineBreak },
  ]
}

/** Whether the changed text says at the address what the source says on its own. */
function isMeant(
  tree: YamlTree,
  address: Address,
  changes: readonly TextChange[],
  root: Located,
): boolean {
  let text = tree.text
  for (const { from, to, insert } of changes.toReversed())
    text = text.slice(0, from) + insert + text.slice(to)
  const next = updateTree(tree, changes, text)
  if (next.problems.some(({ severity }) => severity === 'error')) return false
  const document = wholeAt(next, address.document)
  const found = locate(next, address)
  const above = { document: address.document, path: address.path.slice(0, -1) }
  if (document === undefined || found === undefined) return false
  if (sizeAt(tree, above) !== sizeAt(next, above)) return false
  const anchors = document.hasAnchors ? anchorsOf(document.root) : new Map()
  const meant = toValue(root.node, anchors)
  return (
    meant !== undefined && JSON.stringify(meant) === JSON.stringify(toValue(found.node, anchors))
  )
}

/** How many entries or items the collection at an address has. */
function sizeAt(tree: YamlTree, address: Address): number | undefined {
  const node = locate(tree, address)?.node
  return node?.kind === 'map' ? node.entries.length : node?.kind === 'seq' ? node.items.length : 0
}

/** Where the source of a value ends. */
function endOf(text: string, target: Located): number {
  const { end } = target
  if (!isBlockCollection(target)) return end
  const behind = text.slice(end, lineEnd(text, end))
  return /^[ \t]+#/.test(behind) ? end + behind.trimEnd().length : end
}

function isBlockCollection({ node }: Located): boolean {
  return (node.kind === 'map' || node.kind === 'seq') && !node.flow
}

/** The blanks before all but the first line of a value that belong to its place. */
function marginOf(text: string, target: Located, parent: Located | undefined): number {
  const { node, start } = target
  if ((node.kind === 'map' || node.kind === 'seq') && !node.flow) {
    const first = node.kind === 'map' ? node.entries[0] : node.items[0]
    return columnOf(text, start + (first?.at ?? 0))
  }
  return parent === undefined ? 0 : columnOf(text, parent.start + (parent.node.props?.length ?? 0))
}

function outdent(line: string, columns: number): string {
  const blanks = /^ */.exec(line)?.[0].length ?? 0
  return line.slice(Math.min(blanks, columns))
}
