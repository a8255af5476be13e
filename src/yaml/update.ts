import type { TextChange } from '../base/index.ts'
import { composeDocuments } from './compose.ts'
import { convertDocuments } from './convert.ts'
import { withListed, withoutListed } from './listed.ts'
import { columnOf, lineStart } from './lines.ts'
import { marksOf, unknownAliases } from './marks.ts'
import { parseStream } from './parse.ts'
import type {
  YamlDocument,
  YamlEntry,
  YamlItem,
  YamlMap,
  YamlNode,
  YamlSeq,
  YamlTree,
} from './tree.ts'

/** With more changes than this, one parse of the whole is cheaper than many small ones. */
const MAX_CHANGES = 64

/**
 * What is longer than this many characters takes longer to parse than there is time for between two letters. Once a part has errors, so
 * has the whole, almost always: nothing that long is tried then before all is parsed.
 */
const LONG = 20_000

const MARKER = /^(---|\.\.\.|%)/m

/** For each tree the latest one that was made of it: who plans an edit and who then makes it both ask for the same. */
const latest = new WeakMap<YamlTree, Latest>()

interface Latest {
  readonly changes: readonly TextChange[]
  readonly updated: YamlTree
}

/**
 * The tree of a text after changes, equal to `parseTree(text)`. Where it can, it parses again only the smallest items of a block sequence
 * (a step, a lane, a template) or entries of a block map around each change, and all nodes outside it stay the same objects.
 *
 * All is parsed after an edit of a text that was no YAML, since its tree says nothing sure, and after one that no item or entry
 * holds: of what stands between documents, or at a document's root when that is no block collection.
 *
 * `changes` are sorted, not overlapping, in offsets of `tree.text`; applied to it, they give `text`.
 */
export function updateTree(tree: YamlTree, changes: readonly TextChange[], text: string): YamlTree {
  return updateWithin(tree, changes, text, Infinity) ?? remember(tree, changes, parseStream(text))
}

/**
 * The same where it takes little time: in a short text, or when no more than a short part of a long one has to be parsed again and has no errors.
 * Otherwise nothing.
 */
export function updateQuickly(
  tree: YamlTree,
  changes: readonly TextChange[],
  text: string,
): YamlTree | undefined {
  return text.length <= LONG
    ? updateTree(tree, changes, text)
    : updateWithin(tree, changes, text, LONG)
}

/** The tree after changes, if no part that is parsed again is longer than `most` characters. */
function updateWithin(
  tree: YamlTree,
  changes: readonly TextChange[],
  text: string,
  most: number,
): YamlTree | undefined {
  if (changes.length === 0) return tree
  const known = latest.get(tree)
  if (known !== undefined && isSameEdit(known, changes, text)) return known.updated
  const stream = updateEach(withoutListed(tree), changes, text, most)
  return stream && remember(tree, changes, stream)
}

function remember(tree: YamlTree, changes: readonly TextChange[], stream: YamlTree): YamlTree {
  const updated = withListed(stream)
  latest.set(tree, { changes, updated })
  return updated
}

/** Tells of a tree that it is what several updates made of another one, so that the same edit at once is not parsed again. */
export function rememberUpdate(
  tree: YamlTree,
  changes: readonly TextChange[],
  updated: YamlTree,
): void {
  if (tree !== updated) latest.set(tree, { changes, updated })
}

/** The same changes give the same text; only of others are the texts compared, which takes long for large ones. */
function isSameEdit(known: Latest, changes: readonly TextChange[], text: string): boolean {
  if (known.updated.text.length !== text.length) return false
  const areSame =
    known.changes.length === changes.length &&
    known.changes.every(({ from, to, insert }, index) => {
      const other = changes[index]
      return other?.from === from && other.to === to && other.insert === insert
    })
  return areSame || known.updated.text === text
}

