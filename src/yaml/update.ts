import type { TextChange } from '../base/index.ts'
import { composeDocuments } from './compose.ts'
import { convertDocuments } from './convert.ts'
import { lineStart } from './lines.ts'
import { parseTree } from './parse.ts'
import type { YamlDocument, YamlItem, YamlMap, YamlNode, YamlSeq, YamlTree } from './tree.ts'

/** With more changes than this, one parse of the whole is cheaper than many small ones. */
const MAX_CHANGES = 64

/**
 * The tree of a text after changes, equal to `parseTree(text)`. Where it can, it parses again only the smallest item of a
 * block sequence (a step, a group, a template) around each change, and all nodes outside it stay the same objects.
 *
 * `changes` are sorted, not overlapping, in offsets of `tree.text`; applied to it, they give `text`.
 */
export function updateTree(tree: YamlTree, changes: readonly TextChange[], text: string): YamlTree {
  if (changes.length === 0) return tree
  if (changes.length > MAX_CHANGES || tree.problems.length > 0) return parseTree(text)
  let current = tree
  // From the last to the first, so that the offsets of those still to come stay true.
  for (const change of changes.toReversed()) {
    const next = updateOnce(current, change)
    if (next === undefined) return parseTree(text)
    current = next
  }
  return current.text === text ? current : parseTree(text)
}

function updateOnce(tree: YamlTree, change: TextChange): YamlTree | undefined {
  const index = tree.documents.findLastIndex((document) => document.at <= change.from)
  const document = tree.documents[index]
  if (document === undefined || document.hasAnchors) return undefined
  const text = tree.text.slice(0, change.from) + change.insert + tree.text.slice(change.to)
  const delta = change.insert.length - (change.to - change.from)
  const end = document.at + document.length
  const root = replaceIn(document.root, document.at + document.rootAt, end, {
    tree,
    text,
    change,
    delta,
  })
  if (root === undefined) return undefined
  const documents = tree.documents.map((other, position): YamlDocument => {
    if (position < index) return other
    if (position > index) return { ...other, at: other.at + delta }
    return { ...other, root, length: other.length + delta }
  })
  return { text, documents, problems: tree.problems }
}

interface Splice {
  readonly tree: YamlTree
  readonly text: string
  readonly change: TextChange
  readonly delta: number
}

/**
 * The node that takes the place of `node` after the change, or nothing if the change is not wholly inside one item of a block
 * sequence below it. `end` is where the text that may belong to the node ends: where the next node begins.
 */
function replaceIn(
  node: YamlNode,
  start: number,
  end: number,
  splice: Splice,
): YamlNode | undefined {
  if (node.kind === 'map' && !node.flow) return replaceInMap(node, start, end, splice)
  if (node.kind === 'seq' && !node.flow) return replaceInSeq(node, start, end, splice)
  return undefined
}

function replaceInMap(
  map: YamlMap,
  start: number,
  end: number,
  splice: Splice,
): YamlMap | undefined {
  const { change, delta, tree } = splice
  const index = map.entries.findLastIndex(
    ({ keyAt, key }) => start + keyAt + key.length < change.from,
  )
  const entry = map.entries[index]
  if (entry === undefined) return undefined
  const next = map.entries[index + 1]
  const limit = next === undefined ? end : lineStart(tree.text, start + next.at)
  if (change.to > limit) return undefined
  const value = replaceIn(entry.value, start + entry.valueAt, limit, splice)
  if (value === undefined) return undefined
  const entries = map.entries.map((other, position) => {
    if (position < index) return other
    if (position === index) return { ...other, value }
    return {
      ...other,
      at: other.at + delta,
      keyAt: other.keyAt + delta,
      valueAt: other.valueAt + delta,
    }
  })
  const length = next === undefined ? entry.valueAt + value.length : map.length + delta
  return { ...map, entries, length }
}

function replaceInSeq(
  seq: YamlSeq,
  start: number,
  end: number,
  splice: Splice,
): YamlSeq | undefined {
  const { change, tree } = splice
  const first = Math.max(0, lastItemBefore(seq, change.from - start))
  const last = Math.max(first, lastItemBefore(seq, change.to - start))
  const item = seq.items[first]
  if (item === undefined) return undefined
  const next = seq.items[last + 1]
  const limit = next === undefined ? end : lineStart(tree.text, start + next.at)
  if (change.to > limit) return undefined
  const inner =
    first === last ? replaceIn(item.value, start + item.valueAt, limit, splice) : undefined
  const run =
    inner === undefined
      ? reparseItems(start + item.at, limit, splice)?.map((fresh) => shifted(fresh, item.at))
      : [{ ...item, value: inner }]
  return run === undefined ? undefined : withItems(seq, first, last, run, splice.delta)
}

/** A sequence in which the items from `first` to `last` are others. */
function withItems(
  seq: YamlSeq,
  first: number,
  last: number,
  run: readonly YamlItem[],
  delta: number,
): YamlSeq {
  const behind = seq.items.slice(last + 1).map((item) => shifted(item, delta))
  const items = [...seq.items.slice(0, first), ...run, ...behind]
  const end = items.at(-1)
  if (behind.length > 0 || end === undefined) return { ...seq, items, length: seq.length + delta }
  return { ...seq, items, length: Math.max(end.at + 1, end.valueAt + end.value.length) }
}

function shifted(item: YamlItem, delta: number): YamlItem {
  return { ...item, at: item.at + delta, valueAt: item.valueAt + delta }
}

/** Index of the last item that begins before an offset from the sequence's start, by halving. */
function lastItemBefore(seq: YamlSeq, offset: number): number {
  let low = 0
  let high = seq.items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((seq.items[middle]?.at ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * Parses items of a block sequence again, from the first one's dash at `at` to `end`, as if they stood alone; their positions count from
 * that dash. They may replace the old ones only if that text alone is a sequence at the same place: then nothing of it can reach into
 * what follows.
 */
function reparseItems(at: number, end: number, splice: Splice): readonly YamlItem[] | undefined {
  const { text, tree, change, delta } = splice
  const line = lineStart(tree.text, at)
  const ownLine = tree.text.slice(line, at).trim() === ''
  // What stands before the first dash must stay: an outer dash, or nothing but the indentation of its line.
  if (change.from < (ownLine ? line : at)) return undefined
  const own = text.slice(at, end + delta)
  if (!/^-[ \t\r\n]/.test(own)) return undefined
  if (end + delta < text.length && !/[\r\n]$/.test(own)) return undefined
  if (/^(---|\.\.\.|%)/m.test(own)) return undefined
  const column = at - line
  if (ownLine && text.slice(line, at) !== tree.text.slice(line, at)) return undefined
  const fragment = ' '.repeat(column) + own
  const composed = composeQuietly(fragment)
  const only = composed?.[0]
  if (composed?.length !== 1 || only === undefined || only.errors.length > 0) return undefined
  const [document] = convertDocuments(fragment, composed)
  if (document === undefined || document.hasAnchors) return undefined
  const { root } = document
  const isSame = root.kind === 'seq' && !root.flow && document.rootAt === column
  return isSame && root.items.length > 0 ? root.items : undefined
}

function composeQuietly(fragment: string): ReturnType<typeof composeDocuments> | undefined {
  try {
    return composeDocuments(fragment)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
