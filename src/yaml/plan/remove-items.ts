import { ok, type TextChange } from '../../base/index.ts'
import { lineStart, nextLine, splitLines } from '../lines.ts'
import type { Address, Located, YamlSeq, YamlTree } from '../tree.ts'
import { wayTo, type Plan } from './change.ts'
import { hoist } from './insert-items.ts'
import { itemExtent } from './item-text.ts'
import { colonBefore } from './place.ts'
import { styleOf } from './style.ts'

/**
 * Plans to remove items from a list, with the comments that are their own. A list that would be left without any becomes `[]`. Comments
 * and blank lines between other items stay as they are; where removing would leave two blank lines, one goes.
 */
export function removeItems(tree: YamlTree, list: Address, indices: readonly number[]): Plan {
  const way = wayTo(tree, list)
  if (!way.ok) return way
  const target = way.value.at(-1)
  if (target?.node.kind !== 'seq') return ok([])
  const { node, start, end } = target
  const removed = new Set(indices.filter((index) => index >= 0 && index < node.items.length))
  if (removed.size === 0) return ok([])
  if (removed.size === node.items.length)
    return ok(emptied(tree.text, { node, start, end }, way.value.at(-2)))
  const seq = { node, start, end }
  if (node.flow) return ok(removeFromFlow(seq, removed))
  return ok(removeFromBlock(tree.text, seq, removed, styleOf(tree, list.document).lineBreak))
}

function emptied(text: string, seq: Located<YamlSeq>, parent: Located | undefined): TextChange[] {
  const from = seq.start + (seq.node.props?.length ?? 0)
  if (seq.node.flow) return [{ from, to: seq.end, insert: '[]' }]
  const first = itemExtent(text, seq, 0)
  const last = itemExtent(text, seq, seq.node.items.length - 1)
  if (first === undefined || last === undefined) return []
  const colon =
    first.sharesLine || parent === undefined ? undefined : colonBefore(text, parent, seq.start)
  if (colon === undefined) return [{ from: first.at, to: lastLineEnd(text, last.to), insert: '[]' }]
  // Behind the key, so that a comment on the key's line stays there.
  const propsEnd = seq.node.props === undefined ? colon : from
  return [
    { from: propsEnd, to: propsEnd, insert: ' []' },
    { from: first.from, to: last.to, insert: '' },
  ]
}

function lastLineEnd(text: string, to: number): number {
  return text.slice(0, to).replace(/(\r\n|\n|\r)$/, '').length
}

function removeFromFlow(seq: Located<YamlSeq>, removed: ReadonlySet<number>): TextChange[] {
  const { items } = seq.node
  const kept = items.filter((_, index) => !removed.has(index))
  return items.flatMap((item, index): TextChange[] => {
    if (!removed.has(index)) return []
    const next = items[index + 1]
    // An item goes with the comma behind it; those behind the last that stays go with the comma before them.
    const behind = kept.some((other) => other.at > item.at)
    const before = items[index - 1]
    if (behind && next !== undefined)
      return [{ from: seq.start + item.at, to: seq.start + next.at, insert: '' }]
    const from = before === undefined ? item.at : before.valueAt + before.value.length
    return [
      { from: seq.start + from, to: seq.start + item.valueAt + item.value.length, insert: '' },
    ]
  })
}

function removeFromBlock(
  text: string,
  seq: Located<YamlSeq>,
  removed: ReadonlySet<number>,
  lineBreak: string,
): TextChange[] {
  const changes: TextChange[] = []
  let index = 0
  const first = itemExtent(text, seq, 0)
  if (first?.sharesLine === true && removed.has(0)) {
    while (removed.has(index)) index++
    const next = itemExtent(text, seq, index)
    // The first item that stays moves up behind the outer dash, and comments that stay go above that dash.
    if (next !== undefined) {
      changes.push(...hoist(text, first.at, commentsBetween(text, seq, index), lineBreak))
      changes.push({ from: first.at, to: next.at, insert: '' })
    }
  }
  for (; index < seq.node.items.length; index++) {
    if (!removed.has(index)) continue
    const extent = itemExtent(text, seq, index)
    if (extent === undefined) continue
    const from = extent.from
    const to =
      blankBefore(text, from) && blankAt(text, extent.to) ? nextLine(text, extent.to) : extent.to
    const last = changes.at(-1)
    if (last !== undefined && last.insert === '' && last.to >= from)
      changes[changes.length - 1] = { ...last, to }
    else changes.push({ from, to, insert: '' })
  }
  return changes
}

function blankBefore(text: string, line: number): boolean {
  return /(\r\n|\n|\r(?!\n))[ \t]*(\r\n|\n|\r)$/.test(text.slice(Math.max(0, line - 200), line))
}

function blankAt(text: string, line: number): boolean {
  return line < text.length && /^[ \t]*(\r\n|\n|\r|$)/.test(text.slice(line, line + 200))
}

/** Comment lines before item `end` of a list that are not part of an item before it. */
function commentsBetween(text: string, seq: Located<YamlSeq>, end: number): string[] {
  const comments: string[] = []
  for (let index = 0; index < end; index++) {
    const own = itemExtent(text, seq, index)
    const next = itemExtent(text, seq, index + 1)
    if (own === undefined || next === undefined) continue
    const to = index + 1 === end ? lineStart(text, next.at) : next.from
    const lines = splitLines(text.slice(own.to, Math.max(own.to, to))).map((line) => line.trim())
    comments.push(...lines.filter((line) => line !== ''))
  }
  return comments
}