function updateEach(
  tree: YamlTree,
  changes: readonly TextChange[],
  text: string,
  most: number,
): YamlTree | undefined {
  const isSound = tree.problems.every(({ code }) => code === 'yaml-unknown-alias')
  if (changes.length > MAX_CHANGES || !isSound) return undefined
  let current = tree
  // From the last to the first, so that the offsets of those still to come stay true.
  for (let index = changes.length - 1; index >= 0; index--) {
    const change = changes[index]
    if (change === undefined) return undefined
    const { from, to, insert } = change
    const next = index === 0 ? text : current.text.slice(0, from) + insert + current.text.slice(to)
    if (next.length !== current.text.length + insert.length - (to - from)) return undefined
    const updated = updateOnce(current, change, next, most)
    if (updated === undefined) return undefined
    current = updated
  }
  return current
}

function updateOnce(
  tree: YamlTree,
  change: TextChange,
  text: string,
  most: number,
): YamlTree | undefined {
  const index = tree.documents.findLastIndex((document) => document.at <= change.from)
  const document = tree.documents[index]
  if (document === undefined) return undefined
  const delta = change.insert.length - (change.to - change.from)
  const end = document.at + document.length
  const splice = { tree, text, change, delta, most, sawMarks: false }
  const root = replaceIn(document.root, document.at + document.rootAt, end, splice)
  if (root === undefined) return undefined
  const hasAnchors = (document.hasAnchors || splice.sawMarks) && marksOf(root).length > 0
  const documents = tree.documents.map((other, position): YamlDocument => {
    if (position < index) return other
    if (position > index) return { ...other, at: other.at + delta }
    return { ...other, root, length: other.length + delta, hasAnchors }
  })
  return { text, documents, problems: documents.flatMap(unknownAliases) }
}

interface Splice {
  readonly tree: YamlTree
  readonly text: string
  readonly change: TextChange
  readonly delta: number
  /** No part is parsed that is longer, in characters. */
  most: number
  /** Whether what was parsed again has an anchor or alias in it. */
  sawMarks: boolean
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
  const inner = replaceInValue(map, start, end, splice)
  if (inner !== undefined) return inner
  const { change, tree, delta } = splice
  const first = Math.max(0, lastBefore(map.entries, change.from - start))
  const last = Math.max(first, lastBefore(map.entries, change.to - start))
  const entry = map.entries[first]
  if (entry === undefined) return undefined
  const next = map.entries[last + 1]
  const limit = limitOf(entry, next, start, end, tree.text)
  if (limit === undefined || change.to > limit) return undefined
  const root = reparse(start + entry.at, limit, splice)
  if (root?.kind !== 'map' || root.flow || root.entries.length === 0) return undefined
  const run = root.entries.map((fresh) => shiftedEntry(fresh, entry.at))
  const behind = map.entries.slice(last + 1).map((other) => shiftedEntry(other, delta))
  const entries = [...map.entries.slice(0, first), ...run, ...behind]
  return { ...map, entries, length: next === undefined ? lengthOf(entries) : map.length + delta }
}

/** The map after a change that is inside one of its values. */
function replaceInValue(
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
  const limit = limitOf(entry, next, start, end, tree.text)
  if (limit === undefined || change.to > limit) return undefined
  const value = replaceIn(entry.value, start + entry.valueAt, limit, splice)
  if (value === undefined) return undefined
  const behind = map.entries.slice(index + 1).map((other) => shiftedEntry(other, delta))
  const entries = [...map.entries.slice(0, index), { ...entry, value }, ...behind]
  return { ...map, entries, length: next === undefined ? lengthOf(entries) : map.length + delta }
}

/**
 * Where the text ends that may belong to an entry or item: before the line of the next one. Nothing where that one stands at another
 * column, as the parser allows it: what would become of it after a change, its place does not say.
 */
function limitOf(
  part: { readonly at: number },
  next: { readonly at: number } | undefined,
  start: number,
  end: number,
  text: string,
): number | undefined {
  if (next === undefined) return end
  if (columnOf(text, start + next.at) !== columnOf(text, start + part.at)) return undefined
  return lineStart(text, start + next.at)
}

function lengthOf(entries: readonly YamlEntry[]): number {
  return entries.reduce(
    (length, { keyAt, key, valueAt, value }) =>
      Math.max(length, keyAt + key.length, valueAt + value.length),
    0,
  )
}

