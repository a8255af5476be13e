import { type ChangeSet } from '../../src/document/index.ts'

/** A place as Monaco counts: lines and columns from 1. */
export interface ModelPosition {
  readonly lineNumber: number
  readonly column: number
}

const BOM = '\uFEFF'
const LF = 10
const CR = 13

/** How many characters at the start of a text Monaco does not show: its byte order mark. */
export function hiddenStart(text: string): 0 | 1 {
  return text.startsWith(BOM) ? 1 : 0
}

/** A text as Monaco shows it: without byte order mark, every line end a line feed. */
export function shownText(text: string): string {
  return text.slice(hiddenStart(text)).replace(/\r\n?/g, '\n')
}

/**
 * Translates between offsets of a text, whose lines may end in any way, and places in the model that shows it. Immutable; after
 * an edit only what the edit touched is read again.
 */
export class LineMap {
  private readonly starts: readonly number[]
  private readonly length: number
  private readonly hidden: number

  private constructor(starts: readonly number[], length: number, hidden: number) {
    this.starts = starts
    this.length = length
    this.hidden = hidden
  }

  static of(text: string, hidden: number = hiddenStart(text)): LineMap {
    const starts = [0]
    const breaks = /\r\n?|\n/g
    while (breaks.test(text)) starts.push(breaks.lastIndex)
    return new LineMap(starts, text.length, hidden)
  }

  get lineCount(): number {
    return this.starts.length
  }

  /** The place of an offset; what lies outside the text is clamped to it. */
  positionAt(offset: number): ModelPosition {
    const clamped = Math.max(0, Math.min(offset, this.length))
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.startAt(middle) <= clamped) low = middle
      else high = middle - 1
    }
    const column = clamped - this.startAt(low) + 1 - (low === 0 ? this.hidden : 0)
    return { lineNumber: low + 1, column: Math.max(1, column) }
  }

  /** The offset of a place of the model. */
  offsetAt({ lineNumber, column }: ModelPosition): number {
    const hidden = lineNumber === 1 ? this.hidden : 0
    return Math.min(this.startAt(lineNumber - 1) + column - 1 + hidden, this.length)
  }

  /** The map of `text`, which is the mapped text after `changes`. */
  update(changes: ChangeSet, text: string): LineMap {
    const { starts } = this
    const next = [0]
    let index = 1
    let shift = 0
    for (const { before, after } of changes.changedRanges) {
      for (; index < starts.length && this.startAt(index) < before.from; index++) {
        next.push(this.startAt(index) + shift)
      }
      // Whether a line begins at an offset is up to the characters on either side of it.
      while (index < starts.length && this.startAt(index) <= before.to) index++
      for (let at = Math.max(1, after.from); at <= after.to; at++) {
        if (beginsLine(text, at)) next.push(at)
      }
      shift = after.to - before.to
    }
    for (; index < starts.length; index++) next.push(this.startAt(index) + shift)
    return new LineMap(next, text.length, hiddenStart(text))
  }

  private startAt(index: number): number {
    return this.starts[index] ?? this.length
  }
}

function beginsLine(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  return before === LF || (before === CR && text.charCodeAt(at) !== LF)
}
