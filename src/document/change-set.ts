import { commonEnds, type TextChange, type TextRange } from '../base/index.ts'
import { ChangeBuilder } from './change-builder.ts'
import { composeChanges, rebaseChanges } from './combine-changes.ts'

/** Where one change was in the text before, and where what it inserted is in the text after. */
export interface ChangedRange {
  readonly before: TextRange
  readonly after: TextRange
}

/** Which side a position keeps to when text is put in exactly there: -1 stays before it, 1 goes after it. */
export type Association = -1 | 1

/**
 * Replacements in a text of known length, all at once: an immutable value. `changes` are sorted, in offsets
 * of the text before, and no two of them touch. A set owns its strings, so keeping one keeps no text alive.
 */
export class ChangeSet {
  readonly changes: readonly TextChange[]
  /** Length of the text that the changes are for. */
  readonly length: number
  /** Length of the text after them. */
  readonly newLength: number
  /** How many characters of text the set itself holds. */
  readonly size: number

  private constructor(changes: readonly TextChange[], length: number) {
    let size = 0
    let removed = 0
    for (const { from, to, insert } of changes) {
      size += insert.length
      removed += to - from
    }
    this.changes = changes
    this.length = length
    this.newLength = length + size - removed
    this.size = size
  }

  /**
   * The set of the given changes of a text of `length` characters, in whatever order they come. Insertions
   * at one offset keep their order and come before a replacement that starts there; touching changes
   * become one. Throws a RangeError for changes that overlap or reach outside the text.
   */
  static of(changes: readonly TextChange[], length: number): ChangeSet {
    const out = new ChangeBuilder()
    let reached = 0
    for (const { from, to, insert } of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
      if (!(from >= 0 && from <= to && to <= length)) {
        throw new RangeError(`change [${from}, ${to}) does not fit a text of ${length} characters`)
      }
      if (from === to && insert === '') continue
      if (from < reached) throw new RangeError(`change [${from}, ${to}) overlaps another one`)
      out.keep(from - reached)
      out.remove(to - from)
      out.insert(insert)
      reached = to
    }
    return new ChangeSet(out.finish(), length)
  }

  /** The set that leaves a text of `length` characters as it is. */
  static empty(length: number): ChangeSet {
    return new ChangeSet([], length)
  }

  /**
   * One splice that makes `after` out of `before`: what their common beginning and end leave over. It cuts no
   * surrogate pair and no CRLF in half.
   */
  static between(before: string, after: string): ChangeSet {
    return ChangeSet.of([{ from: 0, to: before.length, insert: after }], before.length).trim(before)
  }

  /** Whether nothing changes. */
  get isEmpty(): boolean {
    return this.changes.length === 0
  }

  /** Each change's place before and after, sorted. */
  get changedRanges(): readonly ChangedRange[] {
    let shift = 0
    return this.changes.map(({ from, to, insert }) => {
      const start = from + shift
      shift += insert.length - (to - from)
      return { before: { from, to }, after: { from: start, to: start + insert.length } }
    })
  }

  /** The text after the changes. Throws for a text of another length than the set is for. */
  apply(text: string): string {
    this.expect(text.length)
    if (this.isEmpty) return text
    let result = ''
    let reached = 0
    for (const { from, to, insert } of this.changes) {
      result += text.slice(reached, from) + insert
      reached = to
    }
    return result + text.slice(reached)
  }

  /** The set that leads back from the changed text to `text`. Throws for a text of another length. */
  invert(text: string): ChangeSet {
    this.expect(text.length)
    const out = new ChangeBuilder()
    let reached = 0
    for (const { from, to, insert } of this.changes) {
      out.keep(from - reached)
      out.remove(insert.length)
      out.insert(text.slice(from, to))
      reached = to
    }
    return new ChangeSet(out.finish(), this.newLength)
  }

  /** This set and then `next`, as one. Throws if `next` is not for a text as long as this one's result. */
  compose(next: ChangeSet): ChangeSet {
    next.expect(this.newLength)
    if (this.isEmpty) return next
    if (next.isEmpty) return this
    return new ChangeSet(composeChanges(this, next), this.length)
  }

  /**
   * This set as it has to be made after `over`, where both are for the same text. Making `a` and then
   * `b.rebase(a)` gives the same text as making `b` and then `a.rebase(b, true)`. Throws if the lengths differ.
   */
  rebase(over: ChangeSet, before = false): ChangeSet {
    over.expect(this.length)
    if (over.isEmpty) return this
    return new ChangeSet(rebaseChanges(this, over, before), over.newLength)
  }

  /** The same effect on `text` without replacing characters by themselves at the ends of a change. */
  trim(text: string): ChangeSet {
    this.expect(text.length)
    const out = new ChangeBuilder()
    let reached = 0
    for (const change of this.changes) {
      const { from, to, insert } = change
      const { prefix, suffix } = commonEnds(text, change)
      out.keep(from - reached + prefix)
      out.remove(to - from - prefix - suffix)
      out.insert(insert.slice(prefix, insert.length - suffix))
      out.keep(suffix)
      reached = to
    }
    return new ChangeSet(out.finish(), this.length)
  }

  /**
   * Where an offset of the text before is in the text after. Inside replaced text it goes to the start
   * (-1) or the end (1) of what took its place; at the edge of replaced text it stays at that edge.
   */
  mapPosition(offset: number, association: Association = -1): number {
    let shift = 0
    for (const { from, to, insert } of this.changes) {
      if (offset < from) break
      const start = from + shift
      if (offset < to || offset === from) {
        const atEnd = association > 0 && (offset > from || from === to)
        return atEnd ? start + insert.length : start
      }
      shift += insert.length - (to - from)
    }
    return offset + shift
  }

  /** Where a range is afterwards. It does not grow by what is put in at its edges; a cursor goes after it. */
  mapRange(range: TextRange): TextRange {
    const from = this.mapPosition(range.from, 1)
    if (range.from === range.to) return { from, to: from }
    return { from, to: Math.max(from, this.mapPosition(range.to, -1)) }
  }

  private expect(length: number): void {
    if (length !== this.length) {
      throw new RangeError(`changes for ${this.length} characters meet a text of ${length}`)
    }
  }
}