function shiftedEntry(entry: YamlEntry, delta: number): YamlEntry {
  return {
    ...entry,
    at: entry.at + delta,
    keyAt: entry.keyAt + delta,
    valueAt: entry.valueAt + delta,
  }
}

function replaceInSeq(
  seq: YamlSeq,
  start: number,
  end: number,
  splice: Splice,
): YamlSeq | undefined {
  const { change, tree } = splice
  const first = Math.max(0, lastBefore(seq.items, change.from - start))
  const last = Math.max(first, lastBefore(seq.items, change.to - start))
  const item = seq.items[first]
  if (item === undefined) return undefined
  const next = seq.items[last + 1]
  const limit = limitOf(item, next, start, end, tree.text)
  if (limit === undefined || change.to > limit) return undefined
  const inner =
    first === last ? replaceIn(item.value, start + item.valueAt, limit, splice) : undefined
  if (inner !== undefined)
    return withItems(seq, first, last, [{ ...item, value: inner }], splice.delta)
  const root = reparse(start + item.at, limit, splice)
  if (root?.kind !== 'seq' || root.flow || root.items.length === 0) return undefined
  const run = root.items.map((fresh) => shifted(fresh, item.at))
  return withItems(seq, first, last, run, splice.delta)
}

/** A sequence in which the items from `first` to `last` are others. */
function withItems(
  seq: YamlSeq,
  first: number,
  last: number,
  run: readonly YamlItem[],
  delta: number,
): YamlSeq {
  const behind = seq.items.slice(last + 1)
  if (delta !== 0)
    for (const [index, item] of behind.entries()) behind[index] = shifted(item, delta)
  const items = seq.items.slice(0, first).concat(run, behind)
  const end = items.at(-1)
  if (behind.length > 0 || end === undefined) return { ...seq, items, length: seq.length + delta }
  return { ...seq, items, length: Math.max(end.at + 1, end.valueAt + end.value.length) }
}

function shifted(item: YamlItem, delta: number): YamlItem {
  // Part by part: it is done for all that stands behind an edit.
  return { at: item.at + delta, value: item.value, valueAt: item.valueAt + delta }
}

/** Index of the last item or entry that begins before an offset from the collection's start, by halving. */
function lastBefore(parts: readonly { readonly at: number }[], offset: number): number {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.at ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * Parses items or entries of a block collection again, from where the first one begins at `at` to `end`, as if they stood alone; positions
 * in what comes back count from there. It may replace the old ones only if that text alone is one collection at the same place: then
 * nothing of it can reach into what follows.
 */
function reparse(at: number, end: number, splice: Splice): YamlNode | undefined {
  const { text, tree, change, delta } = splice
  const line = lineStart(tree.text, at)
  const ownLine = tree.text.slice(line, at).trim() === ''
  // What stands before the first one must stay: an outer dash, or nothing but the indentation of its line.
  if (change.from < (ownLine ? line : at)) return undefined
  if (end + delta - at > splice.most) return undefined
  const own = text.slice(at, end + delta)
  if (end + delta < text.length && !/[\r\n]$/.test(own)) return undefined
  // Markers of documents, there before or after, may move what belongs to which.
  if (MARKER.test(own) || MARKER.test(tree.text.slice(at, end))) return undefined
  if (ownLine && text.slice(line, at) !== tree.text.slice(line, at)) return undefined
  const column = columnOf(tree.text, at)
  const fragment = ' '.repeat(column) + own
  const composed = composeQuietly(fragment)
  const only = composed?.[0]
  if (composed?.length !== 1 || only === undefined || only.errors.length > 0) {
    splice.most = Math.min(splice.most, LONG)
    return undefined
  }
  const [document] = convertDocuments(fragment, composed)
  // Marks before the first one would be its own there, and those of the collection here.
  if (document?.rootAt !== column || document.root.props !== undefined) return undefined
  splice.sawMarks ||= document.hasAnchors
  return document.root
}

function composeQuietly(fragment: string): ReturnType<typeof composeDocuments> | undefined {
  try {
    return composeDocuments(fragment)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
